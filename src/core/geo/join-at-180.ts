import type { Geometry, Position } from 'geojson';
import { nearestTurn } from './geodesic';

/** Five decimals on both sides of the cut: the same latitude may differ by a rounding. */
const SAME_LAT_DEG = 2e-5;

/**
 * A geometry that was cut at 180 degrees, whole again, for drawing in projections that do not break
 * there: lines and polygons whose halves meet at 180 degrees are joined, with longitudes that run
 * on past 180 (to 190, say); parts of the same geometry that do not reach 180 follow to the same
 * side. Vertices that only the cut had made are removed. What was not cut comes back as it is, as
 * does a polygon over a pole, which touches 180 degrees on both sides by itself.
 */
export function joinAt180<G extends Geometry>(geometry: G): Geometry {
  if (geometry.type === 'MultiLineString') {
    const lines = joinLines(geometry.coordinates);
    if (!lines) return geometry;
    return lines.length === 1
      ? { type: 'LineString', coordinates: lines[0]! }
      : { type: 'MultiLineString', coordinates: lines };
  }
  if (geometry.type === 'MultiPolygon') {
    const polygons = joinPolygons(geometry.coordinates);
    if (!polygons) return geometry;
    return polygons.length === 1
      ? { type: 'Polygon', coordinates: polygons[0]! }
      : { type: 'MultiPolygon', coordinates: polygons };
  }
  return geometry;
}

/** The lines joined end to start across 180 degrees; undefined where none meet there. */
function joinLines(lines: readonly Position[][]): Position[][] | undefined {
  const open = lines.map((line) => [...line]);
  let joined = false;
  for (let i = 0; i < open.length; i++) {
    for (let next = follower(open, i); next >= 0; next = follower(open, i)) {
      const line = open[i]!;
      const [tail] = open.splice(next, 1);
      if (next < i) i--;
      const from = line[line.length - 1]!;
      const shift = from[0]! - tail![0]![0]!;
      line.push(...tail!.slice(1).map((p) => [p[0]! + shift, ...p.slice(1)]));
      dropCutVertex(line, line.length - tail!.length);
      joined = true;
    }
  }
  return joined ? open.map(eastOfGreenwich) : undefined;
}

/** The line that starts where line `i` ends on 180 degrees; -1: none. */
function follower(lines: readonly Position[][], i: number): number {
  const end = lines[i]![lines[i]!.length - 1]!;
  if (!onCut(end)) return -1;
  return lines.findIndex((other, k) => k !== i && meets(end, other[0]!));
}

/** Whether two positions are one place on 180 degrees. */
function meets(a: Position, b: Position): boolean {
  return onCut(a) && onCut(b) && Math.abs(a[1]! - b[1]!) < SAME_LAT_DEG;
}

function onCut(point: Position): boolean {
  return Math.abs(nearestTurn(point[0]!, 180) - 180) < 1e-9;
}

/** Removes a vertex that lies on the straight way between its neighbours. */
function dropCutVertex(line: Position[], at: number): void {
  const [a, m, b] = [line[at - 1], line[at], line[at + 1]];
  if (!a || !m || !b || a[0] === b[0]) return;
  const lat = a[1]! + ((m[0]! - a[0]!) / (b[0]! - a[0]!)) * (b[1]! - a[1]!);
  if (Math.abs(lat - m[1]!) < SAME_LAT_DEG) line.splice(at, 1);
}

/** A part brought to the copy of the world that continues past 180 eastward. */
function eastOfGreenwich(points: Position[]): Position[] {
  let min = Infinity;
  let max = -Infinity;
  for (const [lng] of points) {
    if (lng! < min) min = lng!;
    if (lng! > max) max = lng!;
  }
  const middle = (min + max) / 2;
  const shift = nearestTurn(middle, 180) - middle;
  return shift === 0 ? points : points.map((p) => [p[0]! + shift, ...p.slice(1)]);
}

/** A stretch of a ring between two places on 180 degrees. */
interface Chain {
  points: Position[];
  /** 1: the ring lies west of 180 degrees (longitudes up to 180), -1: east of it. */
  side: 1 | -1;
  /** The chain that follows in the ring it was cut from. */
  next: number;
}

