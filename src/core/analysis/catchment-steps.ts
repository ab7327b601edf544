import { geodesicPoints, type Inverse } from '../geo/geodesic';
import { planeBend, type PolarPlane } from '../geo/polar-plane';
import { shortInverse } from '../geo/short-geodesic';
import type { LngLat } from '../types';

/** How a catchment is drawn: all lengths in km, the plane in whole units of `unitKm`. */
export interface StrokePlan {
  plane: PolarPlane;
  radiusKm: number;
  unitKm: number;
}

/** Largest departure of a straight edge in the plane from the true parallel, share of the radius. */
const EDGE_TOLERANCE = 0.0003;
/** Steps are not made shorter than this, which is right down to a radius of a few metres. */
const LEAST_STEP_KM = 0.2;

function withoutRepeats(line: readonly LngLat[]): LngLat[] {
  return line.filter((point, i) => {
    const previous = line[i - 1];
    return !previous || previous[0] !== point[0] || previous[1] !== point[1];
  });
}

/**
 * A line without repeated vertices and with vertices added along its geodesics, so that edges in the
 * plane keep to its parallels; `segments[i]` runs from vertex i to vertex i + 1.
 */
export function steppedLine(
  given: readonly LngLat[],
  plan: StrokePlan,
): { points: LngLat[]; segments: Inverse[] } {
  const line = withoutRepeats(given);
  const points: LngLat[] = line.slice(0, 1);
  const segments: Inverse[] = [];
  for (let i = 1; i < line.length; i++) {
    const from = line[i - 1]!;
    const to = line[i]!;
    const whole = shortInverse(from, to);
    const stepKm = longestStepKm(from[1], to[1], plan);
    if (whole.distanceKm <= stepKm) {
      points.push(to);
      segments.push(whole);
      continue;
    }
    let previous = from;
    for (const next of geodesicPoints(from, to, stepKm).slice(1)) {
      points.push(next);
      segments.push(shortInverse(previous, next));
      previous = next;
    }
  }
  return { points, segments };
}

/** The step whose straight edge in the plane stays within EDGE_TOLERANCE of the parallel. */
function longestStepKm(latA: number, latB: number, { plane, radiusKm }: StrokePlan): number {
  const { pole } = plane;
  const reach = Math.max(-89, Math.min(pole * latA, pole * latB) - radiusKm / 111);
  // Far from the pole great circles bend in the plane; near it only the parallel's own bend is left.
  const bend = planeBend(plane, pole * reach) + 2e-5;
  return Math.max(LEAST_STEP_KM, Math.sqrt((8 * EDGE_TOLERANCE * radiusKm) / bend));
}
