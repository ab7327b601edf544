import geographiclib from 'geographiclib-geodesic';
import type { LngLat } from '../types';

/**
 * Geodesics on the WGS84 ellipsoid by GeographicLib (Karney, "Algorithms for geodesics", J. Geodesy
 * 87, 2013): accurate to nanometres for any two points. Distances in km, azimuths in degrees
 * clockwise from north, in [-180, 180].
 */
const wgs84 = geographiclib.Geodesic.WGS84;

export interface Inverse {
  distanceKm: number;
  /** Azimuth of the geodesic where it leaves the first point. */
  initialBearing: number;
  /** Azimuth of the geodesic where it arrives at the second point (still forward). */
  finalBearing: number;
}

/** The geodesic between two points: its length and its azimuths at both ends. */
export function inverse(from: LngLat, to: LngLat): Inverse {
  const r = wgs84.Inverse(from[1], from[0], to[1], to[0]);
  return { distanceKm: r.s12! / 1000, initialBearing: r.azi1!, finalBearing: r.azi2! };
}

/** Geodesic distance in km. */
export function distanceKm(from: LngLat, to: LngLat): number {
  return wgs84.Inverse(from[1], from[0], to[1], to[0], geographiclib.Geodesic.DISTANCE).s12! / 1000;
}

/** The point reached from `from` after `km` along the geodesic that leaves at `bearing`. */
export function destination(from: LngLat, bearing: number, km: number): LngLat {
  const r = wgs84.Direct(from[1], from[0], bearing, km * 1000);
  return [r.lon2!, r.lat2!];
}

/**
 * Points along the geodesic from one point to another so that no stretch between neighbours is
 * longer than `maxStepKm`; both ends included, exactly as given. Longitudes are unwrapped: each
 * follows its predecessor by less than 180 degrees, so they may leave [-180, 180].
 */
export function geodesicPoints(from: LngLat, to: LngLat, maxStepKm: number): LngLat[] {
  const line = wgs84.InverseLine(from[1], from[0], to[1], to[0]);
  const totalM = line.s13;
  const steps = Math.max(1, Math.ceil(totalM / 1000 / maxStepKm));
  const points: LngLat[] = [from];
  for (let i = 1; i <= steps; i++) {
    const r = i === steps ? { lon2: to[0], lat2: to[1] } : line.Position((totalM * i) / steps);
    const previous = points[points.length - 1]![0];
    points.push([nearestTurn(r.lon2!, previous), r.lat2!]);
  }
  return points;
}

/** The same along a line of geodesics through several points, each of which is among them. */
export function geodesicThrough(points: readonly LngLat[], maxStepKm: number): LngLat[] {
  const line: LngLat[] = points.slice(0, 1);
  for (const point of points.slice(1)) {
    const last = line[line.length - 1]!;
    const next: LngLat = [nearestTurn(point[0], last[0]), point[1]];
    line.push(...geodesicPoints(last, next, maxStepKm).slice(1));
  }
  return line;
}

/** `lng` plus or minus whole turns, so that it lies within 180 degrees of `reference`. */
export function nearestTurn(lng: number, reference: number): number {
  return lng - 360 * Math.round((lng - reference) / 360);
}
