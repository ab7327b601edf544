import type { Path64 } from 'clipper2-ts';
import { DEGREE } from '../geo/ellipsoid';
import { destination, geodesicPoints, inverse, type Inverse } from '../geo/geodesic';
import { planeBend, projectX, projectY, type PolarPlane } from '../geo/polar-plane';
import type { LngLat } from '../types';

/** How a catchment is drawn: all lengths in km, the plane in whole units of `unitKm`. */
export interface StrokePlan {
  plane: PolarPlane;
  radiusKm: number;
  unitKm: number;
}

/** Half the tolerance of arcs, as a share of the radius: their corners lie outside by it, ... */
const ARC_HALF_TOLERANCE = 0.0004;
/** ... and their middles inside by it: cos(step / 2) = (1 - h) / (1 + h). */
const ARC_STEP_DEG = (2 * Math.sqrt(4 * ARC_HALF_TOLERANCE)) / DEGREE;
/** Largest departure of a straight edge in the plane from the true parallel, share of the radius. */
const EDGE_TOLERANCE = 0.0003;
/** Steps are not made shorter than this, which is right down to a radius of a few metres. */
const LEAST_STEP_KM = 0.2;
/** Bends below this are drawn with one point on each side, its error 1 - cos(bend / 2). */
const SLIGHT_BEND_DEG = 1;

const SEGMENTS_PER_PIECE = 5;

/**
 * Closed paths in the plane whose union is everything within the radius of a line: for pieces of
 * a few segments, the parallels on both sides, arcs on the outer side of bends and round
 * caps at the two ends of the line. On the inner side of a bend the path goes through the vertex
 * itself, so that each segment contributes its own two half-bands and winding numbers never cancel.
 * Pieces overlap by one segment, so that the bend between them belongs to one.
 */
export function strokePaths(line: readonly LngLat[], plan: StrokePlan): Path64[] {
  const { points, segments } = withSteps(withoutRepeats(line), plan);
  if (segments.length === 0) return [circle(points[0]!, plan)];
  const paths: Path64[] = [];
  for (let from = 0; from < segments.length; from += SEGMENTS_PER_PIECE) {
    const to = Math.min(from + SEGMENTS_PER_PIECE + 1, segments.length);
    const path: Path64 = [];
    addSide(path, points, segments, from, to, plan);
    if (to === segments.length)
      addArc(path, points[to]!, segments[to - 1]!.finalBearing + 90, -180, plan);
    addSideBack(path, points, segments, from, to, plan);
    if (from === 0) addArc(path, points[0]!, segments[0]!.initialBearing - 90, -180, plan);
    paths.push(path);
  }
  return paths;
}

/** The right-hand parallel of segments [from, to), forward. */
function addSide(
  path: Path64,
  points: readonly LngLat[],
  segments: readonly Inverse[],
  from: number,
  to: number,
  plan: StrokePlan,
): void {
  add(path, points[from]!, segments[from]!.initialBearing + 90, plan.radiusKm, plan);
  for (let i = from + 1; i < to; i++)
    addBend(path, points[i]!, segments[i - 1]!, segments[i]!, 90, 1, plan);
  add(path, points[to]!, segments[to - 1]!.finalBearing + 90, plan.radiusKm, plan);
}

/** The left-hand parallel of segments [from, to), backward. */
function addSideBack(
  path: Path64,
  points: readonly LngLat[],
  segments: readonly Inverse[],
  from: number,
  to: number,
  plan: StrokePlan,
): void {
  add(path, points[to]!, segments[to - 1]!.finalBearing - 90, plan.radiusKm, plan);
  for (let i = to - 1; i > from; i--)
    addBend(path, points[i]!, segments[i - 1]!, segments[i]!, -90, -1, plan);
  add(path, points[from]!, segments[from]!.initialBearing - 90, plan.radiusKm, plan);
}

