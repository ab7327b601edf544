import { QuaternaryHeap } from './heap';
import type { JoinedGraph, Metric } from './join';

/** A point of the joined graph: a junction, or a position on a chain (link position plus share). */
export type Anchor = { junction: number } | { chain: number; position: number };

/** A point that a search starts from, with what it costs to be there. */
export interface Seed {
  anchor: Anchor;
  cost: number;
}

/** Costs of junctions from the seeds of a search. */
export interface Labels {
  metric: Metric;
  seeds: readonly Seed[];
  /** Infinity where a junction is not reached. */
  cost: Float64Array;
  /** The chain a junction was reached by; -1 - s where it was entered from seed s. */
  parent: Int32Array;
}

/** Room for one search at a time, reused between searches on the same graph. */
export interface Workspace {
  heap: QuaternaryHeap;
}

export const workspaceFor = (graph: JoinedGraph): Workspace => ({
  heap: new QuaternaryHeap(graph.junctionCount),
});

/**
 * Dijkstra's algorithm over junctions. Where two ways cost the same, the one over the chain with the
 * lower index wins, so that answers do not depend on the order of the work. With `targets` it stops
 * as soon as no target can be reached more cheaply; with `nearestOnly` as soon as the cheapest one
 * cannot, and the search is drawn towards the targets by the straight line through space (A*: Hart,
 * Nilsson and Raphael, 1968; the guess is never too large, so the answer stays the best). With
 * `limit` it stops beyond that cost.
 */
export function searchFrom(
  graph: JoinedGraph,
  metric: Metric,
  seeds: readonly Seed[],
  { heap }: Workspace,
  bounds: { targets?: readonly Anchor[]; nearestOnly?: boolean; limit?: number } = {},
): Labels {
  const { firstOut, outJunction, outChain } = graph;
  const chainCost = graph.costs[metric].chain;
  const cost = new Float64Array(graph.junctionCount).fill(Infinity);
  const parent = new Int32Array(graph.junctionCount).fill(-1);
  const waiting = bounds.targets?.map((anchor) => doorsOf(graph, metric, anchor));
  const nearestOnly = bounds.nearestOnly === true;
  const guided = waiting !== undefined && nearestOnly;
  const goals = guided ? goalsOf(graph, metric, waiting.flat()) : undefined;
  heap.clear();
  seeds.forEach((seed, s) => {
    for (const door of doorsOf(graph, metric, seed.anchor)) {
      const total = seed.cost + door.cost;
      if (total >= cost[door.junction]!) continue;
      cost[door.junction] = total;
      parent[door.junction] = -1 - s;
      heap.push(door.junction, goals ? total + leastGuess(goals, door.junction) : total);
    }
  });
  const limit = bounds.limit ?? Infinity;
  while (heap.size > 0) {
    const least = heap.minKey;
    if (least > limit) break;
    // A hair beyond the bound, so that ways that cost the same are all seen.
    if (waiting && least > targetBound(waiting, cost, nearestOnly) * (1 + 1e-12)) break;
    const junction = heap.pop();
    const here = cost[junction]!;
    for (let i = firstOut[junction]!; i < firstOut[junction + 1]!; i++) {
      const next = outJunction[i]!;
      const chain = outChain[i]!;
      const total = here + chainCost[chain]!;
      const known = cost[next]!;
      if (total < known) {
        cost[next] = total;
        parent[next] = chain;
        // Nothing lies beyond a dead end: its cost is known, and it need not be visited.
        if (firstOut[next + 1]! - firstOut[next]! === 1) continue;
        heap.push(next, goals ? total + leastGuess(goals, next) : total);
      } else if (total === known && total > here && parent[next]! > chain) parent[next] = chain;
    }
  }
  return { metric, seeds, cost, parent };
}

/** Where a guided search is drawn to: places in space and what is left to pay there, by goal. */
interface Goals {
  junctionXyz: Float64Array;
  perChordKm: number;
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
  cost: Float64Array;
}

function goalsOf(graph: JoinedGraph, metric: Metric, doors: readonly Door[]): Goals {
  const { junctionXyz } = graph;
  const axis = (k: number): Float64Array =>
    Float64Array.from(doors, ({ junction }) => junctionXyz[3 * junction + k]!);
  return {
    junctionXyz,
    perChordKm: graph.costs[metric].perChordKm,
    ...{ x: axis(0), y: axis(1), z: axis(2) },
    cost: Float64Array.from(doors, (door) => door.cost),
  };
}

/** What it costs at least to go on from a junction to the nearest of the goals. */
function leastGuess(goals: Goals, junction: number): number {
  const { junctionXyz, perChordKm, x, y, z, cost } = goals;
  const hereX = junctionXyz[3 * junction]!;
  const hereY = junctionXyz[3 * junction + 1]!;
  const hereZ = junctionXyz[3 * junction + 2]!;
  let least = Infinity;
  for (let g = 0; g < cost.length; g++) {
    const dx = x[g]! - hereX;
    const dy = y[g]! - hereY;
    const dz = z[g]! - hereZ;
    const guess = Math.sqrt(dx * dx + dy * dy + dz * dz) * perChordKm + cost[g]!;
    if (guess < least) least = guess;
  }
  return least === Infinity ? 0 : least;
}

/** The cost beyond which nothing gets cheaper: the dearest target's best so far, or the cheapest's. */
function targetBound(targets: readonly Door[][], cost: Float64Array, nearestOnly: boolean): number {
  let bound = nearestOnly ? Infinity : 0;
  for (const doors of targets) {
    let best = Infinity;
    for (const door of doors) best = Math.min(best, cost[door.junction]! + door.cost);
    bound = nearestOnly ? Math.min(bound, best) : Math.max(bound, best);
  }
  return bound;
}

/** A junction next to an anchor and the cost between them. */
export interface Door {
  junction: number;
  cost: number;
}

/** The one or two junctions by which an anchor is entered or left. */
export function doorsOf(graph: JoinedGraph, metric: Metric, anchor: Anchor): Door[] {
  if ('junction' in anchor) return [{ junction: anchor.junction, cost: 0 }];
  const along = costAt(graph, metric, anchor.chain, anchor.position);
  const whole = graph.costs[metric].chain[anchor.chain]!;
  return [
    { junction: graph.chainFrom[anchor.chain]!, cost: along },
    { junction: graph.chainTo[anchor.chain]!, cost: Math.max(0, whole - along) },
  ];
}

/** Cost from the start of a chain to a position on it. */
export function costAt(
  graph: JoinedGraph,
  metric: Metric,
  chain: number,
  position: number,
): number {
  const costs = graph.costs[metric];
  const end = graph.firstLink[chain + 1]!;
  if (position >= end) return costs.chain[chain]!;
  const whole = Math.floor(position);
  return costs.offset[whole]! + (position - whole) * costs.link[graph.chainLink[whole]!]!;
}
