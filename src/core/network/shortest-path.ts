import type { JoinedGraph, Metric } from './join';
import { searchFrom, type Anchor, type Seed, type Workspace } from './search';
import { wayTo, type Piece, type Way } from './way';

/**
 * The cheapest way through stops in order, each stop being any of its anchors. What one is at a
 * stop (which mode, which gauge, which side of a border) is kept on leaving it, so a stop never
 * changes a gauge for nothing. Undefined where there is none; `failedLeg` then tells which.
 */
export function shortestWay(
  graph: JoinedGraph,
  metric: Metric,
  stops: readonly (readonly Anchor[])[],
  workspace: Workspace,
): { cost: number; pieces: Piece[] } | { failedLeg: number } {
  /** For every leg, the way to each anchor of its last stop. */
  const legs: (Way | undefined)[][] = [];
  let seeds: Seed[] = (stops[0] ?? []).map((anchor) => ({ anchor, cost: 0 }));
  /** For every leg, the index of the anchor that each seed stands for. */
  const seedAnchors: number[][] = [seeds.map((_, i) => i)];
  for (let leg = 1; leg < stops.length; leg++) {
    const targets = stops[leg]!;
    const labels = searchFrom(graph, metric, seeds, workspace, {
      targets,
      nearestOnly: leg === stops.length - 1,
    });
    const ways = targets.map((anchor) => wayTo(graph, labels, anchor));
    legs.push(ways);
    seeds = [];
    const anchors: number[] = [];
    ways.forEach((way, i) => {
      if (!way) return;
      seeds.push({ anchor: targets[i]!, cost: way.cost });
      anchors.push(i);
    });
    if (seeds.length === 0) return { failedLeg: leg - 1 };
    seedAnchors.push(anchors);
  }

  let best = -1;
  seeds.forEach((seed, i) => {
    if (best < 0 || seed.cost < seeds[best]!.cost) best = i;
  });
  if (best < 0) return { failedLeg: 0 };
  const cost = seeds[best]!.cost;
  const pieces: Piece[] = [];
  let anchor = seedAnchors[seedAnchors.length - 1]![best]!;
  for (let leg = legs.length - 1; leg >= 0; leg--) {
    const way = legs[leg]![anchor]!;
    pieces.unshift(...way.pieces);
    anchor = seedAnchors[leg]![way.seed]!;
  }
  return { cost, pieces };
}
