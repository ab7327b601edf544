import type { LngLat } from '../types';
import { DEGREE } from './ellipsoid';
import { nearestTurn } from './geodesic';

/**
 * A stereographic plane over a pole, in km at the pole: 180 degrees is a line like any other and the
 * pole a point like any other; only the other pole is out of reach. Geodetic latitude is taken for
 * spherical, which bends nothing that matters: every figure is measured on the ellipsoid before
 * projecting or after. Seen from above, a ring that turns left on the ground turns left here.
 */
export interface PolarPlane {
  /** 1: the north pole is the centre; -1: the south pole. */
  pole: 1 | -1;
  /** The longitude along which x grows. */
  meridian: number;
}

export const PLANE_DIAMETER_KM = 2 * 6371.0088;

export function projectX(plane: PolarPlane, lng: number, lat: number): number {
  return planeRadius(plane, lat) * Math.cos((lng - plane.meridian) * DEGREE);
}

export function projectY(plane: PolarPlane, lng: number, lat: number): number {
  return plane.pole * planeRadius(plane, lat) * Math.sin((lng - plane.meridian) * DEGREE);
}

export function unproject(plane: PolarPlane, x: number, y: number): LngLat {
  const lat = 90 - (2 * Math.atan(Math.hypot(x, y) / PLANE_DIAMETER_KM)) / DEGREE;
  const lng = nearestTurn(Math.atan2(plane.pole * y, x) / DEGREE + plane.meridian, 0);
  return [lng, plane.pole * lat];
}

/** Plane km per km on the ground at a latitude. */
export function planeScale(plane: PolarPlane, lat: number): number {
  const c = Math.cos(((90 - plane.pole * lat) / 2) * DEGREE);
  return 1 / (c * c);
}

/** How much a great circle bends in the plane at a latitude: at most this, in 1/km of ground. */
export function planeBend(plane: PolarPlane, lat: number): number {
  return Math.tan(((90 - plane.pole * lat) / 2) * DEGREE) / (PLANE_DIAMETER_KM / 2);
}

function planeRadius(plane: PolarPlane, lat: number): number {
  return PLANE_DIAMETER_KM * Math.tan(((90 - plane.pole * lat) / 2) * DEGREE);
}
