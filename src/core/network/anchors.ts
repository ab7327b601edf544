import type { Anchor } from './search';
import type { Network } from './types';

/** Where a resolved place touches the graph: all states of a node, or a point of an edge. */
export type Touch = { node: number } | { edge: number; share: number };

/**
 * The points of the joined graph at which one may be when one is at a place: every mode and gauge
 * of a node, every gauge of a point on an edge. Empty where nothing open goes there.
 */
export function anchorsOf(network: Network, touch: Touch): Anchor[] {
  return 'node' in touch
    ? nodeAnchors(network, touch.node)
    : edgeAnchors(network, touch.edge, touch.share);
}

function nodeAnchors(network: Network, node: number): Anchor[] {
  const anchors: Anchor[] = [];
  for (let i = network.firstState[node]!; i < network.firstState[node + 1]!; i++)
    anchors.push(stateAnchor(network, network.nodeState[i]!));
  return anchors;
}

export function stateAnchor({ joined }: Network, state: number): Anchor {
  const junction = joined.stateJunction[state]!;
  if (junction >= 0) return { junction };
  const position = joined.statePosition[state]!;
  return { chain: joined.linkChain[joined.chainLink[position]!]!, position };
}

function edgeAnchors(network: Network, edge: number, share: number): Anchor[] {
  const { joined } = network;
  const anchors: Anchor[] = [];
  for (let i = network.firstEdgeLink[edge]!; i < network.firstEdgeLink[edge + 1]!; i++) {
    const link = network.edgeLink[i]!;
    const a = network.linkShareA[link]!;
    const b = network.linkShareB[link]!;
    if (share < Math.min(a, b) || share > Math.max(a, b)) continue;
    const within = a === b ? 0 : (share - a) / (b - a);
    const position = joined.linkPosition[link]!;
    const onward = joined.chainLinkReversed[position] === 1 ? 1 - within : within;
    anchors.push({ chain: joined.linkChain[link]!, position: position + onward });
  }
  return anchors;
}
