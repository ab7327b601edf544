import type { LineString, MultiLineString } from 'geojson';
import type { LngLat } from '../types';
import { cutLineAt180 } from './antimeridian';
import { distanceKm, geodesicPoints } from './geodesic';

/** Segments of at most this length depart from the geodesic by less than 50 m up to 80 degrees north. */
const STEP_KM = 20;

/**
 * The WGS84 geodesic between two places as a line, cut at 180 degrees (RFC 7946, section 3.1.9);
 * undefined where the two are one.
 */
export function greatCircleLine(
  from: LngLat,
  to: LngLat,
  stepKm = STEP_KM,
): LineString | MultiLineString | undefined {
  if (distanceKm(from, to) === 0) return undefined;
  const round = ([lng, lat]: LngLat): LngLat => [Number(lng.toFixed(5)), Number(lat.toFixed(5))];
  const parts = cutLineAt180(geodesicPoints(from, to, stepKm)).map((part) => part.map(round));
  return parts.length === 1
    ? { type: 'LineString', coordinates: parts[0]! }
    : { type: 'MultiLineString', coordinates: parts };
}
