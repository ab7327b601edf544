import type { LngLat } from '../types';
import { DEGREE, ECCENTRICITY2, SEMI_MAJOR_KM } from './ellipsoid';
import { inverse, nearestTurn, type Inverse } from './geodesic';

/** The approximation is used up to this length, km, and this latitude. */
const LONGEST_KM = 20;
const FARTHEST_LAT = 86;

/**
 * The geodesic between two points for drawing: where they are near each other by Gauss's
 * mid-latitude formulas (Bowring, "Notes on the curvature in the prime vertical section", Survey
 * Review 29, 1987, and any textbook), its first order, some ten times faster than in full: within
 * 1e-5 of the length and of a radian. Longer ones, and those near a pole, in full.
 */
export function shortInverse(from: LngLat, to: LngLat): Inverse {
  const middle = ((from[1] + to[1]) / 2) * DEGREE;
  const sin = Math.sin(middle);
  const cos = Math.cos(middle);
  const turn = nearestTurn(to[0] - from[0], 0) * DEGREE;
  const rise = (to[1] - from[1]) * DEGREE;
  const w2 = 1 - ECCENTRICITY2 * sin * sin;
  const normalKm = SEMI_MAJOR_KM / Math.sqrt(w2);
  const meridianKm = (normalKm * (1 - ECCENTRICITY2)) / w2;
  const east = normalKm * cos * turn;
  const north = meridianKm * rise;
  const distanceKm = Math.sqrt(east * east + north * north);
  if (!(distanceKm <= LONGEST_KM) || Math.abs(middle) > FARTHEST_LAT * DEGREE)
    return inverse(from, to);
  const bearing = Math.atan2(east, north) / DEGREE;
  const convergence = (turn * sin) / 2 / DEGREE;
  return {
    distanceKm,
    initialBearing: bearing - convergence,
    finalBearing: bearing + convergence,
  };
}
