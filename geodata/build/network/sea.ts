import type { LngLat, Status } from '../../../src/core/types';
import type { EdgeFeature, NetworkPart, NodeFeature, Places } from '../lib/context';
import { list, number, readTable, text } from '../lib/csv';
import type { Row } from '../lib/csv';
import { geodesicLine } from '../lib/geodesic-line';
import { RiverGraph } from '../lib/river-graph';
import { source, sources } from '../lib/sources';
import { feature } from '../lib/write';
import { fullName } from '../layers/hubs';
import { months } from '../layers/ports';
import { buildWater } from '../layers/water';

/** A drawn leg is a chain of geodesics; ships keep within about this distance of it. */
const LEG_ERROR_KM = 20;

/**
 * Sea and river ways: waypoints from curated/sea-nodes.csv, and legs between waypoints and ports from
 * curated/sea-legs.csv, each a chain of geodesics through its `via` points or along the rivers it names.
 */
export function sea(places: Places): NetworkPart {
  const nodes = readTable('sea-nodes.csv').map(waypoint);
  const at = new Map(
    [...nodes, ...places.ports].map((place) => [
      place.properties.id,
      place.geometry.coordinates as LngLat,
    ]),
  );
  const lines = new Map(readTable('sea-lines.csv').map((row) => [text(row, 'id'), row] as const));
  return { nodes, edges: readTable('sea-legs.csv').map((row) => leg(row, at, lines)) };
}

function waypoint(row: Row): NodeFeature {
  return feature(
    { type: 'Point', coordinates: [number(row, 'lng'), number(row, 'lat')] },
    {
      id: text(row, 'id'),
      name: fullName(row),
      kind: 'waypoint',
      country: 'sea',
      sources: [source('sea-waypoints')],
      positionErrorKm: number(row, 'positionErrorKm'),
    },
  );
}

function leg(row: Row, at: Map<string, LngLat>, lines: Map<string, Row>): EdgeFeature {
  const from = text(row, 'from');
  const to = text(row, 'to');
  const line = text(row, 'line');
  const ends = [from, to].map((id) => {
    const point = at.get(id);
    if (!point) throw new Error(`sea-legs.csv: no waypoint or port "${id}"`);
    return point;
  });
  const names = lines.get(line);
  if (!names) throw new Error(`sea-legs.csv: no line "${line}" in sea-lines.csv`);
  const way = row.rivers ? riverWay(list(row, 'rivers'), ends[0]!, ends[1]!) : via(row);
  return feature(geodesicLine([ends[0]!, ...way, ends[1]!]), {
    id: `sea-${line}-${from}-${to}`,
    line,
    name: fullName(names),
    from,
    to,
    mode: 'sea',
    status: text(row, 'status') as Status,
    asOf: text(row, 'asOf'),
    ...months(row),
    country: 'sea',
    speedClass: text(row, 'speedClass'),
    geometryGrade: row.rivers ? 'natural-earth-50m' : 'waypoints',
    ...(row.note ? { note: row.note } : {}),
    sources: sources(list(row, 'sources')),
    positionErrorKm: LEG_ERROR_KM,
  });
}

const graphs = new Map<string, RiverGraph>();

/** The way along rivers between the points of their lines nearest to the two given. */
function riverWay(rivers: string[], from: LngLat, to: LngLat): LngLat[] {
  const key = rivers.join();
  const graph = graphs.get(key) ?? new RiverGraph(riverLines(rivers));
  graphs.set(key, graph);
  return graph.way(from, to);
}

function riverLines(rivers: string[]): LngLat[][] {
  return buildWater()
    .filter(({ properties }) => rivers.includes(properties.id))
    .flatMap(({ geometry }) =>
      geometry.type === 'MultiLineString' ? geometry.coordinates : [geometry.coordinates],
    ) as LngLat[][];
}

/** Points on the way, written `lng lat`. */
function via(row: Row): LngLat[] {
  return list(row, 'via').map((item) => {
    const [lng, lat] = item.split(' ').map(Number);
    if (!Number.isFinite(lng) || !Number.isFinite(lat))
      throw new Error(`sea-legs.csv: cannot read the waypoint "${item}"`);
    return [lng!, lat!];
  });
}
