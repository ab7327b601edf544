import type { JoinedGraph, Metric } from './join';
import { costAt, doorsOf, type Anchor, type Labels } from './search';

/** A stretch of one chain, from one position to another; backwards where `end` is the smaller. */
export interface Piece {
  chain: number;
  start: number;
  end: number;
}

/** A way from a seed of a search to an anchor. */
export interface Way {
  cost: number;
  /** Index of the seed it starts from. */
  seed: number;
  pieces: Piece[];
}

/** How an anchor is reached most cheaply; undefined where it is not reached. */
export interface Arrival {
  cost: number;
  /** By a door, or along its own chain from a seed on the same chain. */
  by: { junction: number } | { seed: number };
}

/** Cost from the seeds of a search to an anchor; Infinity where it is not reached. */
export function costTo(graph: JoinedGraph, labels: Labels, anchor: Anchor): number {
  return 'junction' in anchor
    ? labels.cost[anchor.junction]!
    : (arrivalAt(graph, labels, anchor)?.cost ?? Infinity);
}

/** How an anchor is reached most cheaply from the seeds of a search; undefined where it is not. */
export function arrivalAt(graph: JoinedGraph, labels: Labels, anchor: Anchor): Arrival | undefined {
  let best: Arrival | undefined;
  for (const door of doorsOf(graph, labels.metric, anchor)) {
    const cost = labels.cost[door.junction]! + door.cost;
    if (cost < (best?.cost ?? Infinity)) best = { cost, by: { junction: door.junction } };
  }
  if ('chain' in anchor) {
    const here = costAt(graph, labels.metric, anchor.chain, anchor.position);
    labels.seeds.forEach((seed, index) => {
      if (!('chain' in seed.anchor) || seed.anchor.chain !== anchor.chain) return;
      const there = costAt(graph, labels.metric, anchor.chain, seed.anchor.position);
      const cost = seed.cost + Math.abs(here - there);
      if (cost < (best?.cost ?? Infinity)) best = { cost, by: { seed: index } };
    });
  }
  return best;
}

/** The cheapest way from the seeds of a search to an anchor; undefined where there is none. */
export function wayTo(graph: JoinedGraph, labels: Labels, anchor: Anchor): Way | undefined {
  const arrival = arrivalAt(graph, labels, anchor);
  if (!arrival) return undefined;
  if ('seed' in arrival.by) {
    const from = labels.seeds[arrival.by.seed]!.anchor;
    const pieces =
      'chain' in from && 'chain' in anchor
        ? [{ chain: anchor.chain, start: from.position, end: anchor.position }]
        : [];
    return { cost: arrival.cost, seed: arrival.by.seed, pieces };
  }
  const backwards: Piece[] = [];
  let junction = arrival.by.junction;
  if ('chain' in anchor) {
    const start = doorPosition(graph, labels.metric, anchor, junction);
    if (start !== anchor.position)
      backwards.push({ chain: anchor.chain, start, end: anchor.position });
  }
  const whole = wholePieces(graph);
  for (;;) {
    const chain = labels.parent[junction]!;
    if (chain < 0) break;
    const forward = graph.chainTo[chain] === junction;
    backwards.push(whole[2 * chain + (forward ? 0 : 1)]!);
    junction = forward ? graph.chainFrom[chain]! : graph.chainTo[chain]!;
  }
  const seed = -1 - labels.parent[junction]!;
  const from = labels.seeds[seed]!.anchor;
  if ('chain' in from) {
    const end = doorPosition(graph, labels.metric, from, junction);
    if (from.position !== end) backwards.push({ chain: from.chain, start: from.position, end });
  }
  return { cost: arrival.cost, seed, pieces: backwards.reverse() };
}

const wholes = new WeakMap<Int32Array, Piece[]>();

/** Every chain as a piece, forwards and backwards; made once, since ways consist of little else. */
function wholePieces({ firstLink, chainCount }: JoinedGraph): Piece[] {
  let pieces = wholes.get(firstLink);
  if (!pieces) {
    pieces = [];
    for (let chain = 0; chain < chainCount; chain++) {
      const start = firstLink[chain]!;
      const end = firstLink[chain + 1]!;
      pieces.push({ chain, start, end }, { chain, start: end, end: start });
    }
    wholes.set(firstLink, pieces);
  }
  return pieces;
}

/** The end of an anchor's chain at which a junction lies; the nearer one on a ring. */
export function doorPosition(
  graph: JoinedGraph,
  metric: Metric,
  anchor: { chain: number; position: number },
  junction: number,
): number {
  const first = graph.firstLink[anchor.chain]!;
  const last = graph.firstLink[anchor.chain + 1]!;
  const atStart = graph.chainFrom[anchor.chain] === junction;
  const atEnd = graph.chainTo[anchor.chain] === junction;
  if (atStart && atEnd) {
    const along = costAt(graph, metric, anchor.chain, anchor.position);
    return along <= graph.costs[metric].chain[anchor.chain]! - along ? first : last;
  }
  return atStart ? first : last;
}

/** One link on a way, travelled from `start` to `end`, shares of the link from its A to its B. */
export interface Step {
  link: number;
  start: number;
  end: number;
}

/** The links of a piece of a chain, in the order of travel. */
export function stepsOf(graph: JoinedGraph, piece: Piece): Step[] {
  const low = Math.min(piece.start, piece.end);
  const high = Math.max(piece.start, piece.end);
  const steps: Step[] = [];
  for (let position = Math.floor(low); position < high; position++) {
    const link = graph.chainLink[position]!;
    let start = Math.max(0, low - position);
    let end = Math.min(1, high - position);
    if (graph.chainLinkReversed[position] === 1) [start, end] = [1 - start, 1 - end];
    steps.push(piece.start <= piece.end ? { link, start, end } : { link, start: end, end: start });
  }
  return piece.start <= piece.end ? steps : steps.reverse();
}
