import type { LngLat } from '../types';
import { toEcef } from './ellipsoid';

/**
 * A static tree over points in space with running sums of a weight. Every branch is a stretch of
 * the order, so a whole branch is taken with one subtraction. Plain typed arrays.
 */
export interface PointTree {
  /** Tree position -> index of the point in the list given. */
  order: Uint32Array;
  /** Points in tree order: x y z in km, earth-centred. */
  xyz: Float64Array;
  /** sums[i]: weight of the first i points in tree order. */
  sums: Float64Array;
  /** Per branch: centre and radius of a ball round its points. */
  balls: Float64Array;
}

/** Branches of no more points than this are not divided. */
export const POINTS_PER_LEAF = 8;

/**
 * Branches are numbered as in a heap: 1 is the whole, 2 and 3 its halves, ... Each halves its
 * stretch of the order at the middle.
 */
export function buildPointTree(points: readonly LngLat[], weights: readonly number[]): PointTree {
  const count = points.length;
  const source = new Float64Array(count * 3);
  points.forEach(([lng, lat], i) => toEcef(lng, lat, source, i * 3));
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  let branches = 2;
  for (let size = count; size > POINTS_PER_LEAF; size = Math.ceil(size / 2)) branches *= 2;
  const balls = new Float64Array(branches * 4);
  const build = (branch: number, from: number, to: number): void => {
    const axis = fitBall(source, order, from, to, balls, branch * 4);
    if (to - from <= POINTS_PER_LEAF) return;
    const middle = (from + to) >> 1;
    select(source, order, axis, from, to - 1, middle);
    build(branch * 2, from, middle);
    build(branch * 2 + 1, middle, to);
  };
  if (count > 0) build(1, 0, count);
  const xyz = new Float64Array(count * 3);
  const sums = new Float64Array(count + 1);
  order.forEach((index, i) => {
    xyz.set(source.subarray(index * 3, index * 3 + 3), i * 3);
    sums[i + 1] = sums[i]! + weights[index]!;
  });
  return { order, xyz, sums, balls };
}

/** A ball round the points of a stretch; returns the axis along which they spread most. */
function fitBall(
  source: Float64Array,
  order: Uint32Array,
  from: number,
  to: number,
  balls: Float64Array,
  at: number,
): number {
  let widest = 0;
  let width = -1;
  for (let axis = 0; axis < 3; axis++) {
    let min = Infinity;
    let max = -Infinity;
    for (let i = from; i < to; i++) {
      const value = source[order[i]! * 3 + axis]!;
      if (value < min) min = value;
      if (value > max) max = value;
    }
    balls[at + axis] = (min + max) / 2;
    if (max - min > width) {
      width = max - min;
      widest = axis;
    }
  }
  let radius2 = 0;
  for (let i = from; i < to; i++) {
    const point = order[i]! * 3;
    const dx = source[point]! - balls[at]!;
    const dy = source[point + 1]! - balls[at + 1]!;
    const dz = source[point + 2]! - balls[at + 2]!;
    radius2 = Math.max(radius2, dx * dx + dy * dy + dz * dz);
  }
  balls[at + 3] = Math.sqrt(radius2);
  return widest;
}

/** Hoare's selection: brings the k-th point along an axis to place k, lesser ones before it. */
function select(
  source: Float64Array,
  order: Uint32Array,
  axis: number,
  left: number,
  right: number,
  k: number,
): void {
  while (left < right) {
    const pivot = source[order[(left + right) >> 1]! * 3 + axis]!;
    let i = left;
    let j = right;
    while (i <= j) {
      while (source[order[i]! * 3 + axis]! < pivot) i++;
      while (source[order[j]! * 3 + axis]! > pivot) j--;
      if (i <= j) {
        const swap = order[i]!;
        order[i++] = order[j]!;
        order[j--] = swap;
      }
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return;
  }
}