/** The polygons with halves stitched together; undefined where none meet at 180 degrees. */
function joinPolygons(polygons: readonly Position[][][]): Position[][][] | undefined {
  const chains: Chain[] = [];
  const whole: Position[][][] = [];
  const holes: Position[][] = [];
  for (const rings of polygons) {
    const outer = rings[0];
    if (!outer || !isHalf(outer)) {
      whole.push([...rings]);
      continue;
    }
    holes.push(...rings.slice(1).map(eastOfGreenwich));
    addChains(outer, chains);
  }
  const joined = stitch(chains);
  if (!joined) return undefined;
  const outers = joined.filter((ring) => ringArea(ring) > 0).map((ring) => [ring]);
  for (const hole of [...joined.filter((ring) => ringArea(ring) <= 0), ...holes]) {
    const home = outers.find(([outer]) => contains(outer!, hole));
    (home ?? outers[0])?.push(hole);
  }
  return [...whole.map((rings) => rings.map(eastOfGreenwich)), ...outers];
}

/** Whether a ring has an edge along 180 degrees on one side of it, and none on the other. */
function isHalf(ring: readonly Position[]): boolean {
  const sides = new Set<number>();
  ring.forEach((point, i) => {
    const previous = ring[i - 1];
    if (previous && onCut(point) && previous[0] === point[0]) sides.add(Math.sign(point[0]!));
  });
  return sides.size === 1;
}

/** Cuts a closed ring where it runs along 180 degrees; longitudes of the far side get a turn more. */
function addChains(ring: readonly Position[], chains: Chain[]): void {
  const open = eastOfGreenwich(ring.slice(0, -1));
  const count = open.length;
  const along = (i: number): boolean => onCut(open[i % count]!) && onCut(open[(i + 1) % count]!);
  const first = chains.length;
  const side = open.some(([lng]) => lng! < 180 - 1e-9) ? 1 : -1;
  const start = open.findIndex((_, i) => along((i + count - 1) % count) && !along(i));
  let points: Position[] = [];
  for (let k = 0; k < count; k++) {
    const i = start + k;
    if (along(i)) continue;
    if (points.length === 0) points.push([...open[i % count]!]);
    points.push([...open[(i + 1) % count]!]);
    if (along(i + 1)) {
      chains.push({ points, side, next: chains.length + 1 });
      points = [];
    }
  }
  chains[chains.length - 1]!.next = first;
}

/** Rings made of chains, each followed by the one that starts where it ends beyond the cut. */
function stitch(chains: readonly Chain[]): Position[][] | undefined {
  const used = new Set<Chain>();
  const rings: Position[][] = [];
  let joined = false;
  for (const start of chains) {
    const ring: Position[] = [];
    for (let chain = start; !used.has(chain);) {
      used.add(chain);
      const end = chain.points[chain.points.length - 1]!;
      const beyond = chains.find(
        (other) =>
          other.side !== chain.side && Math.abs(other.points[0]![1]! - end[1]!) < SAME_LAT_DEG,
      );
      const at = ring.length;
      ring.push(...(beyond ? chain.points.slice(0, -1) : chain.points));
      if (at > 0) dropCutVertex(ring, at);
      if (beyond) joined = true;
      chain = beyond ?? chains[chain.next]!;
    }
    if (ring.length > 2) rings.push(closedRing(ring));
  }
  return joined ? rings : undefined;
}

/** The ring closed; its first vertex, which lies on the cut too, dropped if only the cut made it. */
function closedRing(open: readonly Position[]): Position[] {
  const first = [open[open.length - 1]!, open[0]!, open[1]!];
  dropCutVertex(first, 1);
  const points = first.length === 2 ? open.slice(1) : [...open];
  return [...points, [...points[0]!]];
}

function ringArea(ring: readonly Position[]): number {
  let twice = 0;
  for (let i = 1; i < ring.length; i++)
    twice += (ring[i - 1]![0]! - ring[i]![0]!) * (ring[i - 1]![1]! + ring[i]![1]!);
  return twice / 2;
}

/** Whether a ring holds the first vertex of another that is not on its edge (even-odd rule). */
function contains(ring: readonly Position[], inner: readonly Position[]): boolean {
  const [x, y] = inner[0] as [number, number];
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number];
    const [bx, by] = ring[i] as [number, number];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}
