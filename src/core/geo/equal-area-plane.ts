import { area, areaPaths } from 'clipper2-ts';
import type { Path64, Paths64, Rect64 } from 'clipper2-ts';
import type { MultiPolygon, Polygon } from 'geojson';
import type { LngLat } from '../types';
import { AUTHALIC_RADIUS2_KM2, authalicSine, latitudeOfAuthalicSine } from './area';
import { DEGREE } from './ellipsoid';
import { nearestTurn } from './geodesic';

/**
 * A (Multi)Polygon in the polar Lambert azimuthal plane of the WGS84 ellipsoid (Snyder 1987, ch. 24),
 * in whole metres. Areas there are areas on the ellipsoid; 180 degrees and the north pole are
 * nothing special.
 */
export interface PlaneRegion {
  paths: Paths64;
  box: Rect64;
  areaKm2: number;
}

/** Whole units of the plane in a km. */
export const EQUAL_AREA_UNITS_PER_KM = 1000;
/** Edges, straight in longitude and latitude, are cut into steps of longitude so long at most. */
const STEP_DEG = 0.5;

/** Projects a polygon. Off by the sagitta of half-degree steps, 30 m at 60 north, on long edges. */
export function toEqualAreaPlane(geometry: Polygon | MultiPolygon): PlaneRegion {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const paths: Paths64 = polygons.flatMap((rings) =>
    rings.map((ring, i) => turned(projectRing(ring), i === 0 ? 1 : -1)),
  );
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const path of paths)
    for (const { x, y } of path) {
      if (x < box.left) box.left = x;
      if (x > box.right) box.right = x;
      if (y < box.top) box.top = y;
      if (y > box.bottom) box.bottom = y;
    }
  return {
    paths,
    box,
    areaKm2: Math.abs(areaPaths(paths)) / (EQUAL_AREA_UNITS_PER_KM * EQUAL_AREA_UNITS_PER_KM),
  };
}

/** Outer rings turn left, holes right, so that holes take off what outer rings give. */
function turned(path: Path64, sense: 1 | -1): Path64 {
  return area(path) * sense < 0 ? path.reverse() : path;
}

/** The place at a point of the plane, given in km. */
export function fromEqualAreaPlane(x: number, y: number): LngLat {
  const sine = 1 - (x * x + y * y) / (2 * AUTHALIC_RADIUS2_KM2);
  return [Math.atan2(y, x) / DEGREE, latitudeOfAuthalicSine(sine)];
}

function projectRing(ring: readonly (readonly number[])[]): Path64 {
  const out: Path64 = [];
  ring.forEach((end, i) => {
    const start = ring[i - 1];
    if (!start) return;
    const [lng, lat] = start as [number, number];
    const turn = nearestTurn(end[0]! - lng, 0);
    const rise = end[1]! - lat;
    const steps = Math.max(1, Math.ceil(Math.abs(turn) / STEP_DEG));
    for (let k = 1; k <= steps; k++)
      out.push(projectPoint(lng + (turn * k) / steps, lat + (rise * k) / steps));
  });
  return out;
}

function projectPoint(lng: number, lat: number): { x: number; y: number; z: number } {
  const radius = Math.sqrt(Math.max(0, 2 * AUTHALIC_RADIUS2_KM2 * (1 - authalicSine(lat))));
  return {
    x: Math.round(radius * Math.cos(lng * DEGREE) * EQUAL_AREA_UNITS_PER_KM),
    y: Math.round(radius * Math.sin(lng * DEGREE) * EQUAL_AREA_UNITS_PER_KM),
    z: 0,
  };
}
