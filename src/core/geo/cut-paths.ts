import type { Path64, Paths64, Point64 } from 'clipper2-ts';

/** A stretch of a ring on the side that is kept, from where it enters to where it leaves. */
interface Chain {
  points: Path64;
  /** Place along the cut where it begins and ends. */
  enters: number;
  leaves: number;
}

/**
 * The part of polygons (outer rings and holes, not overlapping) on one side of a line across an
 * axis: above the limit (1) or below it (-1). Each part is a ring of its own: where a polygon is cut
 * several times, the k-th place where rings leave along the cut belongs to the k-th where they
 * enter, so that no edge runs to and fro, which sweeps get wrong.
 */
export function cutPaths(paths: Paths64, axis: 'x' | 'y', limit: number, side: 1 | -1): Paths64 {
  const whole: Paths64 = [];
  const chains: Chain[] = [];
  // Half a unit off, so that no vertex lies on the cut.
  const cut = limit + 0.5;
  // By name: a property whose name is a variable takes several times as long to read.
  const over =
    axis === 'x'
      ? (point: Point64): boolean => (point.x - cut) * side > 0
      : (point: Point64): boolean => (point.y - cut) * side > 0;
  for (const path of paths) {
    const start = firstEntry(path, over);
    if (start >= 0) chainsOf(path, start, axis, limit, over, chains);
    else if (path.length > 0 && over(path[0]!)) whole.push(path);
  }
  return chains.length === 0 ? whole : [...whole, ...linked(chains)];
}

/** The first vertex on the side that is kept whose forerunner is not; -1 where there is none. */
function firstEntry(path: Path64, over: (point: Point64) => boolean): number {
  let before = path.length > 0 && over(path[path.length - 1]!);
  for (let i = 0; i < path.length; i++) {
    const here = over(path[i]!);
    if (here && !before) return i;
    before = here;
  }
  return -1;
}

/** Adds the chains of a path. */
function chainsOf(
  path: Path64,
  start: number,
  axis: 'x' | 'y',
  limit: number,
  over: (point: Point64) => boolean,
  chains: Chain[],
): void {
  const other = axis === 'x' ? 'y' : 'x';
  const crossing = (a: Point64, b: Point64): Point64 => {
    const share = (limit + 0.5 - a[axis]) / (b[axis] - a[axis]);
    const across = Math.round(a[other] + share * (b[other] - a[other]));
    return axis === 'x' ? { x: limit, y: across, z: 0 } : { x: across, y: limit, z: 0 };
  };
  let chain: Chain | undefined;
  let previous = path.at(start - 1)!;
  for (let k = 0, i = start; k <= path.length; k++, i++) {
    if (i === path.length) i = 0;
    const point = path[i]!;
    if (over(point)) {
      if (k === path.length) break;
      if (!chain) {
        const entry = crossing(previous, point);
        chain = { points: [entry], enters: entry[other], leaves: 0 };
      }
      chain.points.push(point);
    } else if (chain) {
      const exit = crossing(previous, point);
      chain.points.push(exit);
      chain.leaves = exit[other];
      chains.push(chain);
      chain = undefined;
    }
    previous = point;
  }
}

/** Rings of chains, each followed by the chain that enters where it may go on along the cut. */
function linked(chains: readonly Chain[]): Paths64 {
  const byEntry = [...chains].sort((a, b) => a.enters - b.enters);
  const byExit = [...chains].sort((a, b) => a.leaves - b.leaves);
  const next = new Map(byExit.map((chain, k) => [chain, byEntry[k]!]));
  const rings: Paths64 = [];
  const used = new Set<Chain>();
  for (const first of chains) {
    const ring: Path64 = [];
    for (let chain = first; !used.has(chain); chain = next.get(chain)!) {
      used.add(chain);
      ring.push(...chain.points);
    }
    if (ring.length > 2) rings.push(ring);
  }
  return rings;
}
