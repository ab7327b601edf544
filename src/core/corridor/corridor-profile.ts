import { cutLineAt180 } from '../geo/antimeridian';
import { lineLengthKm } from '../geo/line-length';
import { sphericalLengthKm } from '../analysis/measure';
import type { Corridor, Sourced } from '../types';
import {
  corridorLine,
  travelledEdges,
  type EdgeFeature,
  type TravelledEdge,
} from './corridor-line';
import type { CorridorEdgeKm, CorridorNode, CorridorPlace, CorridorProfile } from './types';

/**
 * A corridor's line, lengths and places from its edges. Lengths are WGS84 geodesics of the drawn
 * line, and published ones where there are any.
 * @throws UserError `broken-corridor` where edges are missing or do not meet
 */
export function buildCorridorProfile(
  corridor: Corridor,
  edges: ReadonlyMap<string, EdgeFeature>,
  nodes: ReadonlyMap<string, CorridorNode>,
): CorridorProfile {
  const travelled = travelledEdges(corridor, edges);
  const edgeKms = travelled.map(edgeKm);
  const line = corridorLine(travelled);
  const parts = cutLineAt180(line);
  const kmFrom = (source: CorridorEdgeKm['kmSource']): number =>
    sum(edgeKms.filter(({ kmSource }) => kmSource === source).map(({ km }) => km));
  const kmFromPublished = kmFrom('published');
  const kmFromGeometry = kmFrom('geometry');
  const groups = (key: (edge: EdgeFeature) => string | undefined): Record<string, number> =>
    kmBy(travelled, edgeKms, key);
  return {
    id: corridor.id,
    name: corridor.name,
    geometryKm: sum(edgeKms.map(({ geometryKm }) => geometryKm)),
    sphericalKm: sphericalLengthKm(line),
    ...(edgeKms.every(({ kmSource }) => kmSource === 'published')
      ? { publishedKm: kmFromPublished }
      : {}),
    ...(corridor.publishedKm ? { publishedTotal: corridor.publishedKm } : {}),
    distanceKm: kmFromPublished + kmFromGeometry,
    kmFromPublished,
    kmFromGeometry,
    byCountry: groups(({ properties }) => (properties.mode === 'sea' ? 'sea' : properties.country)),
    byMode: groups(({ properties }) => properties.mode),
    byGauge: groups(({ properties }) =>
      properties.mode === 'rail' && properties.gauges
        ? [...properties.gauges].sort((a, b) => a - b).join('+')
        : undefined,
    ),
    byStatus: groups(({ properties }) => properties.status),
    places: placesAlong(travelled, edgeKms, nodes),
    edges: edgeKms,
    line,
    geometry:
      parts.length === 1
        ? { type: 'LineString', coordinates: parts[0]! }
        : { type: 'MultiLineString', coordinates: parts },
  };
}

/** What an edge contributes: its published length, else the geodesic length of its line. */
function edgeKm({ edge, reversed, points }: TravelledEdge): CorridorEdgeKm {
  const geometryKm = lineLengthKm(points);
  const { id, lengthKm, mode, country, gauges, status, electrified } = edge.properties;
  const published: Sourced | undefined = lengthKm;
  return {
    id,
    reversed,
    km: published ? published.value : geometryKm,
    kmSource: published ? 'published' : 'geometry',
    geometryKm,
    mode,
    country: mode === 'sea' ? 'sea' : country,
    ...(mode === 'rail' && gauges ? { gauges } : {}),
    status,
    ...(electrified === undefined ? {} : { electrified }),
  };
}

/** The nodes that edges end on, in order, with their chainages. */
function placesAlong(
  travelled: readonly TravelledEdge[],
  edgeKms: readonly CorridorEdgeKm[],
  nodes: ReadonlyMap<string, CorridorNode>,
): CorridorPlace[] {
  const places: CorridorPlace[] = [];
  let chainageKm = 0;
  let mixedChainageKm = 0;
  let publishedChainageKm: number | undefined = 0;
  const add = (id: string): void => {
    const node = nodes.get(id);
    if (!node) return;
    const { name, kind, country, lng, lat } = node;
    places.push({
      id,
      name,
      kind,
      ...(country ? { country } : {}),
      lng,
      lat,
      chainageKm,
      ...(publishedChainageKm === undefined ? {} : { publishedChainageKm }),
      mixedChainageKm,
    });
  };
  add(travelled[0]!.from);
  travelled.forEach(({ to }, i) => {
    const { km, kmSource, geometryKm } = edgeKms[i]!;
    chainageKm += geometryKm;
    mixedChainageKm += km;
    publishedChainageKm =
      publishedChainageKm === undefined || kmSource !== 'published'
        ? undefined
        : publishedChainageKm + km;
    add(to);
  });
  return places;
}

/** Kilometres that count, added up by a key of the edge; edges without one are left out. */
function kmBy(
  travelled: readonly TravelledEdge[],
  edgeKms: readonly CorridorEdgeKm[],
  key: (edge: EdgeFeature) => string | undefined,
): Record<string, number> {
  const groups = new Map<string, number>();
  travelled.forEach(({ edge }, i) => {
    const group = key(edge);
    if (group !== undefined) groups.set(group, (groups.get(group) ?? 0) + edgeKms[i]!.km);
  });
  return Object.fromEntries(groups);
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
