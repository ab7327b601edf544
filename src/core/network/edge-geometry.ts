import type { LineString, MultiLineString } from 'geojson';
import { unwrap } from '../geo/antimeridian';
import { distanceKm } from '../geo/geodesic';
import { chainagesKm } from '../geo/line-length';
import type { LngLat } from '../types';

const coordsOf = new WeakMap<object, LngLat[]>();
const chainagesOf = new WeakMap<object, Float64Array>();
const boxesOf = new WeakMap<object, Box>();

/**
 * The vertices of an edge, its parts joined where it was cut at 180 degrees and its longitudes
 * unwrapped. Remembered by geometry object: networks are rebuilt for every scenario, geometries
 * never change.
 */
export function edgeCoords(geometry: LineString | MultiLineString): LngLat[] {
  const known = coordsOf.get(geometry);
  if (known) return known;
  const parts = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  // The cut point stands on both sides of 180 degrees; once is enough.
  const coords = unwrap(parts.flat() as LngLat[]).filter(
    ([lng, lat], i, all) => i === 0 || lng !== all[i - 1]![0] || lat !== all[i - 1]![1],
  );
  coordsOf.set(geometry, coords);
  return coords;
}

/** Geodesic km from the first vertex to each vertex, remembered by array. */
export function coordsChainages(coords: LngLat[]): Float64Array {
  let chainages = chainagesOf.get(coords);
  if (!chainages) {
    chainages = chainagesKm(coords);
    chainagesOf.set(coords, chainages);
  }
  return chainages;
}

/** Longitudes beyond 180 degrees where the line they belong to passes it. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** The box of a line's vertices, remembered by array. */
export function coordsBox(coords: LngLat[]): Box {
  let box = boxesOf.get(coords);
  if (!box) boxesOf.set(coords, (box = boxOf(coords)));
  return box;
}

/** The box of the vertices of a line. */
export function boxOf(coords: readonly LngLat[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng, lat] of coords) {
    if (lng < west) west = lng;
    if (lng > east) east = lng;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  return [west, south, east, north];
}

/** Geodesic length in km. */
export const coordsKm = (coords: LngLat[]): number => coordsChainages(coords)[coords.length - 1]!;

/**
 * The part of a line between two shares of its length (0 to 1), in the direction from `start` to
 * `end`; at least two points, also where it has no length.
 */
export function sliceByShare(coords: LngLat[], start: number, end: number): LngLat[] {
  if (start > end) return sliceByShare(coords, end, start).reverse();
  if (start <= 0 && end >= 1) return coords.slice();
  const chainages = coordsChainages(coords);
  const total = chainages[coords.length - 1]!;
  const part: LngLat[] = [pointAtKm(coords, chainages, start * total)];
  for (let i = 0; i < coords.length; i++)
    if (chainages[i]! > start * total && chainages[i]! < end * total) part.push(coords[i]!);
  part.push(pointAtKm(coords, chainages, end * total));
  return part;
}

/** The point at a share (0 to 1) of a line's length. */
export function pointAtShare(coords: LngLat[], share: number): LngLat {
  const chainages = coordsChainages(coords);
  return pointAtKm(coords, chainages, share * chainages[coords.length - 1]!);
}

function pointAtKm(coords: LngLat[], chainages: Float64Array, km: number): LngLat {
  const last = coords.length - 1;
  if (km <= 0) return coords[0]!;
  if (km >= chainages[last]!) return coords[last]!;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (chainages[middle]! <= km) low = middle;
    else high = middle;
  }
  const step = chainages[high]! - chainages[low]!;
  // Vertices lie so close that the straight segment departs from the geodesic by 50 m at most.
  const t = step === 0 ? 0 : (km - chainages[low]!) / step;
  const [aLng, aLat] = coords[low]!;
  const [bLng, bLat] = coords[high]!;
  return [aLng + t * (bLng - aLng), aLat + t * (bLat - aLat)];
}

/** Geodesic km between two nodes. */
export const betweenKm = (
  a: { lng: number; lat: number },
  b: { lng: number; lat: number },
): number => distanceKm([a.lng, a.lat], [b.lng, b.lat]);
