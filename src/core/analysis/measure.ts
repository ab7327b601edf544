import { length } from '@turf/turf';
import { UserError } from '../errors';
import { ringAreaKm2 } from '../geo/area';
import { inverse } from '../geo/geodesic';
import type { LngLat } from '../types';

/** One stretch of a measured line; bearings in degrees clockwise from north, in [-180, 180]. */
export interface MeasuredSegment {
  from: LngLat;
  to: LngLat;
  /** WGS84 geodesic. */
  distanceKm: number;
  initialBearing: number;
  /** Azimuth on arrival, still forward. */
  finalBearing: number;
}

export interface Measurement {
  /** WGS84 geodesic (Karney): the figure the product stands by. */
  distanceKm: number;
  /** The same line on turf's sphere of radius 6371.0088 km, for comparison. */
  sphericalKm: number;
  segments: MeasuredSegment[];
}

/**
 * Geodesic length and bearings of a line through the given points.
 * @throws UserError `too-few-points`, `bad-coordinate`
 */
export function measureLine(points: readonly LngLat[]): Measurement {
  requirePoints(points, 2, 'a measurement', 'two');
  const segments = points.slice(1).map((to, i): MeasuredSegment => {
    const from = points[i]!;
    return { from, to, ...inverse(from, to) };
  });
  return {
    distanceKm: segments.reduce((sum, segment) => sum + segment.distanceKm, 0),
    sphericalKm: sphericalLengthKm(points),
    segments,
  };
}

/** An area whose edges are geodesics, the last leading back to the first point. */
export interface AreaMeasurement extends Measurement {
  /** On the WGS84 ellipsoid; of a ring round a pole the nearer part of the earth is the inside. */
  areaKm2: number;
}

/**
 * Geodesic area, perimeter (`distanceKm`) and bearings of a ring through the given points.
 * @throws UserError `too-few-points`, `bad-coordinate`
 */
export function measureRing(points: readonly LngLat[]): AreaMeasurement {
  requirePoints(points, 3, 'an area', 'three');
  const ring = [...points, points[0]!];
  return { ...measureLine(ring), areaKm2: ringAreaKm2(ring) };
}

function requirePoints(
  points: readonly LngLat[],
  least: number,
  what: string,
  leastInWords: string,
): void {
  if (points.length < least)
    throw new UserError(
      'too-few-points',
      `${what} needs ${leastInWords} points or more, this has ${points.length}`,
    );
  points.forEach(requireCoordinate);
}

/** Length on turf's sphere, km. */
export function sphericalLengthKm(points: readonly LngLat[]): number {
  if (points.length < 2) return 0;
  const geometry = { type: 'LineString' as const, coordinates: points as LngLat[] };
  return length({ type: 'Feature', properties: {}, geometry }, { units: 'kilometers' });
}

/**
 * Lets a coordinate pass that is finite, within 90 degrees of latitude and 540 of longitude (lines
 * across 180 degrees may be unwrapped).
 * @throws UserError `bad-coordinate`
 */
export function requireCoordinate(point: readonly number[]): void {
  const [lng, lat] = point;
  if (Number.isFinite(lng) && Number.isFinite(lat) && Math.abs(lng!) <= 540 && Math.abs(lat!) <= 90)
    return;
  throw new UserError(
    'bad-coordinate',
    `${String(lng)},${String(lat)} is no place: write LNG,LAT in degrees, longitude within 180 and latitude within 90`,
  );
}
