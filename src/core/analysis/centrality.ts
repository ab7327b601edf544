import type { MatrixAnswer, MatrixCell } from './answers';

export interface CentralityOptions {
  /** Bound in the matrix's own cost: km by distance, typical hours by time. Above 0. */
  within: number;
  /** People of each place, by the matrix's keys; places without a figure count as none. */
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
 * The places of a matrix ranked by what they reach: by the places within the bound, then by their
 * people, then by the harmonic mean.
 */
export function rankHubs(
  { places, cells, by }: MatrixAnswer,
  { within, population = {} }: CentralityOptions,
): HubRank[] {
  const cost = (cell: MatrixCell): number =>
    cell.status !== 'ok' ? Infinity : by === 'distance' ? cell.distanceKm : cell.hours.typical;
  const people = new Map(Object.entries(population));
  const passed = new Map<string, number>();
  let ways = 0;
  cells.forEach((cell, i) => {
    if (i % places.length <= Math.floor(i / places.length) || cell.status !== 'ok') return;
    ways++;
    for (const id of new Set(cell.path))
      if (id !== cell.from && id !== cell.to) passed.set(id, (passed.get(id) ?? 0) + 1);
  });
  const ranks = places.map(({ key }, row): HubRank => {
    let placesWithin = 0;
    let populationWithin = 0;
    let reachable = 0;
    let inverse = 0;
    for (let k = 0; k < places.length; k++) {
      const toOther = cost(cells[row * places.length + k]!);
      if (k === row || toOther === Infinity) continue;
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
      betweenness: waysOfOthers > 0 ? (passed.get(key) ?? 0) / waysOfOthers : 0,
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
