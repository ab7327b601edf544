import { UserError } from '../errors';
import { polygonAreaKm2 } from '../geo/area';
import { toEqualAreaPlane } from '../geo/equal-area-plane';
import { indexLines, type LineIndex } from '../geo/line-index';
import { allSteps, partOf, type Steps } from '../steps';
import { catchmentOutlineSteps } from './catchment-outline';
import { splitArea } from './catchment-area-split';
import { settlementsInside, type PreparedGround } from './catchment';
import type {
  ExclusivePart,
  ExclusiveResult,
  NamedLines,
  SettlementInside,
} from './catchment-types';

/** Corridors whose distances differ by no more than this run together, unless told otherwise. */
export const DEFAULT_TOLERANCE_KM = 1;
/** About how much of the time the outline of all takes, before it is divided. */
const OUTLINE_SHARE = 0.3;

/**
 * The catchments of several corridors without overlap: each place belongs to the nearest corridor,
 * or to `shared` where two or more are equally near. Settlements are told apart by geodesics; the
 * area of the union is that of its outline, split by cells of an equal-area plane that are halved
 * down to a 64th of the radius along the lines between the parts.
 * @throws UserError `bad-radius`, `bad-coordinate`, `empty-line`, `both-poles`, `no-corridor`
 */
export function exclusiveCatchments(
  prepared: PreparedGround,
  corridors: readonly NamedLines[],
  radiusKm: number,
  toleranceKm: number = DEFAULT_TOLERANCE_KM,
): ExclusiveResult {
  return allSteps(exclusiveSteps(prepared, corridors, radiusKm, toleranceKm));
}

/** The same in steps. */
export function* exclusiveSteps(
  prepared: PreparedGround,
  corridors: readonly NamedLines[],
  radiusKm: number,
  toleranceKm: number = DEFAULT_TOLERANCE_KM,
): Steps<ExclusiveResult> {
  if (corridors.length === 0)
    throw new UserError('no-corridor', 'exclusive catchments need one corridor or more');
  const allLines = corridors.flatMap(({ lines }) => lines);
  const outline = yield* partOf(0, OUTLINE_SHARE, catchmentOutlineSteps(allLines, radiusKm));
  const unionKm2 = polygonAreaKm2(outline);
  const indices = corridors.map(({ lines }) => indexLines(lines));
  const { box } = toEqualAreaPlane(outline);
  const split = yield* partOf(OUTLINE_SHARE, 1, splitArea(box, indices, radiusKm, toleranceKm));
  const bySettlement = splitSettlements(prepared, indices, radiusKm, toleranceKm);
  const part = (owner: number): ExclusivePart => {
    const settlements = bySettlement[owner]!;
    return {
      areaKm2: split.shares[owner]! * unionKm2,
      population: settlements.reduce((sum, { population }) => sum + population, 0),
      settlementCount: settlements.length,
      settlements,
    };
  };
  const parts = corridors.map(({ id }, i) => ({ id, ...part(i) }));
  const shared = part(corridors.length);
  const all = [...parts, shared];
  return {
    radiusKm,
    toleranceKm,
    corridors: parts,
    shared,
    union: {
      areaKm2: unionKm2,
      population: all.reduce((sum, { population }) => sum + population, 0),
      settlementCount: all.reduce((sum, { settlementCount }) => sum + settlementCount, 0),
    },
    areaErrorShare: split.errorShare,
  };
}

/** Settlements by owner: the corridors in order, then what is shared. */
function splitSettlements(
  prepared: PreparedGround,
  indices: readonly LineIndex[],
  radiusKm: number,
  toleranceKm: number,
): SettlementInside[][] {
  const nearest = new Map<string, { owners: number[]; settlement: SettlementInside }>();
  // Farther than the radius by the tolerance, so that a rival just outside still counts as near.
  indices.forEach((index, owner) => {
    for (const settlement of settlementsInside(prepared, index, radiusKm + toleranceKm)) {
      const known = nearest.get(settlement.id);
      const leadKm = known ? known.settlement.distanceKm - settlement.distanceKm : Infinity;
      if (leadKm < -toleranceKm) continue;
      // Who ran together with the nearest so far, does so with one that leads by less than that.
      const owners = known && leadKm <= toleranceKm ? [...known.owners, owner] : [owner];
      const nearer = known && leadKm <= 0 ? known.settlement : settlement;
      nearest.set(settlement.id, { owners, settlement: nearer });
    }
  });
  const out: SettlementInside[][] = [...indices, undefined].map(() => []);
  for (const { owners, settlement } of nearest.values())
    if (settlement.distanceKm <= radiusKm)
      out[owners.length > 1 ? indices.length : owners[0]!]!.push(settlement);
  return out.map((list) => list.sort((a, b) => b.population - a.population));
}
