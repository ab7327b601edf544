import type { FeatureCollection, LineString } from 'geojson';
import createGraph from 'ngraph.graph';
import { aStar } from 'ngraph.path';
import { distanceKm } from '../../src/core/geo/geodesic';
import type { LngLat } from '../../src/core/types';
import { nodeId } from './network-input';

/** The same lines in ngraph.path, every vertex a node, with A* and the geodesic as its guess. */
export function ngraphOf(lines: FeatureCollection<LineString>): {
  find: (from: string, to: string) => unknown[];
} {
  const graph = createGraph<LngLat, number>();
  for (const { geometry } of lines.features) {
    const line = geometry.coordinates as LngLat[];
    line.forEach((at, i) => {
      if (!graph.hasNode(nodeId(at))) graph.addNode(nodeId(at), at);
      if (i > 0) graph.addLink(nodeId(line[i - 1]!), nodeId(at), distanceKm(line[i - 1]!, at));
    });
  }
  return aStar(graph, {
    distance: (_from, _to, link) => link.data,
    heuristic: (from, to) => 0.99 * distanceKm(from.data, to.data),
  });
}

/** Dijkstra over every vertex with a binary heap, as a textbook has it. */
export function plainGraph(lines: FeatureCollection<LineString>): (from: string) => number {
  const index = new Map<string, number>();
  const next: number[][] = [];
  const weights: number[][] = [];
  const node = (at: LngLat): number => {
    let i = index.get(nodeId(at));
    if (i === undefined) {
      i = next.push([]) - 1;
      weights.push([]);
      index.set(nodeId(at), i);
    }
    return i;
  };
  for (const { geometry } of lines.features) {
    const line = geometry.coordinates as LngLat[];
    for (let i = 1; i < line.length; i++) {
      const [a, b, km] = [node(line[i - 1]!), node(line[i]!), distanceKm(line[i - 1]!, line[i]!)];
      next[a]!.push(b);
      weights[a]!.push(km);
      next[b]!.push(a);
      weights[b]!.push(km);
    }
  }
  return (from) => {
    const cost = new Float64Array(next.length).fill(Infinity);
    const heap: [number, number][] = [[0, index.get(from)!]];
    cost[index.get(from)!] = 0;
    let settled = 0;
    while (heap.length > 0) {
      const [d, v] = heap[0]!;
      const last = heap.pop()!;
      if (heap.length > 0) sink(heap, last);
      if (d > cost[v]!) continue;
      settled++;
      next[v]!.forEach((w, i) => {
        const total = d + weights[v]![i]!;
        if (total >= cost[w]!) return;
        cost[w] = total;
        rise(heap, [total, w]);
      });
    }
    return settled;
  };
}

function rise(heap: [number, number][], item: [number, number]): void {
  let i = heap.length;
  heap.push(item);
  while (i > 0 && heap[(i - 1) >> 1]![0] > item[0]) {
    heap[i] = heap[(i - 1) >> 1]!;
    i = (i - 1) >> 1;
  }
  heap[i] = item;
}

function sink(heap: [number, number][], item: [number, number]): void {
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1]![0] < heap[child]![0]) child++;
    if (heap[child]![0] >= item[0]) break;
    heap[i] = heap[child]!;
    i = child;
  }
  heap[i] = item;
}
