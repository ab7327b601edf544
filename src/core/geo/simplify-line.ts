import type { LngLat } from '../types';
import { DEGREE } from './ellipsoid';

const RADIUS_KM = 6371.0088;
/** Longer spans are kept: their great circle on the sphere may leave the geodesic. */
const LONGEST_SPAN_RAD = 0.08;

/**
 * The line with vertices left out whose distance to the great circle between their neighbours that
 * stay is at most `toleranceKm` (Douglas and Peucker, 1973, with cross-track distances, so that 180
 * degrees and the poles are nothing special). Both ends stay, as do the ends of spans over 500 km.
 */
export function simplifyLine(points: readonly LngLat[], toleranceKm: number): LngLat[] {
  const count = points.length;
  if (count < 3) return [...points];
  const unit = new Float64Array(count * 3);
  points.forEach(([lng, lat], i) => {
    const c = Math.cos(lat * DEGREE);
    unit[i * 3] = c * Math.cos(lng * DEGREE);
    unit[i * 3 + 1] = c * Math.sin(lng * DEGREE);
    unit[i * 3 + 2] = Math.sin(lat * DEGREE);
  });
  const keep = new Uint8Array(count);
  keep[0] = 1;
  keep[count - 1] = 1;
  const tolerance2 = (toleranceKm / RADIUS_KM) ** 2;
  const stack = [0, count - 1];
  while (stack.length > 0) {
    const to = stack.pop()!;
    const from = stack.pop()!;
    if (to - from < 2) continue;
    const { vertex, distance2 } = farthest(unit, from, to);
    const tooLong = chord2(unit, from, to) > LONGEST_SPAN_RAD * LONGEST_SPAN_RAD;
    if (distance2 <= tolerance2 && !tooLong) continue;
    const split = distance2 > tolerance2 ? vertex : (from + to) >> 1;
    keep[split] = 1;
    stack.push(from, split, split, to);
  }
  return points.filter((_, i) => keep[i] === 1);
}

/** The vertex between two others that is farthest from the arc between them; squared radians. */
function farthest(
  unit: Float64Array,
  from: number,
  to: number,
): { vertex: number; distance2: number } {
  const ax = unit[from * 3]!;
  const ay = unit[from * 3 + 1]!;
  const az = unit[from * 3 + 2]!;
  const bx = unit[to * 3]!;
  const by = unit[to * 3 + 1]!;
  const bz = unit[to * 3 + 2]!;
  // The plane of the arc, and the two planes across it through its ends.
  let nx = ay * bz - az * by;
  let ny = az * bx - ax * bz;
  let nz = ax * by - ay * bx;
  const length = Math.hypot(nx, ny, nz);
  if (length > 0) {
    nx /= length;
    ny /= length;
    nz /= length;
  }
  const along = ax * bx + ay * by + az * bz;
  let vertex = from;
  let distance2 = -1;
  for (let i = from + 1; i < to; i++) {
    const x = unit[i * 3]!;
    const y = unit[i * 3 + 1]!;
    const z = unit[i * 3 + 2]!;
    const toA = ax * x + ay * y + az * z;
    const toB = bx * x + by * y + bz * z;
    // Between the ends when neither angle at an end is obtuse: toB >= along toA, and the reverse.
    const between = length > 0 && toB >= along * toA && toA >= along * toB;
    const off = nx * x + ny * y + nz * z;
    const d2 = between
      ? off * off
      : Math.min(
          (x - ax) ** 2 + (y - ay) ** 2 + (z - az) ** 2,
          (x - bx) ** 2 + (y - by) ** 2 + (z - bz) ** 2,
        );
    if (d2 > distance2) {
      distance2 = d2;
      vertex = i;
    }
  }
  return { vertex, distance2 };
}

function chord2(unit: Float64Array, a: number, b: number): number {
  const dx = unit[a * 3]! - unit[b * 3]!;
  const dy = unit[a * 3 + 1]! - unit[b * 3 + 1]!;
  const dz = unit[a * 3 + 2]! - unit[b * 3 + 2]!;
  return dx * dx + dy * dy + dz * dz;
}
