import { distanceKm } from '../core/geo/geodesic';
import { roundLength } from '../core/geo/round-length';
import type { LngLat } from '../core/types';

/** A scale bar: a round length and how many pixels it is long. */
export interface ScaleBar {
  km: number;
  widthPx: number;
}

type Unproject = (x: number, y: number) => LngLat | null;

/** Half of the stretch that is measured, in pixels: short enough to be straight on any map. */
const HALF_PX = 40;

/**
 * The scale around a point of the screen, by the geodesic between two places left and right of it:
 * right for every projection and latitude, and for the globe. Null where that is off the earth.
 */
export function scaleBar(
  unproject: Unproject,
  at: { x: number; y: number },
  maxPx: number,
): ScaleBar | null {
  const left = unproject(at.x - HALF_PX, at.y);
  const right = unproject(at.x + HALF_PX, at.y);
  if (!left || !right) return null;
  const kmPerPx = distanceKm(left, right) / (2 * HALF_PX);
  if (!(kmPerPx > 0)) return null;
  const km = roundLength(kmPerPx * maxPx);
  return { km, widthPx: km / kmPerPx };
}
