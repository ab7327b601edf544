import { CELL_STATUSES } from './matrix-figures';
import type { HubPairs } from './hub-pairs';
import { readRow, sumLayout, totalsOf, type SumLayout } from './route-sums';
import {
  pairsByGain,
  SAME_HOURS,
  SAME_KM,
  wayDifference,
  type PairDifference,
  type WayOrNot,
} from './scenario-difference';

/**
 * The pairs of hubs whose way a scenario changes, as `pairDifferences` tells them of whole matrices:
 * only rows that differ are read.
 *
 * @param today and the scenario, of the same hubs in the same order
 */
export function hubDifferences(today: HubPairs, scenario: HubPairs): PairDifference[] {
  const { places, by } = today.columns;
  const [was, is] = [pairsOf(today), pairsOf(scenario)];
  const comparable =
    was.layout.countries.join() === is.layout.countries.join() &&
    was.layout.gauges.join() === is.layout.gauges.join();
  const pairs: PairDifference[] = [];
  for (let row = 0; row < places.length; row++)
    for (let column = row + 1; column < places.length; column++) {
      const cell = row * places.length + column;
      if (
        comparable &&
        was.isOk(cell) &&
        is.isOk(cell) &&
        sameRows(was.layout, was.row(cell), is.row(cell))
      )
        continue;
      const difference = wayDifference(was.way(cell), is.way(cell));
      if (difference.kind === 'none' || difference.kind === 'same') continue;
      pairs.push({ from: places[row]!.key, to: places[column]!.key, ...difference });
    }
  return pairsByGain(pairs, by);
}

/** The pairs of hubs, each read when it is looked at. */
function pairsOf({ network, columns, rows }: HubPairs) {
  const layout = sumLayout(network);
  const row = (cell: number): Float64Array =>
    rows.subarray(cell * layout.width, (cell + 1) * layout.width);
  const isOk = (cell: number): boolean => CELL_STATUSES[columns.status[cell]!] === 'ok';
  const way = (cell: number): WayOrNot => {
    if (!isOk(cell)) return { status: 'unreachable' };
    const sums = row(cell);
    return {
      ...{ status: 'ok', ...readRow(layout, sums) },
      crossings: { length: sums[layout.crossingsAt]! },
      gaugeBreaks: { length: sums[layout.gaugeBreaksAt]! },
    };
  };
  return { layout, row, isOk, way };
}

/** Whether two rows of one layout tell the same km by mode, country and gauge, and the same hours. */
function sameRows(layout: SumLayout, a: Float64Array, b: Float64Array): boolean {
  const { statusAt, countryAt, hoursAt } = layout;
  for (let i = 0; i < statusAt; i++) if (Math.abs(a[i]! - b[i]!) >= SAME_KM) return false;
  for (let i = countryAt; i < hoursAt; i++) if (Math.abs(a[i]! - b[i]!) >= SAME_KM) return false;
  const [one, other] = [totalsOf(layout, a), totalsOf(layout, b)];
  return (
    Math.abs(one.km - other.km) < SAME_KM &&
    Math.abs(one.hours.low - other.hours.low) < SAME_HOURS &&
    Math.abs(one.hours.typical - other.hours.typical) < SAME_HOURS &&
    Math.abs(one.hours.high - other.hours.high) < SAME_HOURS
  );
}
