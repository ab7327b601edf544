import { chordSurelyBeyondKm, chordSurelyWithinKm } from '../geo/ellipsoid';
import { CHORD_SAG_KM, type LineIndex } from '../geo/line-index';
import { searchNearestLeg } from '../geo/line-search';
import { isWithin } from '../geo/nearest-on-line';
import { POINTS_PER_LEAF, type PointTree } from '../geo/point-tree';
import type { LngLat } from '../types';

export interface Inside {
  /** Indices of the points inside, as in the list the tree was built from; in tree order. */
  indices: Uint32Array;
  /** Sum of their weights. */
  population: number;
}

/**
 * Which points lie within `radiusKm` of the lines, exactly as geodesics on WGS84 say. Whole branches
 * of the tree are taken or dropped by their distance in space; only points within metres of the
 * rim, where that does not tell, are measured by Karney's geodesics. `points` is the list that the
 * tree was built from.
 */
export function insideCatchment(
  tree: PointTree,
  points: readonly LngLat[],
  index: LineIndex,
  radiusKm: number,
): Inside {
  const count = tree.order.length;
  const surelyIn = chordSurelyWithinKm(radiusKm) - CHORD_SAG_KM;
  const surelyOut = chordSurelyBeyondKm(radiusKm) + CHORD_SAG_KM;
  const out = new Uint32Array(count);
  let taken = 0;
  let population = 0;
  let hint = -1;

  const take = (from: number, to: number): void => {
    out.set(tree.order.subarray(from, to), taken);
    taken += to - from;
    population += tree.sums[to]! - tree.sums[from]!;
  };
  /** 1: surely all inside, -1: surely all outside, 0: the ball lies across the rim. */
  const side = (x: number, y: number, z: number, ball: number): number => {
    const enough = surelyIn - ball;
    const enough2 = enough > 0 ? enough * enough : -1;
    const reach = surelyOut + ball;
    const nearest = searchNearestLeg(index, x, y, z, reach * reach, enough2, hint);
    if (nearest.leg < 0) return -1;
    hint = nearest.leg;
    return nearest.distance2 <= enough2 ? 1 : 0;
  };
  const visit = (branch: number, from: number, to: number): void => {
    const ball = branch * 4;
    const { balls, xyz } = tree;
    const verdict = side(balls[ball]!, balls[ball + 1]!, balls[ball + 2]!, balls[ball + 3]!);
    if (verdict < 0) return;
    if (verdict > 0) return take(from, to);
    if (to - from > POINTS_PER_LEAF) {
      const middle = (from + to) >> 1;
      visit(branch * 2, from, middle);
      visit(branch * 2 + 1, middle, to);
      return;
    }
    for (let i = from; i < to; i++) {
      const single = side(xyz[i * 3]!, xyz[i * 3 + 1]!, xyz[i * 3 + 2]!, 0);
      if (single > 0 || (single === 0 && isWithin(index, points[tree.order[i]!]!, radiusKm)))
        take(i, i + 1);
    }
  };
  if (count > 0) visit(1, 0, count);
  return { indices: out.slice(0, taken), population };
}
