import { legsPerLeaf, type LineIndex } from './line-index';

/** The leg nearest in space to a point: its number, the place on it (0 to 1), the chord squared. */
export interface NearestLeg {
  leg: number;
  t: number;
  distance2: number;
}

// Scratch of one search, so that none of the millions of small searches allocates.
const stackNode = new Int32Array(128);
const stackBound2 = new Float64Array(128);
const found: NearestLeg = { leg: -1, t: 0, distance2: 0 };

/**
 * The nearest leg closer than `within2` (squared km in space); `leg` is -1 where there is none. The
 * search ends early at a leg closer than `enough2`. `hint` is a leg to try first: that of the point
 * before, where points come in spatial order. The answer is overwritten by the next search.
 */
export function searchNearestLeg(
  index: LineIndex,
  x: number,
  y: number,
  z: number,
  within2 = Infinity,
  enough2 = -1,
  hint = -1,
): NearestLeg {
  const { boxes, levels } = index;
  found.leg = -1;
  found.distance2 = within2;
  if (hint >= 0) {
    tryLeg(index, hint, x, y, z);
    if (found.leg >= 0 && found.distance2 <= enough2) return found;
  }
  const legCount = index.legKm.length;
  const leafCount = levels[1]!;
  let depth = 0;
  let level = levels.length - 2;
  let node = levels[level]!;
  let bound2 = boxDistance2(boxes, node, x, y, z);
  for (;;) {
    if (bound2 < found.distance2) {
      if (node < leafCount) {
        const from = node * legsPerLeaf;
        const to = Math.min(from + legsPerLeaf, legCount);
        for (let leg = from; leg < to; leg++) tryLeg(index, leg, x, y, z);
        if (found.leg >= 0 && found.distance2 <= enough2) return found;
      } else {
        while (levels[level]! > node) level--;
        while (levels[level + 1]! <= node) level++;
        const first = levels[level - 1]! + (node - levels[level]!) * 2;
        const second = first + 1 < levels[level]! ? first + 1 : first;
        const firstBound2 = boxDistance2(boxes, first, x, y, z);
        const secondBound2 = second === first ? Infinity : boxDistance2(boxes, second, x, y, z);
        const nearer = firstBound2 <= secondBound2;
        stackNode[depth] = nearer ? second : first;
        stackBound2[depth++] = nearer ? secondBound2 : firstBound2;
        node = nearer ? first : second;
        bound2 = nearer ? firstBound2 : secondBound2;
        continue;
      }
    }
    if (depth === 0) return found;
    node = stackNode[--depth]!;
    bound2 = stackBound2[depth]!;
  }
}

/** All legs closer than `within2` (squared km in space). */
export function legsWithin(
  index: LineIndex,
  x: number,
  y: number,
  z: number,
  within2: number,
): NearestLeg[] {
  const { boxes, levels } = index;
  const out: NearestLeg[] = [];
  const visit = (level: number, node: number): void => {
    if (boxDistance2(boxes, node, x, y, z) >= within2) return;
    if (level === 0) {
      const from = node * legsPerLeaf;
      const to = Math.min(from + legsPerLeaf, index.legKm.length);
      for (let leg = from; leg < to; leg++) {
        found.leg = -1;
        found.distance2 = within2;
        tryLeg(index, leg, x, y, z);
        if (found.leg >= 0) out.push({ ...found });
      }
      return;
    }
    const first = levels[level - 1]! + (node - levels[level]!) * 2;
    visit(level - 1, first);
    if (first + 1 < levels[level]!) visit(level - 1, first + 1);
  };
  visit(levels.length - 2, levels[levels.length - 2]!);
  return out;
}

function tryLeg(index: LineIndex, leg: number, x: number, y: number, z: number): void {
  const { legs } = index;
  const at = leg * 6;
  const ax = legs[at]!;
  const ay = legs[at + 1]!;
  const az = legs[at + 2]!;
  const dx = legs[at + 3]! - ax;
  const dy = legs[at + 4]! - ay;
  const dz = legs[at + 5]! - az;
  const length2 = dx * dx + dy * dy + dz * dz;
  let t = 0;
  if (length2 > 0) {
    t = ((x - ax) * dx + (y - ay) * dy + (z - az) * dz) / length2;
    t = t < 0 ? 0 : t > 1 ? 1 : t;
  }
  const ex = ax + t * dx - x;
  const ey = ay + t * dy - y;
  const ez = az + t * dz - z;
  const distance2 = ex * ex + ey * ey + ez * ez;
  if (distance2 < found.distance2) {
    found.distance2 = distance2;
    found.leg = leg;
    found.t = t;
  }
}

function boxDistance2(boxes: Float64Array, node: number, x: number, y: number, z: number): number {
  const at = node * 6;
  const dx = gap(boxes[at]!, boxes[at + 3]!, x);
  const dy = gap(boxes[at + 1]!, boxes[at + 4]!, y);
  const dz = gap(boxes[at + 2]!, boxes[at + 5]!, z);
  return dx * dx + dy * dy + dz * dz;
}

function gap(min: number, max: number, value: number): number {
  return value < min ? min - value : value > max ? value - max : 0;
}
