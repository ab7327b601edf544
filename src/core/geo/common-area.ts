import { areaPaths, FillRule, intersect } from 'clipper2-ts';
import type { Paths64, Rect64 } from 'clipper2-ts';
import { cutPaths } from './cut-paths';
import { EQUAL_AREA_UNITS_PER_KM, type PlaneRegion } from './equal-area-plane';

const SQUARE_UNITS_PER_KM2 = EQUAL_AREA_UNITS_PER_KM * EQUAL_AREA_UNITS_PER_KM;

/** Parts of the outline with no more vertices than this are not divided further (measured). */
const FEW_VERTICES = 100;

/**
 * Polygons are cut this far beyond the outline's cut, in whole metres: edges of both that lie on one
 * another are what sweeps get wrong.
 */
const MARGIN = 997;

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
        paths: cutPaths(whole, axis, limit - side * MARGIN, side),
      }));
      const present = near.filter((piece) => piece.paths.length > 0);
      meet(cutPaths(paths, axis, limit, side), half, present);
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
