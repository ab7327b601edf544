import type { Feature, FeatureCollection, LineString, MultiLineString, Point } from 'geojson';
import { geodesicPoints } from '../core/geo/geodesic';
import type { AddedLink, Scenario } from '../core/scenario/types';
import type { EdgeProps, LngLat } from '../core/types';
import type { Way } from '../layers/ways';

type Layers = Partial<Record<string, FeatureCollection>>;

const LINES = ['railways', 'roads', 'sea-routes'];
const PLACES = ['hubs', 'ports', 'crossings', 'nodes'];

/** Added links are drawn as geodesics with a point about every this many km. */
const STEP_KM = 50;

const NONE: readonly Way[] = [];

/** What a scenario brings into use and takes out of it, as ways for the map. */
export function scenarioWays(scenario: Scenario, layers: Layers): readonly Way[] {
  const { on, off, add } = scenario;
  if (on.length + off.length + add.length === 0) return NONE;
  const ways: Way[] = [];
  for (const id of LINES)
    for (const feature of layers[id]?.features ?? []) {
      const edge = feature as Feature<LineString | MultiLineString, EdgeProps>;
      const { properties: p, geometry } = edge;
      const named = (ids: readonly string[]): boolean => ids.includes(p.line) || ids.includes(p.id);
      const used = p.status === 'operating' || p.status === 'seasonal';
      if (named(off)) {
        if (used) ways.push({ geometry, role: 'lost' });
      } else if (!used && named(on)) ways.push({ geometry, role: 'gained' });
    }
  for (const link of add) {
    const coordinates = linkLine(link, layers);
    if (coordinates) ways.push({ geometry: { type: 'LineString', coordinates }, role: 'gained' });
  }
  return ways;
}

/** The drawn line of an added link; undefined while a layer with one of its ends is not loaded. */
export function linkLine(
  { from, to, through }: Pick<AddedLink, 'from' | 'to' | 'through'>,
  layers: Layers,
): LngLat[] | undefined {
  const corners: LngLat[] = [];
  for (const place of [from, ...through, to]) {
    const position = typeof place === 'string' ? positionOf(place, layers) : place;
    if (!position) return undefined;
    corners.push(position);
  }
  return corners.slice(1).flatMap((corner, i) => geodesicPoints(corners[i]!, corner, STEP_KM));
}

/** Where a place of the network lies; undefined while its layer is not loaded. */
export function positionOf(id: string, layers: Layers): LngLat | undefined {
  for (const layer of PLACES)
    for (const { geometry, properties } of layers[layer]?.features ?? [])
      if (properties?.id === id) return (geometry as Point).coordinates as LngLat;
  return undefined;
}
