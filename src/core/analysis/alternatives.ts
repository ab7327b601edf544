import { sumChain, type JoinedGraph, type Metric } from '../network/join';
import { workspaceFor, type Anchor } from '../network/search';
import { shortestWay } from '../network/shortest-path';
import type { Network } from '../network/types';
import { stepsOf, type Piece } from '../network/way';
import { walkPieces } from './route-events';

export interface AlternativeOptions {
  count: number;
  /** Largest share of an alternative's km in common with any better way. */
  maxShare: number;
  /** Largest cost over the best cost, of the whole and of every stretch that leaves the best way. */
  maxRatio: number;
}

/** What using an edge once more costs in the search for other ways. */
const PENALTY = 1.5;
/** Searches for every alternative wanted; most find a way that is too like another. */
const SEARCHES_EACH = 8;

interface Candidate {
  pieces: Piece[];
  /** Cost without penalties. */
  cost: number;
  /** Km travelled on every edge. */
  kmByEdge: Map<number, number>;
  km: number;
}

/**
 * Further ways that a planner would call different, best first: each shares at most `maxShare` of
 * its km with every better one and costs at most `maxRatio` times the best, and so does each of its
 * detours beside the stretch of the best way that it replaces.
 *
 * The penalty method (Bader, Dees, Geisberger, Sanders, "Alternative route graphs in road networks",
 * TAPAS 2011): the edges of every way found are made dearer and the search is repeated; limited
 * sharing and bounded stretch are the tests of Abraham, Delling, Goldberg and Werneck, "Alternative
 * routes in road networks", ACM JEA 18, 2013.
 */
export function alternativeWays(
  network: Network,
  metric: Metric,
  stops: readonly (readonly Anchor[])[],
  best: Piece[],
  { count, maxShare, maxRatio }: AlternativeOptions,
): Piece[][] {
  const first = candidateOf(network, metric, best);
  if (first.km === 0) return [];
  const found: Candidate[] = [];
  const dearer = dearerCopy(network.joined, metric);
  const workspace = workspaceFor(network.joined);
  let latest = first;
  for (let search = 0; search < count * SEARCHES_EACH + SEARCHES_EACH; search++) {
    penalise(network, latest, dearer, metric);
    const way = shortestWay(dearer, metric, stops, workspace);
    if ('failedLeg' in way) break;
    latest = candidateOf(network, metric, way.pieces);
    if (latest.cost > maxRatio * first.cost) continue;
    if (detoursAreShort(network, metric, first, latest, maxRatio)) found.push(latest);
  }
  const chosen = [first];
  for (const candidate of found.sort((a, b) => a.cost - b.cost)) {
    if (chosen.length > count) break;
    if (chosen.every((better) => sharedKm(candidate, better) <= maxShare * candidate.km))
      chosen.push(candidate);
  }
  return chosen.slice(1).map((candidate) => candidate.pieces);
}

function candidateOf(network: Network, metric: Metric, pieces: Piece[]): Candidate {
  const kmByEdge = new Map<number, number>();
  let km = 0;
  for (const { edge, start, end } of walkPieces(network, pieces).runs) {
    const runKm = network.edges[edge]!.km * Math.abs(end - start);
    kmByEdge.set(edge, (kmByEdge.get(edge) ?? 0) + runKm);
    km += runKm;
  }
  const costs = network.joined.costs[metric].link;
  let cost = 0;
  for (const piece of pieces)
    for (const { link, start, end } of stepsOf(network.joined, piece))
      cost += costs[link]! * Math.abs(end - start);
  return { pieces, cost, kmByEdge, km };
}

function sharedKm(a: Candidate, b: Candidate): number {
  let km = 0;
  for (const [edge, edgeKm] of a.kmByEdge) km += Math.min(edgeKm, b.kmByEdge.get(edge) ?? 0);
  return km;
}

/** The graph with costs of its own, to be made dearer. */
function dearerCopy(graph: JoinedGraph, metric: Metric): JoinedGraph {
  // Penalties only make dearer: the guess of the cost that is left stays a lower bound.
  const { chain, offset, link, perChordKm } = graph.costs[metric];
  const own = { chain: chain.slice(), offset: offset.slice(), link: link.slice(), perChordKm };
  return { ...graph, costs: { ...graph.costs, [metric]: own } };
}

/** Makes every gauge of the edges of a way, and the changes on it, dearer. */
function penalise(network: Network, way: Candidate, dearer: JoinedGraph, metric: Metric): void {
  const links = new Set<number>();
  for (const piece of way.pieces) {
    for (const { link } of stepsOf(network.joined, piece)) {
      links.add(link);
      const edge = network.linkEdge[link]!;
      if (edge < 0) continue;
      for (let i = network.firstEdgeLink[edge]!; i < network.firstEdgeLink[edge + 1]!; i++)
        links.add(network.edgeLink[i]!);
    }
  }
  const chains = new Set<number>();
  for (const link of links) {
    dearer.costs[metric].link[link]! *= PENALTY;
    chains.add(dearer.linkChain[link]!);
  }
  for (const chain of chains) sumChain(dearer, dearer.costs[metric], chain);
}

/**
 * Whether every stretch of a way off the best one costs at most `maxRatio` times the stretch of the
 * best way between the same two points, and no such stretch turns back along it.
 */
function detoursAreShort(
  network: Network,
  metric: Metric,
  best: Candidate,
  way: Candidate,
  maxRatio: number,
): boolean {
  const bestCost = costsByNode(network, metric, best);
  const wayCost = costsByNode(network, metric, way);
  let left = { onBest: 0, onWay: 0 };
  for (const [node, onWay] of wayCost) {
    const onBest = bestCost.get(node);
    if (onBest === undefined) continue;
    if (onWay - left.onWay > maxRatio * Math.abs(onBest - left.onBest) + 1e-6) return false;
    left = { onBest, onWay };
  }
  return true;
}

/** Cost from the start of a way to the first visit of every node on it, in order. */
function costsByNode(network: Network, metric: Metric, way: Candidate): Map<number, number> {
  const costs = network.joined.costs[metric].link;
  const byNode = new Map<number, number>();
  let sum = 0;
  for (const piece of way.pieces) {
    for (const { link, start, end } of stepsOf(network.joined, piece)) {
      sum += costs[link]! * Math.abs(end - start);
      if (end !== 0 && end !== 1) continue;
      const node = network.stateNode[end === 1 ? network.linkB[link]! : network.linkA[link]!]!;
      if (!byNode.has(node)) byNode.set(node, sum);
    }
  }
  return byNode;
}
