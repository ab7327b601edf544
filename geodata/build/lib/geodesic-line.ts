import type { LineString, MultiLineString } from 'geojson';
import { cutLineAt180, unwrap } from '../../../src/core/geo/antimeridian';
import { geodesicPoints } from '../../../src/core/geo/geodesic';
import type { LngLat } from '../../../src/core/types';

/**
 * The longest step whose straight segment stays within 50 m of its geodesic. The sagitta of a
 * parallel-like chord of length s at latitude phi is about s^2 tan(phi) / (8 R); at 78 north 45 km
 * would do for a rhumb line on the sphere, 20 km leaves room everywhere.
 */
const MAX_STEP_KM = 20;

/** A line through the given vertices whose stretches follow geodesics, cut at 180 degrees. */
export function geodesicLine(vertices: readonly LngLat[]): LineString | MultiLineString {
  const line: LngLat[] = [];
  const points = unwrap(vertices);
  points.forEach((point, i) => {
    const previous = points[i - 1];
    if (previous) line.push(...geodesicPoints(previous, point, MAX_STEP_KM).slice(1));
    else line.push(point);
  });
  const parts = cutLineAt180(line);
  return parts.length === 1
    ? { type: 'LineString', coordinates: parts[0]! }
    : { type: 'MultiLineString', coordinates: parts };
}
