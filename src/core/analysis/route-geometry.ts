import type { LineString, MultiLineString } from 'geojson';
import { cutLineAt180 } from '../geo/antimeridian';
import { nearestTurn } from '../geo/geodesic';
import { sliceByShare } from '../network/edge-geometry';
import type { Network } from '../network/types';
import type { LngLat } from '../types';
import type { Run } from './route-events';

/** The line of a way, cut at 180 degrees; a way without length is its point twice. */
export function routeGeometry(
  network: Network,
  runs: readonly Run[],
  start: LngLat,
): LineString | MultiLineString {
  const line: LngLat[] = [];
  let west = Infinity;
  let east = -Infinity;
  for (const { edge, start: from, end: to } of runs) {
    const { coords } = network.edges[edge]!;
    // Whole edges, nearly all of a way, are read where they lie.
    const whole = Math.min(from, to) <= 0 && Math.max(from, to) >= 1;
    const points = whole ? coords : sliceByShare(coords, from, to);
    const backward = whole && from > to;
    const count = points.length;
    const previous = line[line.length - 1];
    const first = points[backward ? count - 1 : 0]!;
    const turn = previous ? nearestTurn(first[0], previous[0]) - first[0] : 0;
    for (let i = 0; i < count; i++) {
      const point = points[backward ? count - 1 - i : i]!;
      const lng = point[0] + turn;
      if (i === 0 && previous?.[0] === lng && previous[1] === point[1]) continue;
      if (lng < west) west = lng;
      if (lng > east) east = lng;
      line.push(turn === 0 ? point : [lng, point[1]]);
    }
  }
  if (line.length === 0) line.push(start);
  if (line.length === 1) line.push(line[0]!);
  if (west >= -180 && east <= 180) return { type: 'LineString', coordinates: line };
  const parts = cutLineAt180(line);
  return parts.length === 1
    ? { type: 'LineString', coordinates: parts[0]! }
    : { type: 'MultiLineString', coordinates: parts };
}
