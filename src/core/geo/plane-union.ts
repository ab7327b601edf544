import { booleanOpWithPolyTree, ClipType, FillRule, PolyTree64, union } from 'clipper2-ts';
import type { Path64, Paths64, PolyPath64 } from 'clipper2-ts';
import type { Steps } from '../steps';

/** A polygon in the plane: its outer ring turns left, its holes turn right. */
export interface PlanePolygon {
  outer: Path64;
  holes: Path64[];
}

/**
 * How many neighbours are joined at a time, level by level: pieces that cross themselves and each
 * other a lot two by two, long outlines that only meet at their ends many at once (measured).
 */
const FANS = [2, 3, 4, 8, 32];
const LARGEST_FAN = 32;
const fanAt = (level: number): number => FANS[level] ?? LARGEST_FAN;

/** How many unions joining so many paths takes, but for the last. */
function unionCount(paths: number): number {
  let count = 0;
  let groups = paths;
  for (let level = 0; groups > LARGEST_FAN; level++) {
    groups = Math.ceil(groups / fanAt(level));
    count += groups;
  }
  return count;
}

/**
 * The union of closed paths that turn left, neighbours in the list being neighbours in the plane:
 * joined in small groups, then groups of groups, so that no sweep meets many crossings.
 */
export function* unionInGroups(paths: readonly Path64[]): Steps<PlanePolygon[]> {
  let groups: Paths64[] = paths.map((path) => [path]);
  const total = unionCount(paths.length);
  let done = 0;
  for (let level = 0; groups.length > LARGEST_FAN; level++) {
    const fan = fanAt(level);
    const next: Paths64[] = [];
    for (let i = 0; i < groups.length; i += fan) {
      next.push(union(groups.slice(i, i + fan).flat(), FillRule.NonZero));
      yield { done: ++done, total };
    }
    groups = next;
  }
  return polygons(groups.flat());
}

/** Union of paths as polygons with their holes. */
function polygons(paths: Paths64): PlanePolygon[] {
  const tree = new PolyTree64();
  booleanOpWithPolyTree(ClipType.Union, paths, null, tree, FillRule.NonZero);
  const out: PlanePolygon[] = [];
  collect(tree, out);
  return out;
}

/** Outer rings stand on odd levels of the tree, their holes right below them. */
function collect(parent: PolyPath64, out: PlanePolygon[]): void {
  for (let i = 0; i < parent.count; i++) {
    const outer = parent.child(i);
    const holes: Path64[] = [];
    for (let k = 0; k < outer.count; k++) {
      const hole = outer.child(k);
      holes.push(hole.polygon!);
      collect(hole, out);
    }
    out.push({ outer: outer.polygon!, holes });
  }
}

/** Signed area of a closed path in square units: above 0 where it turns left. */
export function pathArea(path: Path64): number {
  let twice = 0;
  let previous = path[path.length - 1]!;
  for (const point of path) {
    twice += previous.x * point.y - point.x * previous.y;
    previous = point;
  }
  return twice / 2;
}
