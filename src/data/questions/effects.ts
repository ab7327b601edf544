import type {
  MatrixAnswer,
  ReachAnswer,
  RouteAnswer,
  RouteQuery,
  SeasonalUse,
} from '../../core/analysis/answers';
import {
  matrixFigures,
  type MatrixColumns,
  type MatrixFigures,
} from '../../core/analysis/matrix-figures';
import { seasonalUses } from '../../core/analysis/seasonal';
import { reachChange, type ReachChange } from '../../core/analysis/reach-change';
import { hubDifferences } from '../../core/analysis/hub-differences';
import { hubPairsSteps, type HubPairs } from '../../core/analysis/hub-pairs';
import { hubWaysSteps, type HubWays } from '../../core/analysis/hub-ways';
import { rankHubs, type HubRank } from '../../core/analysis/centrality';
import {
  rankDifference,
  reachDifference,
  routeDifference,
  type ChangedPair,
  type RankDifference,
  type ReachDifference,
  type WayDifference,
} from '../../core/analysis/scenario-difference';
import type { ReachOptions } from '../../core/analysis/reach';
import type { Metric } from '../../core/network/join';
import type { NetworkOptions } from '../../core/network/types';
import type { LngLat } from '../../core/types';
import type { Atlas } from '../atlas';
import { kept } from './kept';
import { network } from './network';
import { paced, pieceOf, type Pace } from './pace';
import { matrixAnswer, matrixColumnsAnswer, reachAnswer, routeAnswer } from './routes';

/**
 * Every measure under a scenario beside today's. Today is the same question without the scenario,
 * in the same month and by the same modes, so that the difference is the scenario's alone.
 */
export const worldToday = ({ month, modes, scenario }: NetworkOptions): NetworkOptions => ({
  month: month ?? scenario?.month,
  modes,
});

/** A measure, and where a scenario was in hand the same of today with the signed difference. */
export interface Beside<T, D> {
  value: T;
  today?: T | undefined;
  difference?: D | undefined;
}

/** Larger matrices are not remembered: they would fill the memory. */
const KEPT_CELLS = 10_000;

/** Origins, and destinations where they are others. */
export interface MatrixQuery {
  places: readonly (string | LngLat)[];
  to?: readonly (string | LngLat)[] | undefined;
  by: Metric;
}

/** A reach beside today's, with the lines gained and lost within its largest bound. */
export interface ReachBeside extends Beside<ReachAnswer, ReachDifference[]> {
  change?: ReachChange | undefined;
}

export async function routeBeside(
  atlas: Atlas,
  query: RouteQuery,
  options: NetworkOptions,
): Promise<Beside<RouteAnswer, WayDifference>> {
  const value = await routeAnswer(atlas, query, options);
  if (!options.scenario) return { value };
  const before = await kept(atlas, 'route today', [query, worldToday(options)], () =>
    routeAnswer(atlas, query, worldToday(options)),
  );
  return { value, today: before, difference: routeDifference(before, value) };
}

/** A matrix with every cell decomposed, and today's where a scenario is in hand. */
export async function matrixBeside(
  atlas: Atlas,
  { places, to, by }: MatrixQuery,
  options: NetworkOptions,
  pace?: Pace,
): Promise<{ value: MatrixAnswer; today?: MatrixAnswer | undefined }> {
  const ask = (world: NetworkOptions, piece: number): Promise<MatrixAnswer> =>
    matrixAnswer(atlas, places, by, world, pieceOf(piece, options.scenario ? 2 : 1, pace), to);
  const value = await ask(options, 0);
  return options.scenario ? { value, today: await ask(worldToday(options), 1) } : { value };
}

/** The same as the page shows it: today's is remembered, unless it is large. */
export async function matrixFiguresBeside(
  atlas: Atlas,
  { places, to, by }: MatrixQuery,
  options: NetworkOptions,
  pace?: Pace,
): Promise<MatrixFigures> {
  const ask = (world: NetworkOptions, piece: number): Promise<MatrixColumns> =>
    matrixColumnsAnswer(
      atlas,
      places,
      by,
      world,
      pieceOf(piece, options.scenario ? 2 : 1, pace),
      to,
    );
  const value = await ask(options, 0);
  if (!options.scenario) return matrixFigures(value);
  const world = worldToday(options);
  const today = await (value.status.length <= KEPT_CELLS
    ? kept(atlas, 'matrix today', [places, to ?? 0, by, world], () => ask(world, 1))
    : ask(world, 1));
  return matrixFigures(value, today);
}

