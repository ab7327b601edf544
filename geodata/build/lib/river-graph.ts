import { distanceKm } from '../../../src/core/geo/geodesic';
import type { LngLat } from '../../../src/core/types';

/** Ends nearer than this belong together: bins do not meet exactly. */
const JOIN_KM = 4;
/** A join counts this many times its length, so that real stretches are preferred. */
const JOIN_COST = 3;

/** A network of unnamed river segments in which the way between two points can be found. */
export class RiverGraph {
  private readonly points: LngLat[] = [];
  private readonly links: { to: number; cost: number }[][] = [];
  private readonly known = new Map<string, number>();

  constructor(segments: LngLat[][]) {
    for (const segment of segments)
      for (let i = 1; i < segment.length; i++)
        this.link(this.indexOf(segment[i - 1]!), this.indexOf(segment[i]!), 1);
    this.joinLooseEnds();
  }

  /** The shortest way along rivers between the points of the network nearest to the two given. */
  way(from: LngLat, to: LngLat): LngLat[] {
    const start = this.nearest(from);
    const end = this.nearest(to);
    const costs = new Map([[start, 0]]);
    const previous = new Map<number, number>();
    const open = new Set([start]);
    while (open.size > 0) {
      const here = [...open].reduce((a, b) => (costs.get(b)! < costs.get(a)! ? b : a));
      if (here === end) break;
      open.delete(here);
      for (const { to: next, cost } of this.links[here]!) {
        const total = costs.get(here)! + cost;
        if (total >= (costs.get(next) ?? Infinity)) continue;
        costs.set(next, total);
        previous.set(next, here);
        open.add(next);
      }
    }
    if (!costs.has(end)) throw new Error(`no river leads from ${from} to ${to}`);
    const way: LngLat[] = [];
    for (let at: number | undefined = end; at !== undefined; at = previous.get(at))
      way.unshift(this.points[at]!);
    return way;
  }

  private indexOf(point: LngLat): number {
    const key = point.map((degrees) => degrees.toFixed(3)).join();
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, this.points.length);
    this.links.push([]);
    return this.points.push(point) - 1;
  }

  private link(a: number, b: number, factor: number): void {
    if (a === b) return;
    const cost = factor * distanceKm(this.points[a]!, this.points[b]!);
    this.links[a]!.push({ to: b, cost });
    this.links[b]!.push({ to: a, cost });
  }

  private joinLooseEnds(): void {
    const loose = this.points.flatMap((_, i) => (this.links[i]!.length < 2 ? [i] : []));
    for (const end of loose)
      for (const [other, point] of this.points.entries())
        if (other !== end && isNear(point, this.points[end]!)) this.link(end, other, JOIN_COST);
  }

  private nearest(point: LngLat): number {
    return this.points.reduce(
      (best, candidate, i) => {
        const km = distanceKm(candidate, point);
        return km < best.km ? { i, km } : best;
      },
      { i: 0, km: Infinity },
    ).i;
  }
}

/** Whether two points lie within the joining distance; the box comes first because it is cheap. */
function isNear(a: LngLat, b: LngLat): boolean {
  return Math.abs(a[1] - b[1]) < 0.05 && Math.abs(a[0] - b[0]) < 0.2 && distanceKm(a, b) < JOIN_KM;
}
