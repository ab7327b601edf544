import type { Metric } from '../network/join';
import type { Network } from '../network/types';
import { allSteps, type Steps } from '../steps';
import { matrixColumnsSteps } from './matrix-columns';
import type { MatrixColumns } from './matrix-figures';
import { sumLayout } from './route-sums';

/**
 * The sums of the ways of hubs to each other, as far as differences need them. No way is unpacked:
 * that takes longer, and is felt each time a link is switched.
 */
export interface HubPairs {
  network: Network;
  columns: MatrixColumns;
  /**
   * Of pair (row, column), row < column, the sums as `sumLayout` has them, from
   * `(row * hubs + column) * width`.
   */
  rows: Float64Array;
}

/** @throws UserError as `matrixSteps` */
export function* hubPairsSteps(
  network: Network,
  hubs: readonly string[],
  by: Metric,
): Steps<HubPairs> {
  const { width } = sumLayout(network);
  const rows = new Float64Array(hubs.length ** 2 * width);
  const columns = yield* matrixColumnsSteps(network, hubs, {
    by,
    onWay: (origin, destination, row) => {
      if (origin !== destination) rows.set(row, (origin * hubs.length + destination) * width);
    },
  });
  return { network, columns, rows };
}

/** The sums at once. */
export const hubPairs = (
  network: Network,
  hubs: readonly string[],
  by: Metric = 'distance',
): HubPairs => allSteps(hubPairsSteps(network, hubs, by));
