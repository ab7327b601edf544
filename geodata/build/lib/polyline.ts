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
  const k = Math.cos((point[1] * Math.PI) / 180);
  const [ax, ay] = [(a[0] - point[0]) * k, a[1] - point[1]];
  const [dx, dy] = [(b[0] - a[0]) * k, b[1] - a[1]];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / square));
  const near: LngLat = [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
  return { point: near, offKm: distanceKm(point, near), share };
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
      const near = nearestOnSegment(point, this.vertices[i - 1]!, this.vertices[i]!);
      const chainageKm = start + near.share * (end - start);
      if (!best || near.offKm < best.offKm)
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
