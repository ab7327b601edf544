import { booleanOpWithPolyTree, ClipType, FillRule, PolyTree64 } from 'clipper2-ts';
import type { Path64, Paths64, PolyPath64 } from 'clipper2-ts';
import type { MultiPolygon, Polygon } from 'geojson';
import type { LngLat } from '../types';
import { nearestTurn } from './geodesic';

/** The sweep works on whole numbers: about a centimetre. */
const UNITS_PER_DEGREE = 1e7;
/** Pieces thinner than this (square units: a few square metres) are residue of rounding. */
const LEAST_AREA = 1e4;

/**
 * Polygons cut at 180 degrees as RFC 7946 asks (section 3.1.9), outer rings counterclockwise, holes
 * clockwise, rings closed. Rings come open or closed, wrapped or unwrapped, straight in longitude
 * and latitude between vertices. A ring round a pole is closed over it: along 180 degrees up to
 * latitude 90 and back on the other side, which is how such a polygon is written in RFC 7946; of an
 * outer ring the pole with the smaller distance from it is taken to lie inside.
 */
export function cutPolygonsAt180(polygons: readonly LngLat[][][]): Polygon | MultiPolygon {
  const parts = polygons.flatMap(cutPolygon);
  return parts.length === 1
    ? { type: 'Polygon', coordinates: parts[0]! }
    : { type: 'MultiPolygon', coordinates: parts };
}

function cutPolygon(rings: LngLat[][]): LngLat[][][] {
  const unwrapped = rings.map(unwrapRing);
  const outer = unwrapped[0];
  if (!outer || outer.points.length < 3) return [];
  const simple = unwrapped.every((ring) => ring.turns === 0 && withinWorld(ring.points));
  if (simple) return [unwrapped.map(({ points }, i) => closed(wound(points, i === 0 ? 1 : -1)))];
  const pole = outer.points.reduce((sum, [, lat]) => sum + lat, 0) >= 0 ? 90 : -90;
  const centre = outer.turns === 0 ? middleLongitude(outer.points) : 0;
  const subject = unwrapped.flatMap(({ points, turns }, i) => {
    if (turns !== 0) return [overPole(points, pole)];
    return i === 0 ? [points] : [shiftedNear(points, centre)];
  });
  return windows(subject).flatMap((window) => clipToWindow(subject, window));
}

interface UnwrappedRing {
  /** Open: the first vertex is not repeated. */
  points: LngLat[];
  /** How often it runs round the pole, eastward counted positive. */
  turns: number;
}

function unwrapRing(ring: readonly LngLat[]): UnwrappedRing {
  const points: LngLat[] = [];
  for (const [lng, lat] of ring) {
    const previous = points[points.length - 1];
    points.push([previous ? nearestTurn(lng, previous[0]) : lng, lat]);
  }
  const first = points[0];
  const last = points[points.length - 1];
  if (!first || !last) return { points, turns: 0 };
  const turns = Math.round((last[0] + nearestTurn(first[0] - last[0], 0) - first[0]) / 360);
  const repeats = points.length > 1 && last[1] === first[1] && (last[0] - first[0]) % 360 === 0;
  if (repeats) points.pop();
  return { points, turns };
}

function withinWorld(points: readonly LngLat[]): boolean {
  return points.every(([lng]) => lng >= -180 && lng <= 180);
}

/**
 * A ring that runs once round the pole, opened at -180 and carried to +180, and over the pole back.
 * Two such rings in one polygon (a belt round the pole) cancel north of the inner one.
 */
function overPole(points: readonly LngLat[], pole: number): LngLat[] {
  const eastward = points[points.length - 1]![0] >= points[0]![0];
  const line = eastward ? [...points] : [...points].reverse();
  const first = line[0]!;
  line.push([first[0] + 360, first[1]]);
  // Start of the turn that begins at -180: cut, and move what lies beyond to the other end.
  const base = Math.floor((first[0] + 180) / 360) * 360;
  const shifted = line.map(([lng, lat]): LngLat => [lng - base, lat]);
  const cut = shifted.findIndex(([lng]) => lng >= 180);
  const after = shifted[cut]!;
  const before = shifted[cut - 1]!;
  const share = (180 - before[0]) / (after[0] - before[0]);
  const lat = before[1] + share * (after[1] - before[1]);
  return [
    [-180, lat],
    ...shifted.slice(cut, -1).map(([lng, y]): LngLat => [lng - 360, y]),
    ...shifted.slice(0, cut),
    [180, lat],
    [180, pole],
    [-180, pole],
  ];
}

