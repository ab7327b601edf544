import type { Path64 } from 'clipper2-ts';
import { DEGREE } from '../geo/ellipsoid';
import type { Inverse } from '../geo/geodesic';
import { OffsetPen } from '../geo/offset-pen';
import { projectX, projectY } from '../geo/polar-plane';
import type { LngLat } from '../types';
import { Bridges, type Chain } from './catchment-bridges';
import { steppedLine, type StrokePlan } from './catchment-steps';

/** Half the tolerance of arcs, as a share of the radius: their corners lie outside by it, ... */
const ARC_HALF_TOLERANCE = 0.0004;
/** ... and their middles inside by it: cos(step / 2) = (1 - h) / (1 + h). */
const ARC_STEP_DEG = (2 * Math.sqrt(4 * ARC_HALF_TOLERANCE)) / DEGREE;
/** Bends below this are drawn with one point on each side, its error 1 - cos(bend / 2). */
const SLIGHT_BEND_DEG = 1;

/** Short pieces cross themselves little, which costs most (measured). */
const SEGMENTS_PER_PIECE = 8;

/**
 * Closed paths in the plane whose union is everything within the radius of a line: for pieces of a
 * few segments, the parallels on both sides, arcs on the outer side of bends and round caps at the
 * two ends of the line. On the inner side of a bend the path goes through the vertex itself, so that
 * each segment contributes its own two half-bands and winding numbers never cancel. Pieces overlap
 * by one segment, so that the bend between them belongs to one.
 */
export function strokePaths(line: readonly LngLat[], plan: StrokePlan): Path64[] {
  const { points, segments } = steppedLine(line, plan);
  const stroke = new Stroke(plan);
  if (segments.length === 0) return [stroke.circle(points[0]!)];
  const bridges = new Bridges(points, segments, plan);
  const paths: Path64[] = [];
  for (let from = 0; from < segments.length; from += SEGMENTS_PER_PIECE) {
    const to = Math.min(from + SEGMENTS_PER_PIECE + 1, segments.length);
    stroke.path = [];
    const right = bridges.chain(from, to, 1);
    const left = bridges.chain(from, to, -1);
    stroke.parallel(right, RIGHT);
    if (to === segments.length)
      stroke.arc(points[to]!, right.segments[right.segments.length - 1]!.finalBearing + 90, -180);
    stroke.parallel(left, LEFT);
    if (from === 0) stroke.arc(points[0]!, left.segments[0]!.initialBearing - 90, -180);
    paths.push(stroke.path);
  }
  return paths;
}

const RIGHT = 90;
const LEFT = -90;

/** A path in the making. */
class Stroke {
  path: Path64 = [];
  private readonly edge: OffsetPen;
  private readonly corner: OffsetPen;

  constructor(private readonly plan: StrokePlan) {
    this.edge = new OffsetPen(plan.plane, plan.radiusKm);
    this.corner = new OffsetPen(plan.plane, plan.radiusKm * (1 + ARC_HALF_TOLERANCE));
  }

  /** The point at the radius from a centre, in the direction of a bearing. */
  point(centre: LngLat, bearing: number): void {
    this.edge.centreOn(centre);
    this.put(this.edge, bearing);
  }

  /** The parallel on one side of a chain: the right-hand one forward, the left-hand one back. */
  parallel({ points, segments }: Chain, side: 90 | -90): void {
    const count = segments.length;
    const forward = side === RIGHT;
    const first = segments[0]!;
    const last = segments[count - 1]!;
    if (forward) this.point(points[0]!, first.initialBearing + side);
    else this.point(points[count]!, last.finalBearing + side);
    for (let k = 1; k < count; k++) {
      const i = forward ? k : count - k;
      this.bend(points[i]!, segments[i - 1]!, segments[i]!, side);
    }
    if (forward) this.point(points[count]!, last.finalBearing + side);
    else this.point(points[0]!, first.initialBearing + side);
  }

  /** One side of a bend: an arc on its outer side, through the vertex on its inner side. */
  bend(vertex: LngLat, before: Inverse, after: Inverse, side: 90 | -90): void {
    const { plane, radiusKm } = this.plan;
    const turn = signedTurn(after.initialBearing - before.finalBearing);
    const reachKm = Math.min(before.distanceKm, after.distanceKm);
    this.edge.centreOn(vertex);
    const slight =
      Math.abs(turn) < SLIGHT_BEND_DEG && radiusKm * Math.abs(turn) * DEGREE < reachKm / 2;
    if (slight) return this.put(this.edge, before.finalBearing + turn / 2 + side);
    // The left-hand side is drawn backwards.
    const [arrive, leave] =
      side === RIGHT
        ? [before.finalBearing, after.initialBearing]
        : [after.initialBearing, before.finalBearing];
    const outer = side === RIGHT ? turn < 0 : turn > 0;
    if (outer) return this.arc(vertex, arrive + side, signedTurn(leave - arrive));
    this.put(this.edge, arrive + side);
    this.push(projectX(plane, vertex[0], vertex[1]), projectY(plane, vertex[0], vertex[1]));
    this.put(this.edge, leave + side);
  }

  /** An arc about a centre from a bearing on, by a signed turn in degrees. */
  arc(centre: LngLat, from: number, turn: number): void {
    const steps = Math.max(1, Math.ceil(Math.abs(turn) / ARC_STEP_DEG));
    this.edge.centreOn(centre);
    this.corner.centreOn(centre);
    this.put(this.edge, from);
    for (let k = 1; k < steps; k++) this.put(this.corner, from + (turn * k) / steps);
    this.put(this.edge, from + turn);
  }

  circle(centre: LngLat): Path64 {
    this.path = [];
    this.corner.centreOn(centre);
    const steps = Math.ceil(360 / ARC_STEP_DEG);
    // Bearings run clockwise; backwards the ring turns left.
    for (let k = steps; k > 0; k--) this.put(this.corner, (360 * k) / steps);
    return this.path;
  }

  private put(pen: OffsetPen, bearing: number): void {
    pen.put(bearing);
    this.push(pen.x, pen.y);
  }

  private push(x: number, y: number): void {
    const { unitKm } = this.plan;
    this.path.push({ x: Math.round(x / unitKm), y: Math.round(y / unitKm), z: 0 });
  }
}

/** An angle brought into [-180, 180). */
function signedTurn(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}
