import type { Rect64 } from 'clipper2-ts';
import { toEcef } from '../geo/ellipsoid';
import { EQUAL_AREA_UNITS_PER_KM, fromEqualAreaPlane } from '../geo/equal-area-plane';
import type { LineIndex } from '../geo/line-index';
import { searchNearestLeg } from '../geo/line-search';
import type { Steps } from '../steps';

/** Cells, as shares of the radius: the largest that is judged by its corners, the smallest. */
const COARSE_CELL_SHARE = 1 / 4;
const FINE_CELL_SHARE = 1 / 64;
/** The smallest on the rim, where the outline knows better and errors cancel. */
const RIM_CELL_SHARE = 1 / 16;
/** How much longer than in the plane a distance can be on the ground, down to the equator. */
const STRETCH = 1.5;

export interface AreaSplit {
  /** Share of each line's part of the catchment, in order; the last is what is shared. */
  shares: number[];
  /** Half of the area of cells that lie across two parts, over the whole. */
  errorShare: number;
}

/**
 * How the area within `radiusKm` of several lines divides among the nearest of them. Cells of an
 * equal-area plane are quartered until all corners and the middle of a cell have one owner, or the
 * cell is a 64th of the radius.
 */
export function* splitArea(
  box: Rect64,
  indices: readonly LineIndex[],
  radiusKm: number,
  toleranceKm: number,
): Steps<AreaSplit> {
  const areas: number[] = [...indices, 0].map(() => 0);
  let doubtful = 0;
  /** The nearest line, the count of lines where several are; -1 outside. Chords order as arcs do. */
  const owner = (x: number, y: number, near: readonly number[]): number => {
    const chords = chordsAt(indices, near, x, y, radiusKm + toleranceKm);
    const least = chords.reduce((a, b) => Math.min(a, b), Infinity);
    if (least > radiusKm) return -1;
    const equal = chords.filter((chord) => chord - least <= toleranceKm).length;
    return equal > 1 ? indices.length : near[chords.indexOf(least)]!;
  };

  /** `near`: the lines that can come near the cell, by their places in the list. */
  const judge = (
    x: number,
    y: number,
    size: number,
    near: readonly number[],
    corners: readonly number[],
  ): void => {
    const half = size / 2;
    const ownerAt = (x: number, y: number): number => owner(x, y, near);
    const middle = ownerAt(x + half, y + half);
    if (corners.every((owner) => owner === middle)) {
      if (middle >= 0) areas[middle]! += size * size;
      return;
    }
    const owners = new Set([...corners, middle].filter((owner) => owner >= 0));
    const smallest = radiusKm * (owners.size > 1 ? FINE_CELL_SHARE : RIM_CELL_SHARE);
    if (size <= smallest) {
      for (const owner of [...corners, middle, middle, middle, middle])
        if (owner >= 0) areas[owner]! += (size * size) / 8;
      if (owners.size > 1) doubtful += size * size;
      return;
    }
    const [nw, ne, sw, se] = corners as [number, number, number, number];
    const n = ownerAt(x + half, y);
    const w = ownerAt(x, y + half);
    const e = ownerAt(x + size, y + half);
    const s = ownerAt(x + half, y + size);
    judge(x, y, half, near, [nw, n, w, middle]);
    judge(x + half, y, half, near, [n, ne, middle, e]);
    judge(x, y + half, half, near, [w, middle, sw, s]);
    judge(x + half, y + half, half, near, [middle, e, s, se]);
  };
  const side = Math.max(box.right - box.left, box.bottom - box.top) / EQUAL_AREA_UNITS_PER_KM;
  let doneKm2 = 0;
  function* descend(x: number, y: number, size: number, lines: readonly number[]): Steps<void> {
    yield { done: doneKm2, total: side * side };
    const half = size / 2;
    const reachKm = radiusKm + half * Math.SQRT2 * STRETCH;
    const rivalKm = reachKm + toleranceKm;
    const chords = chordsAt(indices, lines, x + half, y + half, rivalKm);
    if (chords.every((chord) => chord >= reachKm)) {
      doneKm2 += size * size;
      return;
    }
    // What is too far from the middle is nowhere in the cell the nearest, nor runs together with it.
    const near = lines.filter((_, i) => chords[i]! < rivalKm);
    if (size <= radiusKm * COARSE_CELL_SHARE) {
      const corners = [
        owner(x, y, near),
        owner(x + size, y, near),
        owner(x, y + size, near),
        owner(x + size, y + size, near),
      ];
      judge(x, y, size, near, corners);
      doneKm2 += size * size;
      return;
    }
    yield* descend(x, y, half, near);
    yield* descend(x + half, y, half, near);
    yield* descend(x, y + half, half, near);
    yield* descend(x + half, y + half, half, near);
  }
  const [left, top] = [box.left / EQUAL_AREA_UNITS_PER_KM, box.top / EQUAL_AREA_UNITS_PER_KM];
  yield* descend(left, top, side, [...indices.keys()]);
  const total = areas.reduce((a, b) => a + b, 0);
  return {
    shares: areas.map((area) => (total > 0 ? area / total : 0)),
    errorShare: total > 0 ? doubtful / 2 / total : 0,
  };
}

const place = new Float64Array(3);

/** Distance in space from a place of the plane (km) to some lines; `withinKm` where it is farther. */
function chordsAt(
  indices: readonly LineIndex[],
  lines: readonly number[],
  x: number,
  y: number,
  withinKm: number,
): number[] {
  const [lng, lat] = fromEqualAreaPlane(x, y);
  toEcef(lng, lat, place, 0);
  return lines.map((line) =>
    Math.sqrt(
      searchNearestLeg(indices[line]!, place[0]!, place[1]!, place[2]!, withinKm ** 2).distance2,
    ),
  );
}