export async function reachBeside(
  atlas: Atlas,
  place: string | LngLat,
  reachOptions: Omit<ReachOptions, 'settlements'>,
  options: NetworkOptions,
): Promise<ReachBeside> {
  const value = await reachAnswer(atlas, place, reachOptions, options);
  if (!options.scenario) return { value };
  const before = await kept(atlas, 'reach today', [place, reachOptions, worldToday(options)], () =>
    reachAnswer(atlas, place, reachOptions, worldToday(options)),
  );
  const [old, changed] = [await network(atlas, worldToday(options)), await network(atlas, options)];
  const within = Math.max(...reachOptions.bands);
  return {
    value,
    today: before,
    difference: reachDifference(before, value),
    change: reachChange(old, changed, place, { by: value.by, within }),
  };
}

/** Ids of the hubs down to a label rank, the more important first. */
export async function hubsToRank(atlas: Atlas, rank: number): Promise<string[]> {
  const hubs = (await atlas.needed('hubs')).filter(({ properties }) => properties.rank <= rank);
  hubs.sort((a, b) => a.properties.rank - b.properties.rank);
  return hubs.map(({ properties }) => properties.id);
}

/** The hubs down to a rank by each other: today's, and those of the scenario in hand, are remembered. */
async function waysOfHubs(
  atlas: Atlas,
  rank: number,
  by: Metric,
  options: NetworkOptions,
  pace?: Pace,
): Promise<HubWays> {
  const kind = options.scenario ? 'hubs, scenario' : 'hubs, today';
  return kept(atlas, kind, [rank, by, options], async () =>
    paced(hubWaysSteps(await network(atlas, options), await hubsToRank(atlas, rank), by), pace),
  );
}

/** What a scenario does to the ways between the hubs down to a rank: the pairs that changed. */
export async function changedPairs(
  atlas: Atlas,
  rank: number,
  by: Metric,
  options: NetworkOptions,
  pace?: Pace,
): Promise<{ hubs: number; pairs: ChangedPair[] }> {
  const pairsIn = async (world: NetworkOptions): Promise<HubPairs> =>
    paced(hubPairsSteps(await network(atlas, world), await hubsToRank(atlas, rank), by), pace);
  const today = worldToday(options);
  const before = await kept(atlas, 'pairs of hubs, today', [rank, by, today], () => pairsIn(today));
  const hubs = before.columns.places.length;
  if (!options.scenario) return { hubs, pairs: [] };
  const after = await kept(atlas, 'pairs of hubs, scenario', [rank, by, options], () =>
    pairsIn(options),
  );
  return { hubs, pairs: hubDifferences(before, after) };
}

export interface RankingAnswer extends Beside<HubRank[], RankDifference[]> {
  /** What of the ways between the hubs is not open all year, by id. */
  seasonal: SeasonalUse[];
}

/** Hubs ranked by what lies within a bound of them. */
export async function ranking(
  atlas: Atlas,
  { rank, within, by }: { rank: number; within: number; by: Metric },
  options: NetworkOptions,
  pace?: Pace,
): Promise<RankingAnswer> {
  const hubs = await atlas.needed('hubs');
  const population = Object.fromEntries(
    hubs.map(({ properties: p }) => [p.id, p.population?.value ?? 0]),
  );
  const pieces = options.scenario ? 2 : 1;
  const waysIn = (world: NetworkOptions, piece: number): Promise<HubWays> =>
    waysOfHubs(atlas, rank, by, world, pieceOf(piece, pieces, pace));
  const ranked = (ways: HubWays): HubRank[] => rankHubs(ways, { within, population });
  const ways = await waysIn(options, 0);
  const value = ranked(ways);
  const seasonal = seasonalUses(ways.network, ways.seasonal);
  if (!options.scenario) return { value, seasonal };
  const before = ranked(await waysIn(worldToday(options), 1));
  return { value, seasonal, today: before, difference: rankDifference(before, value) };
}
