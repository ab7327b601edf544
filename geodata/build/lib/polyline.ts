import { distanceKm } from '../../../src/core/geo/geodesic';
import type { LngLat } from '../../../src/core/types';

/** The point of a line nearest to another point. */
export interface OnLine {
  point: LngLat;
  offKm: number;
  /** Distance along the line from its first vertex, km. */
  chainageKm: number;
}

/**
 * The nearest point of a segment. The segment is taken straight in a plane that touches the earth
 * at the point asked for: for segments of a few tens of km the error is metres.
 */
export function nearestOnSegment(
  point: LngLat,
  a: LngLat,
  b: LngLat,
): { point: LngLat; offKm: number; share: number } {
  const { point: near, share } = onSegment(point, a, b);
  return { point: near, offKm: distanceKm(point, near), share };
}

/** The same, or nothing where the point is surely farther than a distance: then it is not measured. */
export function nearerOnSegment(
  point: LngLat,
  a: LngLat,
  b: LngLat,
  withinKm: number,
): ReturnType<typeof nearestOnSegment> | undefined {
  const { point: near, share } = onSegment(point, a, b);
  if (sphereKm(point, near) * SPHERE_SHARE > withinKm) return undefined;
  return { point: near, offKm: distanceKm(point, near), share };
}

/** No distance on the ellipsoid is shorter than this share of the one on the mean sphere. */
const SPHERE_SHARE = 0.99;

const RADIANS = Math.PI / 180;

/** Haversine on the mean sphere: within 0.6 % of the ellipsoid, and twenty times faster. */
function sphereKm(a: LngLat, b: LngLat): number {
  const sinLat = Math.sin(((b[1] - a[1]) * RADIANS) / 2);
  const sinLng = Math.sin(((b[0] - a[0]) * RADIANS) / 2);
  const h = sinLat ** 2 + Math.cos(a[1] * RADIANS) * Math.cos(b[1] * RADIANS) * sinLng ** 2;
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(h)));
}

function onSegment(point: LngLat, a: LngLat, b: LngLat): { point: LngLat; share: number } {
  const k = Math.cos(point[1] * RADIANS);
  const [ax, ay] = [(a[0] - point[0]) * k, a[1] - point[1]];
  const [dx, dy] = [(b[0] - a[0]) * k, b[1] - a[1]];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / square));
  return { point: [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])], share };
}

/** A line with the chainage of each vertex, km. */
export class MeasuredLine {
  readonly chainages: number[] = [0];
  readonly lengthKm: number;

  constructor(readonly vertices: readonly LngLat[]) {
    for (let i = 1; i < vertices.length; i++)
      this.chainages.push(this.chainages[i - 1]! + distanceKm(vertices[i - 1]!, vertices[i]!));
    this.lengthKm = this.chainages[vertices.length - 1]!;
  }

  /** The nearest point of the line, looking only beyond a chainage. */
  nearest(point: LngLat, fromKm = 0, toKm = Infinity): OnLine {
    let best: OnLine | undefined;
    for (let i = 1; i < this.vertices.length; i++) {
      const [start, end] = [this.chainages[i - 1]!, this.chainages[i]!];
      if (end < fromKm || start > toKm) continue;
      const [a, b] = [this.vertices[i - 1]!, this.vertices[i]!];
      const near = nearerOnSegment(point, a, b, best?.offKm ?? Infinity);
      if (!near || (best && near.offKm >= best.offKm)) continue;
      const chainageKm = start + near.share * (end - start);
      best = { point: near.point, offKm: near.offKm, chainageKm };
    }
    if (!best) throw new Error(`the line has no stretch from ${fromKm} to ${toKm} km`);
    return best;
  }

  /** The point at a chainage. */
  at(km: number): LngLat {
    const i = Math.max(
      1,
      this.chainages.findIndex((chainage) => chainage >= km),
    );
    const [start, end] = [this.chainages[i - 1]!, this.chainages[i]!];
    const [a, b] = [this.vertices[i - 1]!, this.vertices[i]!];
    const share = end === start ? 0 : Math.max(0, Math.min(1, (km - start) / (end - start)));
    return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
  }

  /** The stretch between two chainages, ends included. */
  slice(fromKm: number, toKm: number): LngLat[] {
    const inner = this.vertices.filter(
      (_, i) => this.chainages[i]! > fromKm && this.chainages[i]! < toKm,
    );
    return [this.at(fromKm), ...inner, this.at(toKm)];
  }
}
