import { readFileSync } from 'node:fs';
import pathFinderModule from 'geojson-path-finder';
import type { FeatureCollection, LineString } from 'geojson';
import createGraph from 'ngraph.graph';
import { aStar } from 'ngraph.path';
import { matrix } from '../../src/core/analysis/matrix';
import { walkPieces } from '../../src/core/analysis/route-events';
import { routeGeometry } from '../../src/core/analysis/route-geometry';
import { distanceKm } from '../../src/core/geo/geodesic';
import { lineLengthKm } from '../../src/core/geo/line-length';
import { anchorsOf } from '../../src/core/network/anchors';
import { buildNetwork } from '../../src/core/network/build';
import { searchFrom, workspaceFor } from '../../src/core/network/search';
import { shortestWay } from '../../src/core/network/shortest-path';
import type { Network, NetworkData } from '../../src/core/network/types';
import { TODAY } from '../../src/core/scenario/types';
import type { LngLat } from '../../src/core/types';
import { asNetworkData, copies, nodeId, worldRailLines } from './network-input';

/** One comparison, ours and a peer's in the same run; `goal` says how the ratio should be. */
export interface BenchRow {
  what: string;
  ours: string;
  peer: string;
  theirs: string;
  ratio: string;
  goal: string;
}

// Node hands a CommonJS module over as a whole, its default export in a property.
const PathFinder =
  (pathFinderModule as unknown as { default?: typeof pathFinderModule }).default ??
  pathFinderModule;

const GEODATA = new URL('../../geodata/', import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, GEODATA), 'utf8'));
const features = (file: string): never[] => (read(file) as FeatureCollection).features as never[];

/** The product's own network. */
export function productData(): NetworkData {
  const edges = ['railways.geojson', 'roads.geojson', 'sea-routes.geojson'].flatMap(features);
  return {
    hubs: features('hubs.geojson'),
    ports: features('ports.geojson'),
    crossings: features('crossings.geojson'),
    nodes: features('nodes.geojson'),
    edges,
    assumptions: read('assumptions.json') as NetworkData['assumptions'],
  };
}

/** Median of the milliseconds that `runs` calls take. */
function medianMs(runs: number, work: (run: number) => unknown): number {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work(run);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}

const ms = (value: number): string =>
  `${value >= 100 ? value.toFixed(0) : value.toPrecision(3)} ms`;
const times = (theirs: number, ours: number): string => `${(theirs / ours).toPrecision(3)} x`;

/** Pairs of nodes of the largest part of a network, the same in every run. */
function randomPairs(network: Network, count: number): [number, number][] {
  const reached = largestPart(network);
  let state = 1;
  const pick = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return reached[Math.floor((state / 2 ** 32) * reached.length)]!;
  };
  return Array.from({ length: count }, () => [pick(), pick()]);
}

/** Nodes joined to the first node that is joined to at least half of all. */
function largestPart(network: Network): number[] {
  for (let node = 0; node < network.nodes.length; node++) {
    const seeds = anchorsOf(network, { node }).map((anchor) => ({ anchor, cost: 0 }));
    const { cost } = searchFrom(network.joined, 'distance', seeds, workspaceFor(network.joined));
    const reached = network.nodes.flatMap((_, other) => {
      const [anchor] = anchorsOf(network, { node: other });
      if (!anchor) return [];
      const junction =
        'junction' in anchor ? anchor.junction : network.joined.chainFrom[anchor.chain]!;
      return cost[junction]! < Infinity ? [other] : [];
    });
    if (reached.length > network.nodes.length / 2) return reached;
  }
  return [];
}

/** The best way between two nodes, unpacked to its edges and its line. */
function unpackedRoute(network: Network, from: number, to: number): LngLat[] {
  const stops = [from, to].map((node) => anchorsOf(network, { node }));
  const way = shortestWay(network.joined, 'distance', stops, workspaceFor(network.joined));
  if ('failedLeg' in way) return [];
  const { runs } = walkPieces(network, way.pieces);
  const { lng, lat } = network.nodes[from]!;
  const geometry = routeGeometry(network, runs, [lng, lat]);
  return (
    geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates.flat()
  ) as LngLat[];
}

/** The network's comparisons, on the railways of the world and on the product's own network. */
export function networkBench(): BenchRow[] {
  const assumptions = productData().assumptions;
  const lines = worldRailLines();
  return [...againstPeers(lines, assumptions), ...growth(lines, assumptions), ...product()];
}