function middleLongitude(points: readonly LngLat[]): number {
  const lngs = points.map(([lng]) => lng);
  return (lngs.reduce((a, b) => Math.min(a, b)) + lngs.reduce((a, b) => Math.max(a, b))) / 2;
}

function shiftedNear(points: readonly LngLat[], centre: number): LngLat[] {
  const middle = middleLongitude(points);
  const shift = nearestTurn(middle, centre) - middle;
  return points.map(([lng, lat]) => [lng + shift, lat]);
}

/** Which turns of the world the rings reach into: 0 is [-180, 180]. */
function windows(rings: readonly LngLat[][]): number[] {
  const turns = new Set<number>();
  for (const ring of rings)
    for (const [lng] of ring) {
      turns.add(Math.floor((lng + 180) / 360));
      turns.add(Math.ceil((lng - 180) / 360));
    }
  return [...turns].sort((a, b) => a - b);
}

function clipToWindow(rings: readonly LngLat[][], turn: number): LngLat[][][] {
  const near = rings.map((ring) => shortOutside(ring, 360 * turn - 180, 360 * turn + 180));
  const subject: Paths64 = near
    .filter((ring) => ring.length > 2)
    .map((ring) =>
      ring.map(([lng, lat]) => ({
        x: Math.round((lng - 360 * turn) * UNITS_PER_DEGREE),
        y: Math.round(lat * UNITS_PER_DEGREE),
        z: 0,
      })),
    );
  const [w, e, s, n] = [-180, 180, -91, 91].map((degrees) => degrees * UNITS_PER_DEGREE) as [
    number,
    number,
    number,
    number,
  ];
  const window: Path64 = [
    { x: w, y: s, z: 0 },
    { x: e, y: s, z: 0 },
    { x: e, y: n, z: 0 },
    { x: w, y: n, z: 0 },
  ];
  const tree = new PolyTree64();
  booleanOpWithPolyTree(ClipType.Intersection, subject, [window], tree, FillRule.EvenOdd);
  const out: LngLat[][][] = [];
  collect(tree, out);
  return out;
}

/** Of vertices in a row on the same side of a window only the ends: the sweep need not follow them. */
function shortOutside(ring: readonly LngLat[], west: number, east: number): LngLat[] {
  const sideOf = ([lng]: LngLat): number => (lng < west ? -1 : lng > east ? 1 : 0);
  const count = ring.length;
  return ring.filter((point, i) => {
    const side = sideOf(point);
    if (side === 0) return true;
    const before = ring[(i + count - 1) % count]!;
    const after = ring[(i + 1) % count]!;
    return sideOf(before) !== side || sideOf(after) !== side;
  });
}

function collect(parent: PolyPath64, out: LngLat[][][]): void {
  for (let i = 0; i < parent.count; i++) {
    const outer = parent.child(i);
    const rings = [outer.polygon!];
    for (let k = 0; k < outer.count; k++) {
      rings.push(outer.child(k).polygon!);
      collect(outer.child(k), out);
    }
    const lngLats = rings.map((ring) =>
      ring.map((p): LngLat => [p.x / UNITS_PER_DEGREE, p.y / UNITS_PER_DEGREE]),
    );
    if (Math.abs(planarArea(lngLats[0]!)) * UNITS_PER_DEGREE ** 2 < LEAST_AREA) continue;
    out.push(lngLats.map((ring, k) => closed(wound(ring, k === 0 ? 1 : -1))));
  }
}

/** The ring turning counterclockwise (1) or clockwise (-1) in longitude and latitude. */
function wound(ring: LngLat[], sense: 1 | -1): LngLat[] {
  return Math.sign(planarArea(ring)) === -sense ? [...ring].reverse() : ring;
}

function closed(ring: LngLat[]): LngLat[] {
  return [...ring, [...ring[0]!] as LngLat];
}

function planarArea(ring: readonly LngLat[]): number {
  let twice = 0;
  let previous = ring[ring.length - 1]!;
  for (const point of ring) {
    twice += (point[0] - previous[0]) * (point[1] + previous[1]);
    previous = point;
  }
  return -twice / 2;
}
