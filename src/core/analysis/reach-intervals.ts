import { costAt, type Labels } from '../network/search';
import type { Network } from '../network/types';

/** Stretches of every edge, as shares of its length, in order and apart from each other. */
export type EdgeIntervals = Map<number, [start: number, end: number][]>;

/**
 * The stretches of the edges that cost at most `limit` from the seeds of a search. Chains are
 * reached from both ends and from seeds that lie on them; the cut points are exact.
 */
export function reachedIntervals(network: Network, labels: Labels, limit: number): EdgeIntervals {
  const { joined } = network;
  const costs = joined.costs[labels.metric];
  const reached: EdgeIntervals = new Map();
  const seedsOnChain = new Map<number, { at: number; cost: number }[]>();
  for (const { anchor, cost } of labels.seeds) {
    if (!('chain' in anchor)) continue;
    const at = costAt(joined, labels.metric, anchor.chain, anchor.position);
    seedsOnChain.set(anchor.chain, [...(seedsOnChain.get(anchor.chain) ?? []), { at, cost }]);
  }
  for (let chain = 0; chain < joined.chainCount; chain++) {
    const whole = costs.chain[chain]!;
    const fromStart = limit - labels.cost[joined.chainFrom[chain]!]!;
    const fromEnd = limit - labels.cost[joined.chainTo[chain]!]!;
    const ranges: [number, number][] = [];
    if (fromStart >= 0) ranges.push([0, Math.min(whole, fromStart)]);
    if (fromEnd >= 0) ranges.push([Math.max(0, whole - fromEnd), whole]);
    for (const { at, cost } of seedsOnChain.get(chain) ?? []) {
      const left = limit - cost;
      if (left >= 0) ranges.push([Math.max(0, at - left), Math.min(whole, at + left)]);
    }
    for (const [start, end] of united(ranges))
      cutChain(network, labels, chain, start, end, reached);
  }
  for (const [edge, intervals] of reached) reached.set(edge, united(intervals));
  return reached;
}

/** Adds the stretches of edges that lie between two costs along a chain. */
function cutChain(
  network: Network,
  { metric }: Labels,
  chain: number,
  start: number,
  end: number,
  reached: EdgeIntervals,
): void {
  const { joined } = network;
  const costs = joined.costs[metric];
  for (let p = joined.firstLink[chain]!; p < joined.firstLink[chain + 1]!; p++) {
    const link = joined.chainLink[p]!;
    const edge = network.linkEdge[link]!;
    const cost = costs.link[link]!;
    const offset = costs.offset[p]!;
    if (edge < 0 || offset > end || offset + cost < start) continue;
    const from = cost === 0 ? 0 : Math.max(0, (start - offset) / cost);
    const to = cost === 0 ? 1 : Math.min(1, (end - offset) / cost);
    const [a, b] =
      joined.chainLinkReversed[p] === 1
        ? [network.linkShareB[link]!, network.linkShareA[link]!]
        : [network.linkShareA[link]!, network.linkShareB[link]!];
    const ends = [a + from * (b - a), a + to * (b - a)];
    const interval: [number, number] = [Math.min(...ends), Math.max(...ends)];
    const known = reached.get(edge);
    if (known) known.push(interval);
    else reached.set(edge, [interval]);
  }
}

/** Intervals in order, those that touch joined. */
function united(intervals: [number, number][]): [number, number][] {
  if (intervals.length < 2) return intervals;
  const sorted = intervals.sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [sorted[0]!];
  for (const [start, end] of sorted.slice(1)) {
    const last = joined[joined.length - 1]!;
    if (start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
