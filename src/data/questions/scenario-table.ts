import type {
  PassedCrossing,
  PassedGaugeBreak,
  Route,
  RouteAnswer,
} from '../../core/analysis/answers';
import type { ChangedPair } from '../../core/analysis/scenario-difference';
import type { Metric } from '../../core/network/join';
import type { NetworkOptions } from '../../core/network/types';
import type { Scenario } from '../../core/scenario/types';
import type { HoursRange } from '../../core/types';
import type { Atlas } from '../atlas';
import { changedPairs } from './effects';
import { routeAnswer } from './routes';

export interface Pair {
  /** Ids, or `LNG,LAT`. */
  from: string;
  to: string;
}

export interface ScenarioTableQuestion {
  scenarios: Scenario[];
  pairs: Pair[];
  /** Label rank down to which hubs are paired for the counts. */
  rank: number;
  by: Metric;
}

/** The way between a pair in one scenario. */
export type PairWay =
  | {
      status: 'ok';
      distanceKm: number;
      hours: HoursRange;
      crossings: Pick<PassedCrossing, 'id' | 'name'>[];
      gaugeBreaks: Pick<PassedGaugeBreak, 'node' | 'name'>[];
      geometry: Route['geometry'];
    }
  | { status: 'unreachable' | 'too-far'; reason: string };

/** How many pairs of hubs a scenario changes, against today. */
export interface PairCounts {
  nearer: number;
  farther: number;
  gained: number;
  lost: number;
}

export interface ScenarioColumn {
  /** The scenario's id; `today` for today. */
  id: string;
  counts: PairCounts;
  /** In the order of the pairs. */
  ways: PairWay[];
}

export interface ScenarioTable {
  /** Hubs that were paired for the counts. */
  hubs: number;
  pairs: Pair[];
  /** Today first, then the scenarios in the order given. */
  columns: ScenarioColumn[];
}

/**
 * Scenarios side by side, in one month and by the same modes: the way of every pair, and how many
 * pairs of hubs each changes.
 * @throws UserError `unknown-place`, ...
 */
export async function scenarioTable(
  atlas: Atlas,
  { scenarios, pairs, rank, by }: ScenarioTableQuestion,
  { month, modes }: NetworkOptions,
): Promise<ScenarioTable> {
  const ways = (scenario?: Scenario): Promise<PairWay[]> =>
    Promise.all(
      pairs.map(async ({ from, to }) =>
        pairWay(await routeAnswer(atlas, { from, to, by }, { month, modes, scenario })),
      ),
    );
  const none: PairCounts = { nearer: 0, farther: 0, gained: 0, lost: 0 };
  const columns: ScenarioColumn[] = [{ id: 'today', counts: none, ways: await ways() }];
  let hubs = 0;
  for (const scenario of scenarios) {
    const changed = await changedPairs(atlas, rank, by, { month, modes, scenario });
    hubs = changed.hubs;
    columns.push({
      id: scenario.id,
      counts: countPairs(changed.pairs, by),
      ways: await ways(scenario),
    });
  }
  return { hubs, pairs, columns };
}

function pairWay(answer: RouteAnswer): PairWay {
  if (answer.status !== 'ok') return { status: answer.status, reason: answer.reason };
  const { distanceKm, hours, crossings, gaugeBreaks, geometry } = answer;
  return {
    status: 'ok',
    distanceKm,
    hours,
    crossings: crossings.map(({ id, name }) => ({ id, name })),
    gaugeBreaks: gaugeBreaks.map(({ node, name }) => ({ node, name })),
    geometry,
  };
}

/** Nearer and farther by what ways are chosen by; what changes in the other only is neither. */
function countPairs(pairs: readonly ChangedPair[], by: Metric): PairCounts {
  const counts: PairCounts = { nearer: 0, farther: 0, gained: 0, lost: 0 };
  for (const pair of pairs) {
    if (pair.kind === 'gained' || pair.kind === 'lost') counts[pair.kind]++;
    else if (pair.kind === 'changed') {
      const { distanceKm, hours } = pair.difference;
      const change = by === 'distance' ? distanceKm : hours.typical;
      if (change < 0) counts.nearer++;
      else if (change > 0) counts.farther++;
    }
  }
  return counts;
}
