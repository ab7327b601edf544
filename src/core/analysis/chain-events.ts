import type { Network } from '../network/types';
import type { Piece } from '../network/way';
import { walkPieces } from './route-events';

/** What a cell of a matrix tells of its way: ids in order. */
export interface CellEvents {
  crossings: string[];
  gaugeBreaks: string[];
  transfers: string[];
  seasonal: string[];
  /** Hubs, ports and crossings on the way. */
  path: string[];
}

const LISTS = ['crossings', 'gaugeBreaks', 'transfers', 'seasonal'] as const;

/** The events of a chain; most chains have none but the places they pass. */
interface ChainEvents extends CellEvents {
  eventful: boolean;
}

const chains = new WeakMap<Network, (ChainEvents | undefined)[]>();

/**
 * The events of a way, put together from those of its chains, which are walked once a network: the
 * eight thousand ways of a matrix of ninety hubs share most of theirs.
 */
export function joinEvents(network: Network, pieces: readonly Piece[]): CellEvents {
  let known = chains.get(network);
  if (!known) {
    known = new Array<ChainEvents | undefined>(network.joined.chainCount);
    chains.set(network, known);
  }
  const { firstLink } = network.joined;
  const joined: CellEvents = {
    crossings: [],
    gaugeBreaks: [],
    transfers: [],
    seasonal: [],
    path: [],
  };
  let latest: string | undefined;
  for (const piece of pieces) {
    const first = firstLink[piece.chain]!;
    const last = firstLink[piece.chain + 1]!;
    const backward = piece.end < piece.start;
    const whole =
      Math.min(piece.start, piece.end) === first && Math.max(piece.start, piece.end) === last;
    const events = whole
      ? (known[piece.chain] ??= eventsOf(network, { chain: piece.chain, start: first, end: last }))
      : eventsOf(network, piece);
    const turn = whole && backward;
    if (events.eventful) for (const list of LISTS) append(joined[list], events[list], turn);
    const { path } = events;
    for (let i = 0; i < path.length; i++) {
      const id = path[turn ? path.length - 1 - i : i]!;
      if (id !== latest) joined.path.push((latest = id));
    }
  }
  joined.seasonal = joined.seasonal.length < 2 ? joined.seasonal : [...new Set(joined.seasonal)];
  return joined;
}

function append(to: string[], from: readonly string[], backward: boolean): void {
  if (backward) for (let i = from.length - 1; i >= 0; i--) to.push(from[i]!);
  else for (const id of from) to.push(id);
}

function eventsOf(network: Network, piece: Piece): ChainEvents {
  const events = walkPieces(network, [piece]);
  const found: CellEvents = {
    crossings: events.crossings.map((crossing) => crossing.id),
    gaugeBreaks: events.gaugeBreaks.map((change) => change.node),
    transfers: events.transfers.map((change) => change.node),
    seasonal: events.seasonal.map((use) => use.id),
    path: events.path,
  };
  return { ...found, eventful: LISTS.some((list) => found[list].length > 0) };
}
