import type { HubWays } from './hub-ways';

export interface CentralityOptions {
  /** Bound in the matrix's own cost: km by distance, typical hours by time. Above 0. */
  within: number;
  /** People of each hub, by its key; hubs without a figure count as none. */
  population?: Readonly<Record<string, number>> | undefined;
}

export interface HubRank {
  key: string;
  /** 1 for the most central; places with equal figures share a rank. */
  rank: number;
  /** Other places within the bound, and their people. */
  placesWithin: number;
  populationWithin: number;
  reachable: number;
  /**
   * Harmonic mean of the costs to all other places, unreachable ones counting as infinitely far;
   * absent where none is reachable. (Marchiori and Latora, Physica A 285, 2000.)
   */
  harmonicMean?: number | undefined;
  /** Share of the ways between pairs of other places that lead through this one, 0 to 1. */
  betweenness: number;
}

/**
 * Hubs ranked by what they reach: by the places within the bound, then by their
 * people, then by the harmonic mean.
 */
export function rankHubs(
  { columns: { places, figures, by }, through }: Pick<HubWays, 'columns' | 'through'>,
  { within, population = {} }: CentralityOptions,
): HubRank[] {
  const costs = figures[by === 'distance' ? 'km' : 'hours'];
  const people = new Map(Object.entries(population));
  let ways = 0;
  for (let row = 0; row < places.length; row++)
    for (let column = row + 1; column < places.length; column++)
      if (!Number.isNaN(costs[row * places.length + column]!)) ways++;
  const ranks = places.map(({ key }, row): HubRank => {
    let placesWithin = 0;
    let populationWithin = 0;
    let reachable = 0;
    let inverse = 0;
    for (let k = 0; k < places.length; k++) {
      const toOther = costs[row * places.length + k]!;
      if (k === row || Number.isNaN(toOther)) continue;
      reachable++;
      // Two names of one place are no distance apart; they say nothing about closeness.
      if (toOther > 0) inverse += 1 / toOther;
      if (toOther > within) continue;
      placesWithin++;
      populationWithin += people.get(places[k]!.key) ?? 0;
    }
    const waysOfOthers = ways - reachable;
    return {
      key,
      rank: 0,
      placesWithin,
      populationWithin,
      reachable,
      harmonicMean: inverse > 0 ? (places.length - 1) / inverse : undefined,
      betweenness: waysOfOthers > 0 ? (through.get(key) ?? 0) / waysOfOthers : 0,
    };
  });
  ranks.sort((a, b) => byReach(a, b) || (a.key < b.key ? -1 : 1));
  ranks.forEach((entry, i) => {
    const above = ranks[i - 1];
    entry.rank = above && byReach(above, entry) === 0 ? above.rank : i + 1;
  });
  return ranks;
}

function byReach(a: HubRank, b: HubRank): number {
  return (
    b.placesWithin - a.placesWithin ||
    b.populationWithin - a.populationWithin ||
    compare(a.harmonicMean ?? Infinity, b.harmonicMean ?? Infinity)
  );
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
