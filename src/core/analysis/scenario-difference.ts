import type { HoursRange } from '../types';
import type {
  MatrixAnswer,
  MatrixCell,
  ReachAnswer,
  ReachedHub,
  RouteAnswer,
  RouteSums,
} from './answers';
import type { HubRank } from './centrality';

/** Scenario minus today: negative is shorter, or sooner. */
export interface SumsDifference {
  distanceKm: number;
  hours: HoursRange;
  byMode: Record<string, number>;
  byCountry: Record<string, number>;
  byGauge: Record<string, number>;
  byStatus: Record<string, number>;
  /** How many borders and gauge breaks more are passed. */
  crossings: number;
  gaugeBreaks: number;
}

/**
 * What a scenario does to a way: both exist and differ or not, it comes into being, it is lost, or
 * there is none in either.
 */
export type WayDifference =
  | { kind: 'changed' | 'same'; difference: SumsDifference }
  | { kind: 'gained' }
  | { kind: 'lost' }
  | { kind: 'none' };

/** Differences below a metre, or four seconds, are rounding. */
export const SAME_KM = 0.001;
export const SAME_HOURS = 0.001;

/** A way as a route or a cell of a matrix tells it. */
type Way = RouteSums & { crossings: { length: number }; gaugeBreaks: { length: number } };
export type WayOrNot = { status: 'too-far' | 'unreachable' } | ({ status: 'ok' } & Way);

/** What a scenario does to a way. */
export function wayDifference(today: WayOrNot, scenario: WayOrNot): WayDifference {
  if (today.status !== 'ok')
    return scenario.status === 'ok' ? { kind: 'gained' } : { kind: 'none' };
  if (scenario.status !== 'ok') return { kind: 'lost' };
  const difference: SumsDifference = {
    ...totalsDifference(today, scenario),
    byMode: groupDifference(today.byMode, scenario.byMode),
    byCountry: groupDifference(today.byCountry, scenario.byCountry),
    byGauge: groupDifference(today.byGauge, scenario.byGauge),
    byStatus: groupDifference(today.byStatus, scenario.byStatus),
    crossings: scenario.crossings.length - today.crossings.length,
    gaugeBreaks: scenario.gaugeBreaks.length - today.gaugeBreaks.length,
  };
  return { kind: sameSums(today, scenario) ? 'same' : 'changed', difference };
}

/**
 * Whether two ways agree in all that makes a way another. Looked at before a difference is made: most
 * pairs of a matrix are the same, and there are thousands.
 */
export function sameSums(a: RouteSums, b: RouteSums): boolean {
  return (
    sameTotals(a, b) &&
    sameGroup(a.byMode, b.byMode) &&
    sameGroup(a.byCountry, b.byCountry) &&
    sameGroup(a.byGauge, b.byGauge)
  );
}

type Totals = Pick<RouteSums, 'distanceKm' | 'hours'>;

/** Whether two ways are as long and take as many hours, but for rounding. */
export const sameTotals = (a: Totals, b: Totals): boolean =>
  Math.abs(a.distanceKm - b.distanceKm) < SAME_KM &&
  Math.abs(a.hours.low - b.hours.low) < SAME_HOURS &&
  Math.abs(a.hours.typical - b.hours.typical) < SAME_HOURS &&
  Math.abs(a.hours.high - b.hours.high) < SAME_HOURS;

/** Scenario minus today, of a way's length and hours alone. */
export const totalsDifference = (today: Totals, scenario: Totals): Totals => ({
  distanceKm: scenario.distanceKm - today.distanceKm,
  hours: {
    low: scenario.hours.low - today.hours.low,
    typical: scenario.hours.typical - today.hours.typical,
    high: scenario.hours.high - today.hours.high,
  },
});

type Group = Partial<Record<string, number>>;

const sameGroup = (a: Group, b: Group): boolean => within(a, b) && within(b, a);

function within(group: Group, other: Group): boolean {
  for (const key of Object.keys(group))
    if (Math.abs((group[key] ?? 0) - (other[key] ?? 0)) >= SAME_KM) return false;
  return true;
}

function groupDifference(today: Group, scenario: Group): Record<string, number> {
  const keys = new Set([...Object.keys(today), ...Object.keys(scenario)]);
  return Object.fromEntries(
    [...keys].sort().map((key) => [key, (scenario[key] ?? 0) - (today[key] ?? 0)]),
  );
}

/** What a scenario does to the best way between two places. */
export const routeDifference = (today: RouteAnswer, scenario: RouteAnswer): WayDifference =>
  wayDifference(today, scenario);

/** What becomes of a way, in one word. */
export const wayEffect = (today: WayOrNot, scenario: WayOrNot): WayDifference['kind'] =>
  wayDifference(today, scenario).kind;

const NO_WAY = { status: 'unreachable' } as const;

/** What a scenario does to the way along a corridor; absent where it cannot be travelled through. */
export const corridorDifference = (
  today: RouteAnswer | undefined,
  scenario: RouteAnswer | undefined,
): WayDifference => wayDifference(today ?? NO_WAY, scenario ?? NO_WAY);

export type PairDifference = { from: string; to: string } & WayDifference;

