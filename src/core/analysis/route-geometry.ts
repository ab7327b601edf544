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
  for (const { edge, start: from, end: to } of runs) {
    const slice = sliceByShare(network.edges[edge]!.coords, from, to);
    const previous = line[line.length - 1];
    const turn = previous ? nearestTurn(slice[0]![0], previous[0]) - slice[0]![0] : 0;
    for (const [lng, lat] of slice) {
      const last = line[line.length - 1];
      if (last?.[0] !== lng + turn || last[1] !== lat) line.push([lng + turn, lat]);
    }
  }
  if (line.length === 0) line.push(start);
  if (line.length === 1) line.push(line[0]!);
  const parts = cutLineAt180(line);
  return parts.length === 1
    ? { type: 'LineString', coordinates: parts[0]! }
    : { type: 'MultiLineString', coordinates: parts };
}
