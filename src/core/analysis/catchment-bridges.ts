import type { Inverse } from '../geo/geodesic';
import { planeScale, projectX, projectY } from '../geo/polar-plane';
import { shortInverse } from '../geo/short-geodesic';
import type { LngLat } from '../types';
import type { StrokePlan } from './catchment-steps';

/** Vertices and the geodesics between them. */
export interface Chain {
  points: LngLat[];
  segments: Inverse[];
}

/**
 * Longest bridge as a share w of the radius: what lies at the radius from a bridge's middle is
 * farther from its ends by no more than w^2 / 8 of it, 0.1 %.
 */
const LONGEST_BRIDGE_SHARE = 0.09;

/**
 * Drops from one side of a line the vertices that bend away from it, where the gap is short beside
 * the radius: their parallels hardly show, but cross each other most, and crossings cost.
 */
export class Bridges {
  private readonly x: Float64Array;
  private readonly y: Float64Array;

  constructor(
    private readonly points: readonly LngLat[],
    private readonly segments: readonly Inverse[],
    private readonly plan: StrokePlan,
  ) {
    this.x = Float64Array.from(points, ([lng, lat]) => projectX(plan.plane, lng, lat));
    this.y = Float64Array.from(points, ([lng, lat]) => projectY(plan.plane, lng, lat));
  }

  /** The vertices from one to another as their right-hand (1) or left-hand (-1) side sees them. */
  chain(from: number, to: number, side: 1 | -1): Chain {
    const { points, segments, plan } = this;
    const reach = LONGEST_BRIDGE_SHARE * plan.radiusKm * planeScale(plan.plane, points[from]![1]);
    const kept = [from];
    for (let i = from + 1; i <= to; i++) {
      for (; kept.length > 1; kept.pop()) {
        const before = kept[kept.length - 2]!;
        const last = kept[kept.length - 1]!;
        const bendsAway = this.leftTurn(before, last, i) * side < 0;
        if (!bendsAway || this.gap(before, i) > reach) break;
      }
      kept.push(i);
    }
    return {
      points: kept.map((i) => points[i]!),
      segments: kept.slice(1).map((i, k) => {
        const before = kept[k]!;
        return i === before + 1 ? segments[before]! : shortInverse(points[before]!, points[i]!);
      }),
    };
  }

  /** Above 0 where the way from a over b to c turns left. */
  private leftTurn(a: number, b: number, c: number): number {
    const { x, y } = this;
    return (x[b]! - x[a]!) * (y[c]! - y[b]!) - (y[b]! - y[a]!) * (x[c]! - x[b]!);
  }

  private gap(a: number, b: number): number {
    return Math.hypot(this.x[b]! - this.x[a]!, this.y[b]! - this.y[a]!);
  }
}
