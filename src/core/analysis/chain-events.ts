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
export interface ChainEvents extends CellEvents {
  eventful: boolean;
}

/** Events of whole chains, and of stretches, of which a place inside a chain has one to each side. */
interface Known {
  whole: (ChainEvents | undefined)[];
  stretches: Map<number, (Piece & { events: ChainEvents })[]>;
}

/** At most so many stretches of a chain are remembered, since they are searched one by one. */
const MAX_STRETCHES = 64;

const networks = new WeakMap<Network, Known>();

/**
 * The events of a way, put together from those of its chains, which are walked once a network: the
 * eight thousand ways of a matrix of ninety hubs share most of theirs.
 */
export function joinEvents(network: Network, pieces: readonly Piece[]): CellEvents {
  const joined: CellEvents = {
    crossings: NONE,
    gaugeBreaks: NONE,
    transfers: NONE,
    seasonal: NONE,
    path: [],
  };
  let latest: string | undefined;
  for (const piece of pieces) {
    const whole = isWhole(network, piece);
    const events = pieceEvents(network, piece);
    const turn = whole && piece.end < piece.start;
    if (events.eventful)
      for (const list of LISTS) joined[list] = appended(joined[list], events[list], turn);
    const { path } = events;
    for (let i = 0; i < path.length; i++) {
      const id = path[turn ? path.length - 1 - i : i]!;
      if (id !== latest) joined.path.push((latest = id));
    }
  }
  joined.seasonal = joined.seasonal.length < 2 ? joined.seasonal : [...new Set(joined.seasonal)];
  return joined;
}

/** The events of a piece; those of a whole chain in the chain's own order. */
export function pieceEvents(network: Network, piece: Piece): ChainEvents {
  const known = knownOf(network);
  if (!isWhole(network, piece)) return stretchEvents(network, known, piece);
  const { chain } = piece;
  const { firstLink } = network.joined;
  return (known.whole[chain] ??= eventsOf(network, {
    ...{ chain, start: firstLink[chain]!, end: firstLink[chain + 1]! },
  }));
}

function isWhole({ joined: { firstLink } }: Network, { chain, start, end }: Piece): boolean {
  return Math.min(start, end) === firstLink[chain] && Math.max(start, end) === firstLink[chain + 1];
}

function knownOf(network: Network): Known {
  let known = networks.get(network);
  if (!known) {
    const whole = new Array<ChainEvents | undefined>(network.joined.chainCount);
    networks.set(network, (known = { whole, stretches: new Map() }));
  }
  return known;
}

function stretchEvents(network: Network, { stretches }: Known, piece: Piece): ChainEvents {
  const { chain, start, end } = piece;
  let onChain = stretches.get(chain);
  if (!onChain || onChain.length === MAX_STRETCHES) stretches.set(chain, (onChain = []));
  for (const stretch of onChain)
    if (stretch.start === start && stretch.end === end) return stretch.events;
  const events = eventsOf(network, piece);
  onChain.push({ chain, start, end, events });
  return events;
}

/** What most ways pass of gauge breaks, ports and seasons: one list for all of them. */
const NONE = Object.freeze([]) as never[];

function appended(list: string[], from: readonly string[], backward: boolean): string[] {
  if (from.length === 0) return list;
  const to = list === NONE ? [] : list;
  if (backward) for (let i = from.length - 1; i >= 0; i--) to.push(from[i]!);
  else for (const id of from) to.push(id);
  return to;
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
