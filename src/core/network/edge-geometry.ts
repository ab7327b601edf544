import type { LineString, MultiLineString } from 'geojson';
import { nearestTurn } from '../geo/geodesic';
import { polylineKm } from '../geo/length';

/**
 * The vertices of an edge as `[lng, lat, lng, lat, ...]`, its parts joined where it was cut at 180
 * degrees and its longitudes unwrapped, so that they never jump. Remembered by geometry object,
 * because networks are rebuilt for every scenario and geometries never change.
 */
export function edgeCoords(geometry: LineString | MultiLineString): number[] {
  const known = coordsOf.get(geometry);
  if (known) return known;
  const parts = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  const coords: number[] = [];
  for (const part of parts) {
    for (const position of part) {
      const lng = position[0]!;
      const lat = position[1]!;
      const n = coords.length;
      if (n === 0) {
        coords.push(lng, lat);
        continue;
      }
      const turned = nearestTurn(lng, coords[n - 2]!);
      // The cut point stands on both sides of 180 degrees; once is enough.
      if (turned !== coords[n - 2] || lat !== coords[n - 1]) coords.push(turned, lat);
    }
  }
  coordsOf.set(geometry, coords);
  return coords;
}

const coordsOf = new WeakMap<object, number[]>();
const kmOf = new WeakMap<object, number>();

/** Geodesic length of an edge's vertices in km, remembered by array. */
export function coordsKm(coords: number[]): number {
  let km = kmOf.get(coords);
  if (km === undefined) {
    km = polylineKm(coords);
    kmOf.set(coords, km);
  }
  return km;
}
