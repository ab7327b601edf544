import type { LngLat } from '../types';
import { DEGREE, ECCENTRICITY2, SEMI_MAJOR_KM } from './ellipsoid';

/** Chords up to this keep the arc within 4e-12 of Karney; longer ones are left to him. */
const LONGEST_CHORD_KM = 140;

/** M = N q, with q = N^2 times this. */
const MERIDIAN_SCALE = (1 - ECCENTRICITY2) / (SEMI_MAJOR_KM * SEMI_MAJOR_KM);

/**
 * Length of the geodesic between two points that are less than 140 km apart, from their chord in
 * space: c (1 + k/24 + 3 k^2/640), k = (c/R)^2, with Euler's radius of curvature R in the chord's
 * direction half-way. Undefined for points farther apart.
 */
export function arcByChordKm(from: LngLat, to: LngLat): number | undefined {
  const sin1 = Math.sin(from[1] * DEGREE);
  const sin2 = Math.sin(to[1] * DEGREE);
  const n1 = SEMI_MAJOR_KM / Math.sqrt(1 - ECCENTRICITY2 * sin1 * sin1);
  const n2 = SEMI_MAJOR_KM / Math.sqrt(1 - ECCENTRICITY2 * sin2 * sin2);
  const p1 = n1 * Math.cos(from[1] * DEGREE);
  const p2 = n2 * Math.cos(to[1] * DEGREE);
  const half = Math.sin(((to[0] - from[0]) * DEGREE) / 2);
  const eastward2 = 4 * p1 * p2 * half * half;
  const dp = p2 - p1;
  const dz = (n2 * sin2 - n1 * sin1) * (1 - ECCENTRICITY2);
  const chord2 = eastward2 + dp * dp + dz * dz;
  if (chord2 === 0) return 0;
  if (!(chord2 < LONGEST_CHORD_KM * LONGEST_CHORD_KM)) return undefined;
  const n = (n1 + n2) / 2;
  const q = n * n * MERIDIAN_SCALE;
  // Euler's 1/R = E/N + (1 - E)/M, E the eastward share of the chord squared.
  const numerator = eastward2 * q + (chord2 - eastward2);
  const k = (numerator * numerator) / (chord2 * n * n * q * q);
  return Math.sqrt(chord2) * (1 + (k / 24) * (1 + (9 / 80) * k));
}
