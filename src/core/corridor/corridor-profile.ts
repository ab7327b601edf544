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
import type {
  CorridorCrossing,
  CorridorEdgeKm,
  CorridorNode,
  CorridorPlace,
  CorridorProfile,
} from './types';

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
  const publishedKm = kmFrom('published');
  const geometryKm = kmFrom('geometry');
  const groups = (key: (edge: EdgeFeature) => string | undefined): Record<string, number> =>
    kmBy(travelled, edgeKms, key);
  return {
    id: corridor.id,
    name: corridor.name,
    drawnKm: sum(edgeKms.map(({ drawnKm }) => drawnKm)),
    sphericalKm: sphericalLengthKm(line),
    ...(corridor.publishedKm ? { publishedTotal: corridor.publishedKm } : {}),
    distanceKm: publishedKm + geometryKm,
    publishedKm,
    geometryKm,
    byCountry: groups(({ properties }) => (properties.mode === 'sea' ? 'sea' : properties.country)),
    byMode: groups(({ properties }) => properties.mode),
    byGauge: groups(({ properties }) =>
      properties.mode === 'rail' && properties.gauges
        ? [...properties.gauges].sort((a, b) => a - b).join('+')
        : undefined,
    ),
    byStatus: groups(({ properties }) => properties.status),
    ...placesAlong(travelled, edgeKms, nodes),
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
  const drawnKm = lineLengthKm(points);
  const { id, lengthKm, mode, country, gauges, status, electrified } = edge.properties;
  const published: Sourced | undefined = lengthKm;
  return {
    id,
    reversed,
    km: published ? published.value : drawnKm,
    kmSource: published ? 'published' : 'geometry',
    drawnKm,
    mode,
    country: mode === 'sea' ? 'sea' : country,
    ...(mode === 'rail' && gauges ? { gauges } : {}),
    status,
    ...(electrified === undefined ? {} : { electrified }),
  };
}

/** The nodes that edges end on, in order, with their chainages, and those of them on a border. */
function placesAlong(
  travelled: readonly TravelledEdge[],
  edgeKms: readonly CorridorEdgeKm[],
  nodes: ReadonlyMap<string, CorridorNode>,
): Pick<CorridorProfile, 'places' | 'crossings'> {
  const places: CorridorPlace[] = [];
  const crossings: CorridorCrossing[] = [];
  let chainageKm = 0;
  let mixedChainageKm = 0;
  let publishedChainageKm: number | undefined = 0;
  const add = (id: string, before?: CorridorEdgeKm, after?: CorridorEdgeKm): void => {
    const node = nodes.get(id);
    if (!node) return;
    const { name, kind, country, lng, lat } = node;
    const place: CorridorPlace = {
      id,
      name,
      kind,
      ...(country ? { country } : {}),
      lng,
      lat,
      chainageKm,
      ...(publishedChainageKm === undefined ? {} : { publishedChainageKm }),
      mixedChainageKm,
    };
    places.push(place);
    if (kind === 'crossing')
      crossings.push({ ...place, from: before?.country, to: after?.country });
  };
  add(travelled[0]!.from, undefined, edgeKms[0]);
  travelled.forEach(({ to }, i) => {
    const { km, kmSource, drawnKm } = edgeKms[i]!;
    chainageKm += drawnKm;
    mixedChainageKm += km;
    publishedChainageKm =
      publishedChainageKm === undefined || kmSource !== 'published'
        ? undefined
        : publishedChainageKm + km;
    add(to, edgeKms[i], edgeKms[i + 1]);
  });
  return { places, crossings };
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
