import { UserError } from '../errors';
import type { LngLat } from '../types';
import { destination, inverse, nearestTurn } from './geodesic';
import { chainagesKm } from './line-length';

/** Chainages past the end by less than this are the end: the residue of adding up lengths. */
const END_TOLERANCE_KM = 1e-6;

/**
 * The point of a geodesic polyline at a chainage; exactly a vertex at a vertex's chainage.
 * `chainages` are those of `chainagesKm`, for repeated questions.
 * @throws UserError `off-line` for a chainage before the start or past the end
 */
export function pointAtKm(
  line: readonly LngLat[],
  km: number,
  chainages: Float64Array = chainagesKm(line),
): LngLat {
  const { vertex, beyondKm } = locate(line, km, chainages);
  return onwards(line, vertex, beyondKm);
}

/**
 * The part of a line between two chainages, in the line's direction.
 * @throws UserError `off-line`; `bad-slice` where `fromKm` lies after `toKm`
 */
export function sliceKm(
  line: readonly LngLat[],
  fromKm: number,
  toKm: number,
  chainages: Float64Array = chainagesKm(line),
): LngLat[] {
  if (fromKm > toKm)
    throw new UserError('bad-slice', `a slice runs forward: ${fromKm} km lies after ${toKm} km`);
  const from = locate(line, fromKm, chainages);
  const to = locate(line, toKm, chainages);
  const points = [onwards(line, from.vertex, from.beyondKm)];
  for (let i = from.vertex + 1; i <= to.vertex; i++) points.push([...line[i]!] as LngLat);
  if (to.beyondKm > 0 || points.length === 1) points.push(onwards(line, to.vertex, to.beyondKm));
  return points;
}

/** The last vertex at or before a chainage, and how far beyond it the chainage lies. */
function locate(
  line: readonly LngLat[],
  km: number,
  chainages: Float64Array,
): { vertex: number; beyondKm: number } {
  const endKm = chainages[line.length - 1] ?? 0;
  if (line.length === 0 || !(km >= -END_TOLERANCE_KM && km <= endKm + END_TOLERANCE_KM))
    throw new UserError('off-line', `${km} km is not on the line: it is 0 to ${endKm} km long`);
  if (km >= endKm) return { vertex: line.length - 1, beyondKm: 0 };
  let low = 0;
  let high = line.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (chainages[middle]! <= km) low = middle;
    else high = middle;
  }
  return { vertex: low, beyondKm: Math.max(0, km - chainages[low]!) };
}

function onwards(line: readonly LngLat[], vertex: number, km: number): LngLat {
  const from = line[vertex]!;
  const to = line[vertex + 1];
  if (!to || km === 0) return [...from] as LngLat;
  const [lng, lat] = destination(from, inverse(from, to).initialBearing, km);
  return [nearestTurn(lng, from[0]), lat];
}
