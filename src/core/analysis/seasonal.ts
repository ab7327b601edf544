import { LINK_KINDS, type Network } from '../network/types';
import { MODES } from '../types';
import type { SeasonalUse } from './answers';
import type { EdgeIntervals } from './reach-intervals';

/** The use of an edge, by its index, where it is not open all year. */
function seasonalEdge(network: Network, index: number): SeasonalUse | undefined {
  const { id, status, months } = network.edges[index]!;
  const open = months ?? (status === 'seasonal' ? [] : undefined);
  return open && { id, kind: 'edge', months: open };
}

/** The use of a crossing or port where it is not open all year. */
function seasonalNode(network: Network, id: string): SeasonalUse | undefined {
  const months = network.seasonalNodes.get(id);
  if (!months) return undefined;
  const { kind } = network.nodes[network.nodeIndex.get(id)!]!;
  return { id, kind: kind === 'port' ? 'port' : 'crossing', months };
}

const byId = (a: SeasonalUse, b: SeasonalUse): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** What the ids that the cells of a matrix list as seasonal stand for, each once, by id. */
export function seasonalUses(network: Network, ids: Iterable<string>): SeasonalUse[] {
  return [...new Set(ids)]
    .flatMap((id) => {
      const edge = network.edgeIndex.get(id);
      return (edge === undefined ? seasonalNode(network, id) : seasonalEdge(network, edge)) ?? [];
    })
    .sort(byId);
}

/** An edge that is reached to its end counts as having reached the node there. */
const END = 1e-9;

/**
 * What of a reach is not open all year: edges of which some is reached, and crossings and ports both
 * of whose sides are, by id.
 */
export function seasonalWithin(network: Network, reached: EdgeIntervals): SeasonalUse[] {
  const sides = new Set<string>();
  const found: SeasonalUse[] = [];
  for (const [index, intervals] of reached) {
    const { from, to, mode, country } = network.edges[index]!;
    if (intervals.some(([start, end]) => end > start))
      found.push(...listOf(seasonalEdge(network, index)));
    if (intervals.some(([start]) => start <= END)) sides.add(sideKey(from, mode, country));
    if (intervals.some(([, end]) => end >= 1 - END)) sides.add(sideKey(to, mode, country));
  }
  const sideOf = (state: number): string =>
    sideKey(
      network.stateNode[state]!,
      MODES[network.stateMode[state]!]!,
      network.stateCountry[state]!,
    );
  const passed = new Set<string>();
  for (let link = 0; link < network.linkCount; link++) {
    const kind = LINK_KINDS[network.linkKind[link]!];
    if (kind !== 'border' && kind !== 'port') continue;
    const a = network.linkA[link]!;
    const { id } = network.nodes[network.stateNode[a]!]!;
    if (
      network.seasonalNodes.has(id) &&
      sides.has(sideOf(a)) &&
      sides.has(sideOf(network.linkB[link]!))
    )
      passed.add(id);
  }
  for (const id of passed) found.push(...listOf(seasonalNode(network, id)));
  return found.sort(byId);
}

const sideKey = (node: number, mode: string, country: string): string =>
  `${node} ${mode} ${country}`;

const listOf = (use: SeasonalUse | undefined): SeasonalUse[] => (use ? [use] : []);
