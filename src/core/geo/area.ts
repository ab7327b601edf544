import geographiclib from 'geographiclib-geodesic';
import type { MultiPolygon, Polygon } from 'geojson';
import { DEGREE, ECCENTRICITY2, SEMI_MAJOR_KM } from './ellipsoid';
import { nearestTurn } from './geodesic';

const E = Math.sqrt(ECCENTRICITY2);
const wgs84 = geographiclib.Geodesic.WGS84;

/** q of the authalic latitude (Snyder 1987, eq. 3-12). */
function authalicQ(sinLat: number): number {
  const es = E * sinLat;
  return (1 - ECCENTRICITY2) * (sinLat / (1 - es * es) + Math.atanh(es) / E);
}
const Q_POLE = authalicQ(1);

/** Square of the radius of the sphere that has the ellipsoid's area, km2. */
export const AUTHALIC_RADIUS2_KM2 = (SEMI_MAJOR_KM * SEMI_MAJOR_KM * Q_POLE) / 2;

/** Sine of the authalic latitude of a geodetic one: area is a linear function of it. */
export function authalicSine(lat: number): number {
  return authalicQ(Math.sin(lat * DEGREE)) / Q_POLE;
}

/** The geodetic latitude of an authalic sine, in degrees (Snyder 1987, eq. 3-18, to e^6). */
export function latitudeOfAuthalicSine(sine: number): number {
  const beta = Math.asin(Math.max(-1, Math.min(1, sine)));
  const e2 = ECCENTRICITY2;
  const e4 = e2 * e2;
  const e6 = e4 * e2;
  const lat =
    beta +
    (e2 / 3 + (31 / 180) * e4 + (517 / 5040) * e6) * Math.sin(2 * beta) +
    ((23 / 360) * e4 + (251 / 3780) * e6) * Math.sin(4 * beta) +
    (761 / 45360) * e6 * Math.sin(6 * beta);
  return lat / DEGREE;
}

/** Edges up to this many degrees (about 15 km) are great circles of the authalic sphere. */
const SHORT_EDGE_DEG = 0.14;

/**
 * Area of a (Multi)Polygon in km2 on WGS84, edges being geodesics, holes taken off. Short edges are
 * measured on the sphere of equal area, where the difference is below 1e-8 of the area; long ones
 * by Karney. Rings may be wrapped or unwrapped; of a ring that runs round a pole the nearer part
 * of the earth counts as the inside.
 */
export function polygonAreaKm2(geometry: Polygon | MultiPolygon): number {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let total = 0;
  for (const rings of polygons)
    rings.forEach((ring, i) => {
      total += (i === 0 ? 1 : -1) * ringAreaKm2(ring);
    });
  return total;
}

/** Area within one ring in km2, whichever way it turns. */
export function ringAreaKm2(ring: readonly (readonly number[])[]): number {
  const count = ring.length;
  if (count < 3) return 0;
  let sum = 0;
  let turned = 0;
  let [lng, lat] = ring[count - 1] as [number, number];
  let tan = halfTangent(lat);
  for (let i = 0; i < count; i++) {
    const [nextLng, nextLat] = ring[i] as [number, number];
    const nextTan = halfTangent(nextLat);
    const step = nearestTurn(nextLng - lng, 0);
    turned += step;
    if (Math.abs(step) < SHORT_EDGE_DEG && Math.abs(nextLat - lat) < SHORT_EDGE_DEG)
      sum +=
        2 *
        AUTHALIC_RADIUS2_KM2 *
        Math.atan2(Math.tan((step * DEGREE) / 2) * (tan + nextTan), 1 + tan * nextTan);
    else if (step !== 0) sum += areaToEquatorKm2(lng, lat, step, nextLat);
    lng = nextLng;
    lat = nextLat;
    tan = nextTan;
  }
  const half = 2 * Math.PI * AUTHALIC_RADIUS2_KM2;
  return Math.abs(turned) > 180 ? half - Math.abs(sum) : Math.abs(sum);
}

/** Tangent of half the authalic latitude. */
function halfTangent(lat: number): number {
  const sine = Math.max(-1, Math.min(1, authalicSine(lat)));
  return sine / (1 + Math.sqrt(1 - sine * sine));
}

/** Area between a geodesic and the equator, positive eastward on the northern half. */
function areaToEquatorKm2(lng: number, lat: number, step: number, nextLat: number): number {
  const { S12 } = wgs84.Inverse(lat, lng, nextLat, lng + step, geographiclib.Geodesic.AREA);
  return S12! / 1e6;
}
