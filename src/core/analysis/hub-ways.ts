import type { Metric } from '../network/join';
import type { Network } from '../network/types';
import { allSteps, type Steps } from '../steps';
import { pieceEvents, type CellEvents } from './chain-events';
import { matrixColumnsSteps } from './matrix-columns';
import type { MatrixColumns } from './matrix-figures';

/**
 * The ways of hubs to each other, as far as rankings need them: their figures, and how many of them
 * pass each hub. To unpack every cell takes longer, and is felt each time a link is switched.
 */
export interface HubWays {
  network: Network;
  columns: MatrixColumns;
  /** How many of these ways lead through a hub, by its key: those that begin or end there left out. */
  through: Map<string, number>;
  /** Ids of what on any of these ways is not open all year. */
  seasonal: Set<string>;
}

/** @throws UserError as `matrixSteps` */
export function* hubWaysSteps(
  network: Network,
  hubs: readonly string[],
  by: Metric,
): Steps<HubWays> {
  const passed = new Int32Array(hubs.length);
  const seasonal = new Set<string>();
  const indexOf = new Map(hubs.map((id, i) => [id, i]));
  const known = new Map<CellEvents, Int32Array>();
  /** The way by which a hub was last counted: one that passes it twice counts once. */
  const countedBy = new Int32Array(hubs.length);
  let ways = 0;
  const hubsOf = (events: CellEvents): Int32Array => {
    let found = known.get(events);
    if (found) return found;
    for (const id of events.seasonal) seasonal.add(id);
    found = Int32Array.from(events.path.flatMap((id) => indexOf.get(id) ?? []));
    known.set(events, found);
    return found;
  };
  const columns = yield* matrixColumnsSteps(network, hubs, {
    by,
    onWay: (origin, destination, _, way) => {
      if (origin === destination) return;
      ways++;
      countedBy[origin] = countedBy[destination] = ways;
      for (const piece of way().pieces)
        for (const hub of hubsOf(pieceEvents(network, piece))) {
          if (countedBy[hub] === ways) continue;
          countedBy[hub] = ways;
          passed[hub]!++;
        }
    },
  });
  const through = new Map(columns.places.map(({ key }, i) => [key, passed[i]!]));
  return { network, columns, through, seasonal };
}

/** The ways at once. */
export const hubWays = (
  network: Network,
  hubs: readonly string[],
  by: Metric = 'distance',
): HubWays => allSteps(hubWaysSteps(network, hubs, by));
