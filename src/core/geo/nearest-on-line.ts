import { UserError } from '../errors';
import type { LngLat } from '../types';
import {
  chordSurelyBeyondKm,
  fromEcef,
  MAX_CURVATURE_RADIUS_KM,
  MIN_CURVATURE_RADIUS_KM,
  toEcef,
} from './ellipsoid';
import { distanceKm, inverse } from './geodesic';
import { CHORD_SAG_KM, indexLines, type LineIndex } from './line-index';
import { legsWithin, searchNearestLeg, type NearestLeg } from './line-search';

export interface NearestOnLine {
  /** The point of the lines nearest to the place asked for; longitude within 180. */
  point: LngLat;
  /** Km from the start of the first line to that point, gaps between lines not counted. */
  chainageKm: number;
  /** WGS84 geodesic from the place to that point. */
  distanceKm: number;
}

/** Distances are exact to this along the line; across it the error is its square over twice them. */
const ALONG_TOLERANCE_KM = 1e-5;

const place = new Float64Array(3);

/**
 * The nearest point of geodesic lines, exact on the ellipsoid: distances in space leave only the
 * legs that can be nearest; on these the foot of the perpendicular is found with Karney's geodesics.
 * @throws UserError `empty-line`
 */
export function nearestOnLine(
  lines: LineIndex | readonly (readonly LngLat[])[],
  point: LngLat,
): NearestOnLine {
  const index = 'legs' in lines ? lines : indexLines(lines);
  toEcef(point[0], point[1], place, 0);
  const [x, y, z] = place as unknown as [number, number, number];
  const chord = Math.sqrt(searchNearestLeg(index, x, y, z).distance2);
  let best: NearestOnLine | undefined;
  for (const candidate of rivals(index, x, y, z, chord)) {
    const foot = footOnLeg(index, candidate, point);
    if (!best || foot.distanceKm < best.distanceKm) best = foot;
  }
  if (!best) throw new UserError('empty-line', 'the line has no point: give one or more');
  return best;
}

/**
 * The same for points no farther than some hundred km, several times faster: the foot is found in
 * space alone. Off by less than 1e-5 km at 300 km (the square of the foot's shift over the distance).
 * `hint` is the leg found for a point nearby; returned for the next.
 */
export function nearOnLine(
  index: LineIndex,
  point: LngLat,
  hint = -1,
): { distanceKm: number; chainageKm: number; leg: number } {
  toEcef(point[0], point[1], place, 0);
  const { leg, t } = searchNearestLeg(index, place[0]!, place[1]!, place[2]!, Infinity, -1, hint);
  return {
    distanceKm: distanceKm(point, pointOnLeg(index, leg, t)),
    chainageKm: index.startKm[leg]! + t * index.legKm[leg]!,
    leg,
  };
}

/**
 * Whether a point lies within `radiusKm` of the lines, decided by Karney's geodesics: for points so
 * near the rim that their distance in space does not tell.
 */
export function isWithin(index: LineIndex, point: LngLat, radiusKm: number): boolean {
  toEcef(point[0], point[1], place, 0);
  const limit = chordSurelyBeyondKm(radiusKm) + CHORD_SAG_KM;
  return legsWithin(index, place[0]!, place[1]!, place[2]!, limit * limit)
    .sort((a, b) => a.distance2 - b.distance2)
    .some((candidate) => footOnLeg(index, candidate, point).distanceKm <= radiusKm);
}

/** The legs that can be nearest on the ellipsoid when `chord` is the shortest distance in space. */
function rivals(index: LineIndex, x: number, y: number, z: number, chord: number): NearestLeg[] {
  const longest =
    2 *
    MIN_CURVATURE_RADIUS_KM *
    Math.asin(Math.min(1, (chord + CHORD_SAG_KM) / 2 / MIN_CURVATURE_RADIUS_KM));
  // Half-way round the earth chords tell little; sin is bounded there, so all legs are looked at.
  const limit =
    longest < MAX_CURVATURE_RADIUS_KM * 3
      ? Math.max(chordSurelyBeyondKm(longest), chord) + 2 * CHORD_SAG_KM
      : Infinity;
  return legsWithin(index, x, y, z, limit * limit);
}

/** The foot of the perpendicular on one leg, or the leg's end nearest to it. */
function footOnLeg(index: LineIndex, candidate: NearestLeg, point: LngLat): NearestOnLine {
  const { leg } = candidate;
  const legKm = index.legKm[leg]!;
  const pointAt = (t: number): LngLat => pointOnLeg(index, leg, t);
  let t = candidate.t;
  let foot = pointAt(t);
  let way = inverse(point, foot);
  for (let round = 0; round < 8 && legKm > 0 && way.distanceKm > 0; round++) {
    const alongBearing =
      t < 0.5 ? inverse(foot, pointAt(1)).initialBearing : inverse(pointAt(0), foot).finalBearing;
    // How far the way still leads along the leg: Napier's rule on the sphere of the region.
    const turn = ((way.finalBearing - alongBearing) * Math.PI) / 180;
    const angle = way.distanceKm / 6371;
    const backKm = 6371 * Math.atan(Math.tan(Math.min(angle, 1.5)) * Math.cos(turn));
    const next = Math.min(1, Math.max(0, t - backKm / legKm));
    const movedKm = Math.abs(next - t) * legKm;
    if (movedKm === 0) break;
    const nextFoot = pointAt(next);
    const nextWay = inverse(point, nextFoot);
    if (nextWay.distanceKm > way.distanceKm) break;
    t = next;
    foot = nextFoot;
    way = nextWay;
    if (movedKm < ALONG_TOLERANCE_KM) break;
  }
  return {
    point: foot,
    chainageKm: index.startKm[leg]! + t * legKm,
    distanceKm: way.distanceKm,
  };
}

function pointOnLeg({ legs }: LineIndex, leg: number, t: number): LngLat {
  const at = leg * 6;
  return fromEcef(
    legs[at]! + t * (legs[at + 3]! - legs[at]!),
    legs[at + 1]! + t * (legs[at + 4]! - legs[at + 1]!),
    legs[at + 2]! + t * (legs[at + 5]! - legs[at + 2]!),
  );
}
