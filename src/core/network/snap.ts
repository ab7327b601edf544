import Flatbush from 'flatbush';
import { toEcef } from '../geo/ellipsoid';
import { distanceKm, nearestTurn } from '../geo/geodesic';
import { MODES, type LngLat, type Mode } from '../types';
import { coordsBox, coordsChainages, pointAtShare } from './edge-geometry';
import type { NetworkEdge } from './types';

/** Beyond this gap in km a place is too far from the network to be joined to it. */
export const MAX_SNAP_KM = 100;

export interface Snap {
  /** Index into the edges searched. */
  edge: number;
  /** Where on the edge, as a share of its length. */
  share: number;
  lng: number;
  lat: number;
  /** Geodesic km between the place and the edge. */
  gapKm: number;
  /** Square of the chord between the two, km², by which edges are compared. */
  chord2: number;
}

/** A degree of latitude is at least 110.57 km long, a degree of longitude at least this times cos. */
const KM_PER_DEGREE = 110.5;

const indexes = new WeakMap<readonly NetworkEdge[], Flatbush>();
const spatial = new WeakMap<LngLat[], Float64Array>();

/**
 * The point of any edge nearest to a place, undefined where none lies within `maxKm`. Segments are
 * measured as chords in space, which is right across 180 degrees and near the pole; on segments of
 * 20 km a chord lies 8 m below the surface, so of two edges that are equally near by a few metres
 * either may be taken. The gap itself is geodesic.
 */
export function nearestOnEdges(
  edges: readonly NetworkEdge[],
  [lng, lat]: LngLat,
  { maxKm = MAX_SNAP_KM, modes = MODES }: { maxKm?: number; modes?: readonly Mode[] } = {},
): Snap | undefined {
  const point = new Float64Array(3);
  toEcef(lng, lat, point, 0);
  // Most places lie near a line: look close by first.
  for (const radiusKm of maxKm > 15 ? [15, maxKm] : [maxKm]) {
    let best: { edge: number; share: number; chord2: number } | undefined;
    for (const edge of edgesNear(edges, lng, lat, radiusKm)) {
      if (!modes.includes(edges[edge]!.mode)) continue;
      const found = nearestOnCoords(edges[edge]!.coords, point, best?.chord2 ?? Infinity);
      if (found) best = { edge, ...found };
    }
    if (!best) continue;
    const [onLng, onLat] = pointAtShare(edges[best.edge]!.coords, best.share);
    const gapKm = distanceKm([lng, lat], [onLng, onLat]);
    if (gapKm > radiusKm) continue;
    return { ...best, lng: nearestTurn(onLng, 0), lat: onLat, gapKm };
  }
  return undefined;
}

function edgesNear(
  edges: readonly NetworkEdge[],
  lng: number,
  lat: number,
  radiusKm: number,
): number[] {
  if (edges.length === 0) return [];
  let index = indexes.get(edges);
  if (!index) {
    index = boxIndex(edges);
    indexes.set(edges, index);
  }
  const dLat = radiusKm / KM_PER_DEGREE;
  const cos = Math.cos((Math.min(89, Math.abs(lat) + dLat) * Math.PI) / 180);
  const dLng = Math.min(180, dLat / cos);
  const found = new Set<number>();
  const centre = nearestTurn(lng, 0);
  for (const x of [centre - 360, centre, centre + 360])
    for (const edge of index.search(x - dLng, lat - dLat, x + dLng, lat + dLat)) found.add(edge);
  return [...found].sort((a, b) => a - b);
}

function boxIndex(edges: readonly NetworkEdge[]): Flatbush {
  const index = new Flatbush(edges.length);
  for (const { coords } of edges) {
    const [west, south, east, north] = coordsBox(coords);
    // Where a line lies by its longitudes; one that passes 180 degrees reaches beyond it.
    const turn = nearestTurn(west, 0) - west;
    index.add(west + turn, south, east + turn, north);
  }
  index.finish();
  return index;
}

function nearestOnCoords(
  coords: LngLat[],
  point: Float64Array,
  within: number,
): { share: number; chord2: number } | undefined {
  let xyz = spatial.get(coords);
  if (!xyz) {
    xyz = new Float64Array(coords.length * 3);
    for (let i = 0; i < coords.length; i++) toEcef(coords[i]![0], coords[i]![1], xyz, 3 * i);
    spatial.set(coords, xyz);
  }
  let least = within;
  let at = -1;
  let along = 0;
  for (let i = 0; i + 3 < xyz.length; i += 3) {
    const ax = xyz[i]! - point[0]!;
    const ay = xyz[i + 1]! - point[1]!;
    const az = xyz[i + 2]! - point[2]!;
    const dx = xyz[i + 3]! - xyz[i]!;
    const dy = xyz[i + 4]! - xyz[i + 1]!;
    const dz = xyz[i + 5]! - xyz[i + 2]!;
    const length2 = dx * dx + dy * dy + dz * dz;
    const t =
      length2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy + az * dz) / length2));
    const ex = ax + t * dx;
    const ey = ay + t * dy;
    const ez = az + t * dz;
    const chord2 = ex * ex + ey * ey + ez * ez;
    if (chord2 < least) {
      least = chord2;
      at = i / 3;
      along = t;
    }
  }
  if (at < 0) return undefined;
  const chainages = coordsChainages(coords);
  const total = chainages[coords.length - 1]!;
  const km = chainages[at]! + along * (chainages[at + 1]! - chainages[at]!);
  return { share: total === 0 ? 0 : km / total, chord2: least };
}
