import type { MultiLineString } from 'geojson';
import { UserError } from '../errors';
import { cutLineAt180 } from '../geo/antimeridian';
import { anchorsOf } from '../network/anchors';
import { sliceByShare } from '../network/edge-geometry';
import type { Metric } from '../network/join';
import { resolvePlace, tooFarReason } from '../network/places';
import { searchFrom, workspaceFor, type Labels } from '../network/search';
import type { Network } from '../network/types';
import { costTo, wayTo } from '../network/way';
import type { LngLat } from '../types';
import type { ReachAnswer, ReachBand, ReachedHub } from './answers';
import type { CatchmentSettlement } from './catchment-types';
import { joinSettlements } from './joined-settlements';
import { reachedIntervals, type EdgeIntervals } from './reach-intervals';
import { MAX_BANDS, MAX_WITHIN } from './reach-limits';
import { answerPlace } from './route';
import { sumPieces } from './route-sums';
import { seasonalWithin } from './seasonal';

/** A settlement counts where it lies no farther than this from a stretch that is reached. */
export const DEFAULT_ACCESS_KM = 25;
export const MAX_ACCESS_KM = 100;

export interface ReachOptions {
  by?: Metric | undefined;
  /** Upper bounds, km or typical hours. */
  bands: readonly number[];
  /** Largest gap in km between a settlement and the point where it joins the network. Default 25. */
  accessKm?: number | undefined;
  settlements?: readonly CatchmentSettlement[] | undefined;
}

/**
 * What lies within a cost of a place over the network, in bands that each hold all within their
 * bound. Edges are cut at the exact point. Hubs are those whose own place in a matrix lies within
 * the bound; a settlement is inside where it joins the network (at the nearest point of any edge, at
 * most `accessKm` away) at a point within the bound: the gap itself costs nothing.
 *
 * @throws UserError `bad-bands`, `bad-access`, and as `resolvePlace`
 */
export function reach(
  network: Network,
  place: string | LngLat,
  options: ReachOptions,
): ReachAnswer {
  const { by = 'distance', accessKm = DEFAULT_ACCESS_KM, settlements = [] } = options;
  const bounds = checkBands(options.bands, by);
  if (!(accessKm >= 0 && accessKm <= MAX_ACCESS_KM))
    throw new UserError(
      'bad-access',
      `an access distance of ${accessKm} km is not possible; give 0 to ${MAX_ACCESS_KM}`,
    );
  const start = resolvePlace(network, place);
  const from = answerPlace(start);
  if (!start.touch) return { status: 'too-far', from, by, reason: tooFarReason(start) };
  const labels = searchFrom(
    network.joined,
    by,
    anchorsOf(network, start.touch).map((anchor) => ({ anchor, cost: 0 })),
    workspaceFor(network.joined),
    { limit: bounds[bounds.length - 1]! },
  );
  const hubs = reachedHubs(network, labels);
  const people = settlementCosts(network, labels, settlements, accessKm);
  const intervals = bounds.map((within) => reachedIntervals(network, labels, within));
  const bands = bounds.map((within, i): ReachBand => {
    const inside = people.filter(({ cost }) => cost <= within).map((entry) => entry.settlement);
    const years = inside.map((settlement) => settlement.year);
    return {
      within,
      ...reachedLines(network, intervals[i]!),
      hubs: hubs.filter(({ cost }) => cost <= within).map((entry) => entry.hub),
      settlements: inside.length,
      population: inside.reduce((sum, settlement) => sum + settlement.population, 0),
      populationYears: inside.length > 0 ? [least(years), greatest(years)] : undefined,
    };
  });
  const seasonal = seasonalWithin(network, intervals[intervals.length - 1]!);
  return { status: 'ok', from, by, accessKm, bands, seasonal };
}

const least = (values: number[]): number => values.reduce((a, b) => Math.min(a, b));
const greatest = (values: number[]): number => values.reduce((a, b) => Math.max(a, b));

function checkBands(bands: readonly number[], by: Metric): number[] {
  const unit = by === 'distance' ? 'km' : 'h';
  if (bands.length === 0 || bands.length > MAX_BANDS)
    throw new UserError('bad-bands', `${bands.length} bounds are given; give 1 to ${MAX_BANDS}`);
  for (const bound of bands)
    if (!(bound > 0 && bound <= MAX_WITHIN[by]))
      throw new UserError(
        'bad-bands',
        `a bound of ${bound} ${unit} is not possible; give above 0 and at most ${MAX_WITHIN[by]} ${unit}`,
      );
  return [...new Set(bands)].sort((a, b) => a - b);
}

function reachedLines(
  network: Network,
  reached: EdgeIntervals,
): { km: number; geometry: MultiLineString } {
  let km = 0;
  const coordinates: LngLat[][] = [];
  for (const [edge, intervals] of reached) {
    for (const [start, end] of intervals) {
      if (end <= start) continue;
      km += network.edges[edge]!.km * (end - start);
      coordinates.push(...cutLineAt180(sliceByShare(network.edges[edge]!.coords, start, end)));
    }
  }
  return { km, geometry: { type: 'MultiLineString', coordinates } };
}

/** Hubs by cost, with the km and hours of the way to each. */
function reachedHubs(network: Network, labels: Labels): { hub: ReachedHub; cost: number }[] {
  const found: { hub: ReachedHub; cost: number }[] = [];
  for (const node of network.nodes) {
    if (node.kind !== 'hub') continue;
    const place = resolvePlace(network, node.id);
    if (!place.touch) continue;
    let best: ReturnType<typeof wayTo>;
    for (const anchor of anchorsOf(network, place.touch)) {
      const way = wayTo(network.joined, labels, anchor);
      if (way && way.cost < (best?.cost ?? Infinity)) best = way;
    }
    if (!best) continue;
    const { distanceKm, hours } = sumPieces(network, best.pieces);
    const hub = { ...answerPlace(place), id: node.id, km: distanceKm, hours: hours.typical };
    found.push({ hub, cost: best.cost });
  }
  return found.sort((a, b) => a.cost - b.cost || (a.hub.id < b.hub.id ? -1 : 1));
}

function settlementCosts(
  network: Network,
  labels: Labels,
  settlements: readonly CatchmentSettlement[],
  accessKm: number,
): { settlement: CatchmentSettlement; cost: number }[] {
  const found: { settlement: CatchmentSettlement; cost: number }[] = [];
  for (const { settlement, touch, gapKm } of joinSettlements(network, settlements)) {
    if (gapKm > accessKm) continue;
    let cost = Infinity;
    for (const anchor of anchorsOf(network, touch))
      cost = Math.min(cost, costTo(network.joined, labels, anchor));
    if (cost < Infinity) found.push({ settlement, cost });
  }
  return found;
}
