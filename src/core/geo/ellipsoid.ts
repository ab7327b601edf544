import type { LngLat } from '../types';

/** WGS84: semi-axes in km, eccentricities squared (NIMA TR8350.2). */
export const SEMI_MAJOR_KM = 6378.137;
export const FLATTENING = 1 / 298.257223563;
export const SEMI_MINOR_KM = SEMI_MAJOR_KM * (1 - FLATTENING);
/** First eccentricity squared. */
export const ECCENTRICITY2 = FLATTENING * (2 - FLATTENING);

/** Smallest and largest radius of curvature of any normal section: meridian at equator and pole. */
export const MIN_CURVATURE_RADIUS_KM = (SEMI_MINOR_KM * SEMI_MINOR_KM) / SEMI_MAJOR_KM;
export const MAX_CURVATURE_RADIUS_KM = (SEMI_MAJOR_KM * SEMI_MAJOR_KM) / SEMI_MINOR_KM;

export const DEGREE = Math.PI / 180;

/** Writes earth-centred Cartesian coordinates (km) of a point on the ellipsoid into `out` at `at`. */
export function toEcef(lng: number, lat: number, out: Float64Array, at: number): void {
  const sinLat = Math.sin(lat * DEGREE);
  const cosLat = Math.cos(lat * DEGREE);
  const n = SEMI_MAJOR_KM / Math.sqrt(1 - ECCENTRICITY2 * sinLat * sinLat);
  out[at] = n * cosLat * Math.cos(lng * DEGREE);
  out[at + 1] = n * cosLat * Math.sin(lng * DEGREE);
  out[at + 2] = n * (1 - ECCENTRICITY2) * sinLat;
}

/**
 * Longitude and latitude of a point near the surface (within a few km), where the ellipsoid's
 * normal through it meets the surface. Bowring's formula, 1976: one step is exact to 1e-11 rad here.
 */
export function fromEcef(x: number, y: number, z: number): LngLat {
  const p = Math.hypot(x, y);
  const reduced = Math.atan2(z * SEMI_MAJOR_KM, p * SEMI_MINOR_KM);
  const s = Math.sin(reduced);
  const c = Math.cos(reduced);
  const secondEccentricity2 = ECCENTRICITY2 / (1 - ECCENTRICITY2);
  const lat = Math.atan2(
    z + secondEccentricity2 * SEMI_MINOR_KM * s * s * s,
    p - ECCENTRICITY2 * SEMI_MAJOR_KM * c * c * c,
  );
  return [Math.atan2(y, x) / DEGREE, lat / DEGREE];
}

/** Chord so short that the geodesic between its ends is certainly no longer than `km` (Schur). */
export function chordSurelyWithinKm(km: number): number {
  return 2 * MIN_CURVATURE_RADIUS_KM * Math.sin(km / 2 / MIN_CURVATURE_RADIUS_KM);
}

/** Chord so long that the geodesic between its ends is certainly longer than `km`. */
export function chordSurelyBeyondKm(km: number): number {
  // A tenth of a per mille above the largest radius makes up for the geodesic's torsion.
  const radius = MAX_CURVATURE_RADIUS_KM * 1.0001;
  return 2 * radius * Math.sin(km / 2 / radius);
}
