import type { LineString, MultiLineString } from 'geojson';
import { cutLineAt180 } from '../geo/antimeridian';
import { nearestTurn } from '../geo/geodesic';
import { boxOf, coordsBox, sliceByShare } from '../network/edge-geometry';
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
    // Whole edges, nearly all of a way, are taken as they lie, and their box is known: thousands of
    // vertices are handed on without a look at their numbers.
    const whole = Math.min(from, to) <= 0 && Math.max(from, to) >= 1;
    const points = whole ? coords : sliceByShare(coords, from, to);
    const [boxWest, , boxEast] = whole ? coordsBox(coords) : boxOf(points);
    const backward = whole && from > to;
    const count = points.length;
    const previous = line[line.length - 1];
    const [lng, lat] = points[backward ? count - 1 : 0]!;
    const turn = previous ? nearestTurn(lng, previous[0]) - lng : 0;
    west = Math.min(west, boxWest + turn);
    east = Math.max(east, boxEast + turn);
    const meets = previous?.[0] === lng + turn && previous[1] === lat;
    for (let i = meets ? 1 : 0; i < count; i++) {
      const point = points[backward ? count - 1 - i : i]!;
      line.push(turn === 0 ? point : [point[0] + turn, point[1]]);
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
