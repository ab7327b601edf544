import type { HubPairs } from './hub-pairs';
import { CELL_STATUSES } from './matrix-figures';
import { readRow, sumLayout, totalsOf, type SumLayout } from './route-sums';
import {
  pairsByGain,
  SAME_KM,
  sameSums,
  sameTotals,
  totalsDifference,
  type ChangedPair,
} from './scenario-difference';

/**
 * The pairs of hubs whose way a scenario changes: those that `pairDifferences` tells of in whole
 * matrices, but no way is made an object.
 *
 * @param today and the scenario, of the same hubs in the same order
 */
export function hubDifferences(today: HubPairs, scenario: HubPairs): ChangedPair[] {
  const { places, by } = today.columns;
  const [was, is] = [pairsOf(today), pairsOf(scenario)];
  const sameColumns =
    was.layout.countries.join() === is.layout.countries.join() &&
    was.layout.gauges.join() === is.layout.gauges.join();
  const pairs: ChangedPair[] = [];
  for (let row = 0; row < places.length; row++)
    for (let column = row + 1; column < places.length; column++) {
      const cell = row * places.length + column;
      const ends = { from: places[row]!.key, to: places[column]!.key };
      const [before, after] = [was.row(cell), is.row(cell)];
      if (!before || !after) {
        if (before) pairs.push({ ...ends, kind: 'lost' });
        else if (after) pairs.push({ ...ends, kind: 'gained' });
        continue;
      }
      const [a, b] = [totalsOf(was.layout, before), totalsOf(is.layout, after)];
      const same = sameColumns
        ? sameTotals(a, b) && sameRows(was.layout, before, after)
        : sameSums(readRow(was.layout, before), readRow(is.layout, after));
      if (same) continue;
      pairs.push({ ...ends, kind: 'changed', difference: totalsDifference(a, b) });
    }
  return pairsByGain(pairs, by);
}

/** The pairs of hubs: the row of one that has a way. */
function pairsOf({ network, columns, rows }: HubPairs) {
  const layout = sumLayout(network);
  const row = (cell: number): Float64Array | undefined =>
    CELL_STATUSES[columns.status[cell]!] === 'ok'
      ? rows.subarray(cell * layout.width, (cell + 1) * layout.width)
      : undefined;
  return { layout, row };
}

/** Whether two rows of one layout tell the same km by mode, country and gauge. */
function sameRows({ statusAt, countryAt, hoursAt }: SumLayout, a: Float64Array, b: Float64Array) {
  for (let i = 0; i < statusAt; i++) if (Math.abs(a[i]! - b[i]!) >= SAME_KM) return false;
  for (let i = countryAt; i < hoursAt; i++) if (Math.abs(a[i]! - b[i]!) >= SAME_KM) return false;
  return true;
}
