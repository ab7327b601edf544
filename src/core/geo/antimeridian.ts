import type { LngLat } from '../types';
import { nearestTurn } from './geodesic';

/** Longitudes that never jump: each within 180 degrees of the one before, so they may pass 180. */
export function unwrap(points: readonly LngLat[]): LngLat[] {
  const out: LngLat[] = [];
  for (const [lng, lat] of points) {
    const previous = out[out.length - 1];
    out.push([previous ? nearestTurn(lng, previous[0]) : lng, lat]);
  }
  return out;
}

/** A longitude brought into [-180, 180). */
export function wrapLongitude(lng: number): number {
  return ((((lng + 180) % 360) + 360) % 360) - 180;
}

/**
 * A line cut where it crosses 180 degrees, as RFC 7946 section 3.1.9 asks: each part stays within
 * [-180, 180] and the cut point stands on both sides. Input may be wrapped or unwrapped.
 */
export function cutLineAt180(points: readonly LngLat[]): LngLat[][] {
  if (isFarFrom180(points)) return points.length > 1 ? [points.slice()] : [];
  const line = unwrap(points);
  const parts: LngLat[][] = [];
  let part: LngLat[] = [];
  let previous: LngLat | undefined;
  for (const point of line) {
    if (previous && turnOf(previous[0]) !== turnOf(point[0])) {
      const eastward = point[0] > previous[0];
      const cut = 180 + 360 * (eastward ? turnOf(previous[0]) : turnOf(point[0]));
      const share = (cut - previous[0]) / (point[0] - previous[0]);
      const lat = previous[1] + share * (point[1] - previous[1]);
      if (previous[0] !== cut) part.push([eastward ? 180 : -180, lat]);
      if (part.length > 1) parts.push(part);
      part = point[0] === cut ? [] : [[eastward ? -180 : 180, lat]];
    }
    part.push([point[0] - 360 * turnOf(point[0]), point[1]]);
    previous = point;
  }
  if (part.length > 1) parts.push(part);
  return parts;
}

/** Whether nothing of a line need be looked at: it stays within [-180, 180) and never jumps. */
function isFarFrom180(points: readonly LngLat[]): boolean {
  let [west, east] = [Infinity, -Infinity];
  for (const [lng] of points) {
    if (lng < west) west = lng;
    if (lng > east) east = lng;
  }
  return west >= -180 && east < 180 && east - west < 180;
}

/** Which copy of the world a longitude lies in: 0 for [-180, 180), 1 for [180, 540), ... */
function turnOf(lng: number): number {
  return Math.floor((lng + 180) / 360);
}

export { joinAt180 } from './join-at-180';