/** One side of a bend: an arc on its outer side, through the vertex on its inner side. */
function addBend(
  path: Path64,
  vertex: LngLat,
  before: Inverse,
  after: Inverse,
  side: 90 | -90,
  direction: 1 | -1,
  plan: StrokePlan,
): void {
  const turn = signedTurn(after.initialBearing - before.finalBearing);
  const reachKm = Math.min(before.distanceKm, after.distanceKm);
  const slight =
    Math.abs(turn) < SLIGHT_BEND_DEG && plan.radiusKm * Math.abs(turn) * DEGREE < reachKm / 2;
  if (slight) {
    add(path, vertex, before.finalBearing + turn / 2 + side, plan.radiusKm, plan);
    return;
  }
  const [arrive, leave] =
    direction === 1
      ? [before.finalBearing, after.initialBearing]
      : [after.initialBearing, before.finalBearing];
  // Right-hand side: a turn to the left (negative) opens it; going back, the signs are the same.
  const outer = side === 90 ? turn < 0 : turn > 0;
  if (outer) {
    addArc(path, vertex, arrive + side, signedTurn(leave - arrive), plan);
    return;
  }
  add(path, vertex, arrive + side, plan.radiusKm, plan);
  addPoint(path, vertex[0], vertex[1], plan);
  add(path, vertex, leave + side, plan.radiusKm, plan);
}

/** Points of a circle about a vertex from a bearing on, by a signed turn in degrees. */
function addArc(path: Path64, centre: LngLat, from: number, turn: number, plan: StrokePlan): void {
  const steps = Math.max(1, Math.ceil(Math.abs(turn) / ARC_STEP_DEG));
  for (let k = 0; k <= steps; k++) {
    const onEnd = k === 0 || k === steps;
    const km = plan.radiusKm * (onEnd ? 1 : 1 + ARC_HALF_TOLERANCE);
    add(path, centre, from + (turn * k) / steps, km, plan);
  }
}

function circle(centre: LngLat, plan: StrokePlan): Path64 {
  const path: Path64 = [];
  const steps = Math.ceil(360 / ARC_STEP_DEG);
  // Bearings run clockwise; backwards the ring turns left.
  for (let k = steps; k > 0; k--)
    add(path, centre, (360 * k) / steps, plan.radiusKm * (1 + ARC_HALF_TOLERANCE), plan);
  return path;
}

function add(path: Path64, from: LngLat, bearing: number, km: number, plan: StrokePlan): void {
  const [lng, lat] = destination(from, bearing, km);
  addPoint(path, lng, lat, plan);
}

function addPoint(path: Path64, lng: number, lat: number, plan: StrokePlan): void {
  path.push({
    x: Math.round(projectX(plan.plane, lng, lat) / plan.unitKm),
    y: Math.round(projectY(plan.plane, lng, lat) / plan.unitKm),
    z: 0,
  });
}

function withoutRepeats(line: readonly LngLat[]): LngLat[] {
  return line.filter((point, i) => {
    const previous = line[i - 1];
    return !previous || previous[0] !== point[0] || previous[1] !== point[1];
  });
}

/** Vertices added along the geodesics, so that edges in the plane keep to the parallels. */
function withSteps(
  line: readonly LngLat[],
  plan: StrokePlan,
): { points: LngLat[]; segments: Inverse[] } {
  const points: LngLat[] = line.slice(0, 1);
  const segments: Inverse[] = [];
  for (let i = 1; i < line.length; i++) {
    const from = line[i - 1]!;
    const to = line[i]!;
    const whole = inverse(from, to);
    const stepKm = longestStepKm(from[1], to[1], plan);
    if (whole.distanceKm <= stepKm) {
      points.push(to);
      segments.push(whole);
      continue;
    }
    let previous = from;
    for (const next of geodesicPoints(from, to, stepKm).slice(1)) {
      points.push(next);
      segments.push(inverse(previous, next));
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

/** An angle brought into [-180, 180). */
function signedTurn(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}
