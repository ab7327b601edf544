import type { LngLat } from '../types';
import { arcByChordKm } from './chord-arc';
import { DEGREE, ECCENTRICITY2, SEMI_MAJOR_KM } from './ellipsoid';
import { distanceKm } from './geodesic';

/** The formulas are for steps up to this (102 km), up to the latitude of this cosine (84). */
const WIDEST_STEP_RAD = 0.016;
const LEAST_COS_LAT = 0.1;
/** Sine and cosine of the latitude are carried from step to step, and renewed every 64. */
const RENEW_MASK = 63;

const SECOND_ECCENTRICITY2 = ECCENTRICITY2 / (1 - ECCENTRICITY2);
const QUARTER = ECCENTRICITY2 / 4;
const EQUATOR2 = SEMI_MAJOR_KM * SEMI_MAJOR_KM;
const MERIDIAN2 = EQUATOR2 * (1 - ECCENTRICITY2) * (1 - ECCENTRICITY2);

/**
 * Chainages of a geodesic polyline: km from its first vertex to each vertex, as prefix sums.
 *
 * Steps of up to 102 km, which is nearly all of a drawn line, are measured by Gauss's mid-latitude
 * formulas (Jordan/Eggert, Handbuch der Vermessungskunde III) squared and added: with differences
 * phi, lambda and radii of curvature N, M at the middle latitude, S and C its sine and cosine
 * squared, d = 1 / (1 - e^2 S),
 *   s^2 = N^2 lambda^2 (C - (S C lambda^2 + (1 + 2S - e'^2 C (1 - 4S)) phi^2) / 12)
 *         + M^2 phi^2 (1 + e^2 d (1 - 2S + 5 e^2 S C d) phi^2 / 4).
 * It needs no trigonometry: sine and cosine of the next middle latitude follow by the addition
 * theorem. It is within 5e-10 of Karney, and within 1e-11 for steps of 20 km. Longer steps, and
 * those near a pole, are measured by their chord, beyond 140 km by Karney himself.
 */
export function chainagesKm(points: readonly LngLat[]): Float64Array {
  const sums = new Float64Array(points.length);
  accumulate(points, sums);
  return sums;
}

/** Geodesic length in km. */
export function lineLengthKm(points: readonly LngLat[]): number {
  return accumulate(points, undefined);
}

/** The length of the whole; the sum up to each vertex goes into `sums`. */
function accumulate(points: readonly LngLat[], sums: Float64Array | undefined): number {
  const first = points[0];
  if (!first) return 0;
  let lng = first[0];
  let lat = first[1];
  // Sine and cosine at `middle`, the latitude half-way along the last step, in degrees.
  let middle = lat;
  let sin = Math.sin(lat * DEGREE);
  let cos = Math.cos(lat * DEGREE);
  let total = 0;
  for (let i = 1; i < points.length; i++) {
    const point = points[i]!;
    const lambda = (point[0] - lng) * DEGREE;
    const phi = (point[1] - lat) * DEGREE;
    const lambda2 = lambda * lambda;
    const phi2 = phi * phi;
    const nextMiddle = (point[1] + lat) / 2;
    lng = point[0];
    lat = point[1];
    if (lambda2 + phi2 < WIDEST_STEP_RAD * WIDEST_STEP_RAD && cos > LEAST_COS_LAT) {
      if ((i & RENEW_MASK) === 0) {
        sin = Math.sin(nextMiddle * DEGREE);
        cos = Math.cos(nextMiddle * DEGREE);
      } else {
        const turn = (nextMiddle - middle) * DEGREE;
        const turn2 = turn * turn;
        const sinTurn = turn * (1 - (turn2 / 6) * (1 - turn2 / 20));
        const versedTurn = turn2 * (1 / 2 - turn2 / 24);
        const nextSin = sin + (cos * sinTurn - sin * versedTurn);
        cos -= sin * sinTurn + cos * versedTurn;
        sin = nextSin;
      }
      const sin2 = sin * sin;
      const cos2 = 1 - sin2;
      const d = 1 / (1 - ECCENTRICITY2 * sin2);
      const parallel2 = EQUATOR2 * d * lambda2;
      const bulge = 5 * ECCENTRICITY2 * sin2 * cos2 * d;
      const bend = 1 + 2 * sin2 - SECOND_ECCENTRICITY2 * cos2 * (1 - 4 * sin2);
      total += Math.sqrt(
        parallel2 * (cos2 - (sin2 * cos2 * lambda2 + bend * phi2) * (1 / 12)) +
          MERIDIAN2 * d * d * d * phi2 * (1 + (1 - 2 * sin2 + bulge) * d * QUARTER * phi2),
      );
      middle = nextMiddle;
    } else {
      const from = points[i - 1]!;
      total += arcByChordKm(from, point) ?? distanceKm(from, point);
      middle = lat;
      sin = Math.sin(lat * DEGREE);
      cos = Math.cos(lat * DEGREE);
    }
    if (sums) sums[i] = total;
  }
  return total;
}
