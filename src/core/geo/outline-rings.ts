import type { Path64 } from 'clipper2-ts';
import type { LngLat } from '../types';
import { nearestTurn } from './geodesic';
import { planeScale, projectX, projectY, unproject, type PolarPlane } from './polar-plane';

/** Enough for an edge that passes a metre from the pole. */
const MOST_HALVINGS = 24;
/** Beyond this a step of longitude may hide which way round the pole it goes. */
const WIDEST_STEP_DEG = 45;

/**
 * A closed path of the plane as an unwrapped ring of longitudes and latitudes, with vertices added
 * until edges that are straight in longitude and latitude, as RFC 7946 reads them, keep within
 * `toleranceKm` of the edges of the plane.
 */
export function ringFromPlane(
  plane: PolarPlane,
  path: Path64,
  unitKm: number,
  toleranceKm: number,
): LngLat[] {
  const ring: LngLat[] = [];
  let fromX = path[0]!.x * unitKm;
  let fromY = path[0]!.y * unitKm;
  let from = unproject(plane, fromX, fromY);
  for (let i = 1; i <= path.length; i++) {
    const end = path[i % path.length]!;
    const toX = end.x * unitKm;
    const toY = end.y * unitKm;
    const next = unproject(plane, toX, toY);
    const to: LngLat = [nearestTurn(next[0], from[0]), next[1]];
    ring.push(from);
    addMiddles(ring, plane, fromX, fromY, from, toX, toY, to, toleranceKm, MOST_HALVINGS);
    const last = ring[ring.length - 1]!;
    from = [nearestTurn(to[0], last[0]), to[1]];
    fromX = toX;
    fromY = toY;
  }
  return ring;
}

/** Pushes the vertices needed between two points, both excluded. */
function addMiddles(
  ring: LngLat[],
  plane: PolarPlane,
  ax: number,
  ay: number,
  a: LngLat,
  bx: number,
  by: number,
  b: LngLat,
  toleranceKm: number,
  depth: number,
): void {
  if (depth === 0) return;
  const mx = (ax + bx) / 2;
  const my = (ay + by) / 2;
  const lng = (a[0] + b[0]) / 2;
  const lat = (a[1] + b[1]) / 2;
  const off = Math.hypot(projectX(plane, lng, lat) - mx, projectY(plane, lng, lat) - my);
  const wide = Math.abs(b[0] - a[0]) > WIDEST_STEP_DEG;
  if (off <= toleranceKm * planeScale(plane, lat) && !wide) return;
  const middle = unproject(plane, mx, my);
  const m: LngLat = [nearestTurn(middle[0], a[0]), middle[1]];
  addMiddles(ring, plane, ax, ay, a, mx, my, m, toleranceKm, depth - 1);
  ring.push(m);
  const end: LngLat = [nearestTurn(b[0], m[0]), b[1]];
  addMiddles(ring, plane, mx, my, m, bx, by, end, toleranceKm, depth - 1);
}