function againstPeers(
  lines: FeatureCollection<LineString>,
  assumptions: NetworkData['assumptions'],
): BenchRow[] {
  const rows: BenchRow[] = [];
  const buildMs = medianMs(5, () => buildNetwork(asNetworkData(lines, assumptions)));
  const peerBuildMs = medianMs(3, () => new PathFinder(lines));
  rows.push({
    ...{
      what: 'graph from the lines of the world',
      ours: ms(buildMs),
      peer: 'geojson-path-finder',
    },
    ...{ theirs: ms(peerBuildMs), ratio: times(peerBuildMs, buildMs), goal: 'at least 80 x' },
  });

  const network = buildNetwork(asNetworkData(lines, assumptions));
  const finder = new PathFinder(lines);
  const ngraph = ngraphOf(lines);
  const pairs = randomPairs(network, 100);
  const point = (node: number) => ({
    ...{ type: 'Feature' as const, properties: {} },
    geometry: { type: 'Point' as const, coordinates: nodeAt(network, node) },
  });
  const oursMs = medianMs(pairs.length, (i) => unpackedRoute(network, ...pairs[i]!));
  const finderMs = medianMs(pairs.length, (i) =>
    finder.findPath(point(pairs[i]![0]), point(pairs[i]![1])),
  );
  const ngraphPairs = pairs.slice(0, 10);
  const ngraphMs = medianMs(ngraphPairs.length, (i) => {
    const [from, to] = ngraphPairs[i]!;
    return ngraph.find(network.nodes[from]!.id, network.nodes[to]!.id);
  });
  let longer = 0;
  let shorter = 0;
  for (const [from, to] of pairs) {
    const best = lineLengthKm(unpackedRoute(network, from, to));
    const other = finder.findPath(point(from), point(to));
    const km = other ? lineLengthKm(other.path as LngLat[]) : Infinity;
    if (km > best * 1.001 + 0.1) longer++;
    // The sphere and the ellipsoid may disagree on which of two near-equal ways is the shorter.
    if (km < best * 0.999 - 0.1) shorter++;
  }
  rows.push(
    {
      ...{ what: 'shortest path, unpacked', ours: ms(oursMs), peer: 'geojson-path-finder' },
      ...{ theirs: ms(finderMs), ratio: times(finderMs, oursMs), goal: 'at least 10 x' },
    },
    {
      ...{ what: 'shortest path, unpacked', ours: ms(oursMs), peer: 'ngraph.path A*' },
      ...{ theirs: ms(ngraphMs), ratio: times(ngraphMs, oursMs), goal: 'at least 10 x' },
    },
    {
      what: `of ${pairs.length} random pairs not the shortest`,
      ...{ ours: `${shorter}`, peer: 'geojson-path-finder', theirs: `${longer}` },
      ...{ ratio: '', goal: '0 of ours' },
    },
  );

  const some = pairs.slice(0, 60).map(([from]) => network.nodes[from]!.id);
  const matrixMs = medianMs(5, () => matrix(network, some));
  const peerPairs = pairs.slice(0, 60);
  const peerCellMs = medianMs(1, () => {
    for (const [from, to] of peerPairs) finder.findPath(point(from), point(to));
  });
  const peerMatrixMs = (peerCellMs / peerPairs.length) * 3600;
  rows.push({
    ...{ what: 'matrix 60 x 60, every cell decomposed', ours: ms(matrixMs) },
    ...{ peer: 'geojson-path-finder, from 60 cells', theirs: ms(peerMatrixMs) },
    ...{ ratio: times(peerMatrixMs, matrixMs), goal: 'at least 300 x' },
  });

  const start = network.nodeIndex.get(some[0]!)!;
  const seeds = anchorsOf(network, { node: start }).map((anchor) => ({ anchor, cost: 0 }));
  const workspace = workspaceFor(network.joined);
  const reachMs = medianMs(50, () => searchFrom(network.joined, 'distance', seeds, workspace));
  const plain = plainGraph(lines);
  const plainMs = medianMs(5, () => plain(nodeId(nodeAt(network, start))));
  rows.push({
    ...{
      what: 'cost of all nodes from one',
      ours: ms(reachMs),
      peer: 'plain Dijkstra, all vertices',
    },
    ...{ theirs: ms(plainMs), ratio: times(plainMs, reachMs), goal: 'at most 1 ms' },
  });
  return rows;
}

const nodeAt = (network: Network, node: number): LngLat => {
  const { lng, lat } = network.nodes[node]!;
  return [lng, lat];
};

function ngraphOf(lines: FeatureCollection<LineString>): {
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
function plainGraph(lines: FeatureCollection<LineString>): (from: string) => number {
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

/** How the cost of reaching all nodes grows with the network: linearly, if the ratio stays. */
function growth(
  lines: FeatureCollection<LineString>,
  assumptions: NetworkData['assumptions'],
): BenchRow[] {
  const base = buildNetwork(asNetworkData(lines, assumptions));
  const start = nodeAt(base, largestPart(base)[0]!);
  const reachMs = (count: number): { ms: number; segments: number } => {
    const many = copies(lines, count, start);
    const network = buildNetwork(asNetworkData(many, assumptions));
    const node = network.nodeIndex.get(nodeId(start))!;
    const seeds = anchorsOf(network, { node }).map((anchor) => ({ anchor, cost: 0 }));
    const workspace = workspaceFor(network.joined);
    const segments = many.features.reduce((sum, f) => sum + f.geometry.coordinates.length - 1, 0);
    const took = medianMs(9, () => searchFrom(network.joined, 'distance', seeds, workspace));
    return { ms: took, segments };
  };
  const one = reachMs(1);
  return [10].map((count) => {
    const many = reachMs(count);
    return {
      what: `cost of all nodes, ${(many.segments / 1e6).toFixed(1)} M segments`,
      ...{ ours: ms(many.ms), peer: `${(one.segments / 1e6).toFixed(2)} M segments` },
      ...{ theirs: ms(one.ms), ratio: `${(many.ms / one.ms).toFixed(1)} x for ${count} x` },
      goal: 'grows linearly',
    };
  });
}

/** A link switched on in the product: network and matrix of 90 hubs anew. */
function product(): BenchRow[] {
  const data = productData();
  const hubs = data.hubs.slice(0, 90).map((hub) => hub.properties.id);
  buildNetwork(data);
  const line = data.edges.find((e) => e.properties.mode === 'rail')!.properties.line;
  let switched = 0;
  const renewMs = medianMs(15, () => {
    const off = switched++ % 2 === 0 ? [line] : [];
    return matrix(buildNetwork(data, { scenario: { ...TODAY, id: 'bench', off } }), hubs);
  });
  const rebuildMs = medianMs(15, () => buildNetwork(data));
  return [
    {
      what: `a link switched: network and ${hubs.length} x ${hubs.length} matrix anew`,
      ...{ ours: ms(renewMs), peer: `of it the network (${data.edges.length} edges)` },
      ...{ theirs: ms(rebuildMs), ratio: '', goal: 'at most 100 ms' },
    },
  ];
}