/** What a list of changed pairs tells of one: there are thousands, and each is posted to the page. */
export type ChangedPair = { from: string; to: string } & (
  | { kind: 'changed'; difference: Pick<SumsDifference, 'distanceKm' | 'hours'> }
  | { kind: 'gained' }
  | { kind: 'lost' }
);

export interface MatrixDifference {
  /** Cell by cell, in the order of the matrices. */
  cells: PairDifference[];
  /** One entry a pair that changed: new ways first, then by what is saved; lost ways last. */
  pairs: PairDifference[];
}

/**
 * What a scenario does to every pair of two matrices of the same places.
 *
 * @throws Error where the matrices are not of the same places in the same order
 */
export function matrixDifference(today: MatrixAnswer, scenario: MatrixAnswer): MatrixDifference {
  const cells = today.cells.map((cell, i): PairDifference => {
    const { from, to } = cell;
    return { from, to, ...wayDifference(cell, sameCell(cell, scenario.cells[i])) };
  });
  return { cells, pairs: pairDifferences(today, scenario) };
}

/** The pairs of `matrixDifference` alone: much sooner, since most pairs are the same. */
export function pairDifferences(today: MatrixAnswer, scenario: MatrixAnswer): PairDifference[] {
  const count = today.places.length;
  const pairs: PairDifference[] = [];
  today.cells.forEach((cell, i) => {
    // The other half of a square says the same.
    const once = today.destinations !== undefined || i % count > Math.floor(i / count);
    if (!once) return;
    const other = sameCell(cell, scenario.cells[i]);
    if (cell.status === 'ok' && other.status === 'ok' && sameSums(cell, other)) return;
    const { from, to } = cell;
    const pair = wayDifference(cell, other);
    if (pair.kind !== 'none') pairs.push({ from, to, ...pair });
  });
  return pairsByGain(pairs, today.by);
}

/** New ways first, then by what is saved; lost ways last. */
export const pairsByGain = <Pair extends PairDifference | ChangedPair>(
  pairs: Pair[],
  by: MatrixAnswer['by'],
): Pair[] => pairs.sort((a, b) => gain(by, a) - gain(by, b));

function sameCell(cell: MatrixCell, other: MatrixCell | undefined): MatrixCell {
  if (cell.from !== other?.from || cell.to !== other.to)
    throw new Error('matrices of different places cannot be compared');
  return other;
}

/** Order of merit: the smaller, the better for the pair. */
function gain(by: MatrixAnswer['by'], pair: PairDifference | ChangedPair): number {
  if (pair.kind === 'gained') return -Number.MAX_VALUE;
  if (pair.kind === 'lost') return Number.MAX_VALUE;
  if (pair.kind === 'none') return 0;
  const { distanceKm, hours } = pair.difference;
  return by === 'distance' ? distanceKm : hours.typical;
}

export interface ReachDifference {
  within: number;
  km: number;
  hubs: number;
  settlements: number;
  population: number;
  gainedHubs: ReachedHub[];
  lostHubs: ReachedHub[];
}

/** What a scenario does to a reach, band by band; empty where the place is too far in either. */
export function reachDifference(today: ReachAnswer, scenario: ReachAnswer): ReachDifference[] {
  if (today.status !== 'ok' || scenario.status !== 'ok') return [];
  return today.bands.flatMap((band) => {
    const other = scenario.bands.find((candidate) => candidate.within === band.within);
    if (!other) return [];
    const before = new Set(band.hubs.map((hub) => hub.id));
    const after = new Set(other.hubs.map((hub) => hub.id));
    return {
      within: band.within,
      km: other.km - band.km,
      hubs: other.hubs.length - band.hubs.length,
      settlements: other.settlements - band.settlements,
      population: other.population - band.population,
      gainedHubs: other.hubs.filter((hub) => !before.has(hub.id)),
      lostHubs: band.hubs.filter((hub) => !after.has(hub.id)),
    };
  });
}

export interface RankDifference {
  key: string;
  rank: number;
  /** Scenario minus today: negative is up. */
  rankChange: number;
  placesWithin: number;
  populationWithin: number;
  reachable: number;
  /** Absent where the hub reaches none in one of them. */
  harmonicMean?: number | undefined;
  betweenness: number;
}

/** What a scenario does to a ranking of the same places, in the order of the scenario. */
export function rankDifference(
  today: readonly HubRank[],
  scenario: readonly HubRank[],
): RankDifference[] {
  const todays = new Map(today.map((entry) => [entry.key, entry]));
  return scenario.flatMap((entry) => {
    const old = todays.get(entry.key);
    if (!old) return [];
    const [before, after] = [old.harmonicMean, entry.harmonicMean];
    return {
      key: entry.key,
      rank: entry.rank,
      rankChange: entry.rank - old.rank,
      placesWithin: entry.placesWithin - old.placesWithin,
      populationWithin: entry.populationWithin - old.populationWithin,
      reachable: entry.reachable - old.reachable,
      ...(before === undefined || after === undefined ? {} : { harmonicMean: after - before }),
      betweenness: entry.betweenness - old.betweenness,
    };
  });
}
