import { areaPaths, FillRule, intersect } from 'clipper2-ts';
import type { Path64, Paths64, Rect64 } from 'clipper2-ts';
import { EQUAL_AREA_UNITS_PER_KM, type PlaneRegion } from './equal-area-plane';

const SQUARE_UNITS_PER_KM2 = EQUAL_AREA_UNITS_PER_KM * EQUAL_AREA_UNITS_PER_KM;

/** Parts of the outline with no more vertices than this are not divided further (measured). */
const FEW_VERTICES = 100;

/** A polygon's part within a rectangle. */
interface Piece {
  /** Which of the polygons. */
  region: number;
  paths: Paths64;
}

/**
 * What area each of several polygons has in common with an outline, km2. Outline and polygons are
 * halved again and again, so that each polygon meets only what lies near it.
 */
export function commonAreasKm2(regions: readonly PlaneRegion[], outline: PlaneRegion): number[] {
  const areas = regions.map(() => 0);
  const meet = (paths: Paths64, rect: Rect64, pieces: readonly Piece[]): void => {
    if (pieces.length === 0 || paths.length === 0) return;
    const vertices = paths.reduce((sum, path) => sum + path.length, 0);
    if (vertices <= FEW_VERTICES || pieces.length === 1) {
      for (const piece of pieces) {
        const common = intersect(piece.paths, paths, FillRule.NonZero);
        areas[piece.region]! += Math.abs(areaPaths(common)) / SQUARE_UNITS_PER_KM2;
      }
      return;
    }
    const axis = rect.right - rect.left > rect.bottom - rect.top ? 'x' : 'y';
    const [low, high] = axis === 'x' ? [rect.left, rect.right] : [rect.top, rect.bottom];
    const limit = Math.round((low + high) / 2);
    for (const side of [-1, 1] as const) {
      const half = { ...rect };
      if (axis === 'x') half[side < 0 ? 'right' : 'left'] = limit;
      else half[side < 0 ? 'bottom' : 'top'] = limit;
      const near = pieces.map(({ region, paths: whole }) => ({
        region,
        paths: clipAll(whole, axis, limit, side),
      }));
      const present = near.filter((piece) => piece.paths.length > 0);
      meet(clipAll(paths, axis, limit, side), half, present);
    }
  };
  const near = regions.flatMap(({ paths, box }, region) =>
    overlap(box, outline.box) ? [{ region, paths }] : [],
  );
  meet(outline.paths, outline.box, near);
  return areas;
}

function overlap(a: Rect64, b: Rect64): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function clipAll(paths: Paths64, axis: 'x' | 'y', limit: number, side: 1 | -1): Paths64 {
  return paths.map((path) => clip(path, axis, limit, side)).filter((path) => path.length > 2);
}

/**
 * The part of a closed path on one side of a line across an axis (Sutherland and Hodgman, 1974). Its
 * edges along the cut may run to and fro, which encloses nothing.
 */
function clip(path: Path64, axis: 'x' | 'y', limit: number, side: 1 | -1): Path64 {
  const other = axis === 'x' ? 'y' : 'x';
  const out: Path64 = [];
  let previous = path[path.length - 1]!;
  let previousOver = (previous[axis] - limit) * side;
  for (const point of path) {
    const over = (point[axis] - limit) * side;
    if (over > 0 !== previousOver > 0) {
      const share = previousOver / (previousOver - over);
      const across = Math.round(previous[other] + share * (point[other] - previous[other]));
      out.push(axis === 'x' ? { x: limit, y: across, z: 0 } : { x: across, y: limit, z: 0 });
    }
    if (over > 0) out.push(point);
    previous = point;
    previousOver = over;
  }
  return out;
}
