import { UserError } from '../errors';
import type { LngLat } from '../types';
import { toEcef } from './ellipsoid';
import { geodesicPoints } from './geodesic';
import { chainagesKm } from './line-length';

/**
 * Lines as chords in space with a tree of boxes over them, to find what is near. Geodesics are
 * broken into legs so short that the chord lies less than CHORD_SAG_KM below the surface, hence
 * distances in space decide nearly every question and 180 degrees and the poles are places like any
 * other. Plain typed arrays: it can be sent to a worker.
 */
export interface LineIndex {
  /** Two points in space (km, earth-centred) per leg: ax ay az bx by bz. */
  legs: Float64Array;
  /** Per leg: km from the start of the first line to the leg's start, gaps not counted. */
  startKm: Float64Array;
  /** Per leg: geodesic length in km; 0 for a line of one point. */
  legKm: Float64Array;
  /** Per tree node: the box of its legs, minima then maxima. */
  boxes: Float64Array;
  /** Index of the first node of each level, leaves first; the last entry is the count of nodes. */
  levels: number[];
}

/** 8 R sag = leg^2: legs of at most 7 km. */
const LONGEST_LEG_KM = 7;
/** Largest distance between a leg's chord and its geodesic. */
export const CHORD_SAG_KM = (LONGEST_LEG_KM * LONGEST_LEG_KM) / (8 * 6335);

const LEGS_PER_LEAF = 4;

/**
 * An index of lines, each with one vertex (a place) or more.
 * @throws UserError `empty-line` where there is no vertex at all
 */
export function indexLines(lines: readonly (readonly LngLat[])[]): LineIndex {
  const points: number[] = [];
  const startKm: number[] = [];
  const legKm: number[] = [];
  let beforeKm = 0;
  for (const line of lines) {
    if (line.length === 0) continue;
    const chainages = chainagesKm(line);
    if (line.length === 1) {
      points.push(...line[0]!, ...line[0]!);
      startKm.push(beforeKm);
      legKm.push(0);
    }
    for (let i = 1; i < line.length; i++) {
      const from = line[i - 1]!;
      const to = line[i]!;
      const km = chainages[i]! - chainages[i - 1]!;
      const stops = km > LONGEST_LEG_KM ? geodesicPoints(from, to, LONGEST_LEG_KM) : [from, to];
      const stepKm = km / (stops.length - 1);
      for (let k = 1; k < stops.length; k++) {
        const a = stops[k - 1]!;
        const b = stops[k]!;
        points.push(a[0], a[1], b[0], b[1]);
        startKm.push(beforeKm + chainages[i - 1]! + (k - 1) * stepKm);
        legKm.push(stepKm);
      }
    }
    beforeKm += chainages[line.length - 1]!;
  }
  const count = legKm.length;
  if (count === 0) throw new UserError('empty-line', 'the line has no point: give one or more');
  const legs = new Float64Array(count * 6);
  for (let end = 0; end < count * 2; end++) {
    const lng = points[end * 2]!;
    const lat = points[end * 2 + 1]!;
    const shared =
      end % 2 === 0 && end > 0 && points[end * 2 - 2] === lng && points[end * 2 - 1] === lat;
    if (shared) legs.copyWithin(end * 3, end * 3 - 3, end * 3);
    else toEcef(lng, lat, legs, end * 3);
  }
  return {
    legs,
    startKm: Float64Array.from(startKm),
    legKm: Float64Array.from(legKm),
    ...boxTree(legs, count),
  };
}

/** Boxes of every LEGS_PER_LEAF legs in order along the line, then of every two boxes, to one. */
function boxTree(legs: Float64Array, count: number): { boxes: Float64Array; levels: number[] } {
  const levels = [0];
  for (let width = Math.ceil(count / LEGS_PER_LEAF), total = 0; ; width = Math.ceil(width / 2)) {
    total += width;
    levels.push(total);
    if (width === 1) break;
  }
  const boxes = new Float64Array(levels[levels.length - 1]! * 6);
  for (let node = 0; node < levels[1]!; node++) {
    const from = node * LEGS_PER_LEAF * 2;
    const to = Math.min(from + LEGS_PER_LEAF * 2, count * 2);
    for (let axis = 0; axis < 3; axis++) {
      let min = Infinity;
      let max = -Infinity;
      for (let end = from; end < to; end++) {
        const value = legs[end * 3 + axis]!;
        if (value < min) min = value;
        if (value > max) max = value;
      }
      boxes[node * 6 + axis] = min;
      boxes[node * 6 + 3 + axis] = max;
    }
  }
  for (let level = 1; level < levels.length - 1; level++) {
    const below = levels[level - 1]!;
    const belowEnd = levels[level]!;
    for (let node = levels[level]!; node < levels[level + 1]!; node++) {
      const a = below + (node - belowEnd) * 2;
      const b = Math.min(a + 1, belowEnd - 1);
      for (let axis = 0; axis < 3; axis++) {
        boxes[node * 6 + axis] = Math.min(boxes[a * 6 + axis]!, boxes[b * 6 + axis]!);
        boxes[node * 6 + 3 + axis] = Math.max(boxes[a * 6 + 3 + axis]!, boxes[b * 6 + 3 + axis]!);
      }
    }
  }
  return { boxes, levels };
}

export const legsPerLeaf = LEGS_PER_LEAF;
