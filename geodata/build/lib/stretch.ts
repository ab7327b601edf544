import { distanceKm } from '../../../src/core/geo/geodesic';
import type { LngLat } from '../../../src/core/types';

/** Farther from the line than this, a point is taken for a mistake. */
const MAX_GAP_KM = 15;

/**
 * The part of a line between the vertices nearest to two points, in the direction from the first to
 * the second. Of several lines the one that comes closest to both points counts.
 */
export function stretch(lines: LngLat[][], from: LngLat, to: LngLat): LngLat[] {
  const found = lines
    .map((line) => {
      const [a, b] = [nearestVertex(line, from), nearestVertex(line, to)];
      return { line, a: a.index, b: b.index, gapKm: Math.max(a.gapKm, b.gapKm) };
    })
    .sort((x, y) => x.gapKm - y.gapKm)[0];
  if (!found || found.gapKm > MAX_GAP_KM)
    throw new Error(`no line runs from ${from} to ${to}: the nearest is ${found?.gapKm} km off`);
  const { line, a, b } = found;
  return a <= b ? line.slice(a, b + 1) : line.slice(b, a + 1).reverse();
}

function nearestVertex(line: LngLat[], point: LngLat): { index: number; gapKm: number } {
  return line.reduce(
    (best, vertex, index) => {
      const gapKm = distanceKm(vertex, point);
      return gapKm < best.gapKm ? { index, gapKm } : best;
    },
    { index: 0, gapKm: Infinity },
  );
}
