import { readFileSync } from 'node:fs';
import pathFinderModule from 'geojson-path-finder';
import type { FeatureCollection, LineString } from 'geojson';
import { matrix } from '../../src/core/analysis/matrix';
import { matrixColumns } from '../../src/core/analysis/matrix-columns';
import { walkPieces } from '../../src/core/analysis/route-events';
import { routeGeometry } from '../../src/core/analysis/route-geometry';
import { lineLengthKm } from '../../src/core/geo/line-length';
import { anchorsOf } from '../../src/core/network/anchors';
import { buildNetwork } from '../../src/core/network/build';
import { searchFrom, workspaceFor } from '../../src/core/network/search';
import { shortestWay } from '../../src/core/network/shortest-path';
import type { Network, NetworkData } from '../../src/core/network/types';
import { TODAY } from '../../src/core/scenario/types';
import type { LngLat } from '../../src/core/types';
import { asNetworkData, copiesOf, nodeId, worldRailLines } from './network-input';
import { ngraphOf, plainGraph } from './network-peers';
import { medianMs, ms, processorMs, timeRow, type BenchRow } from './row';

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

/** Median of the milliseconds that several rounds of a work take, each round another. */
function medianOf(rounds: number, work: (round: number) => unknown): number {
  let round = 0;
  return medianMs(rounds, () => work(round++ % rounds));
}

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
  const { assumptions } = productData();
  const lines = worldRailLines();
  return [
    ...builds(lines, assumptions),
    ...searches(lines, assumptions),
    ...growth(),
    ...product(),
  ];
}

type Lines = FeatureCollection<LineString>;
type Assumptions = NetworkData['assumptions'];

function builds(lines: Lines, assumptions: Assumptions): BenchRow[] {
  const peer = 'geojson-path-finder';
  // Once: it takes seconds, and the first run is not slower than the others.
  const theirsMs = medianMs(1, () => new PathFinder(lines));
  const fromLinesMs = medianMs(5, () => buildNetwork(asNetworkData(lines, assumptions)));
  const data = asNetworkData(lines, assumptions);
  const fromEdgesMs = medianMs(9, () => buildNetwork(data));
  return [
    timeRow('graph from edges whose ends are named', peer, theirsMs, fromEdgesMs, 80),
    timeRow('graph from plain lines, their joints found first', peer, theirsMs, fromLinesMs, 1),
  ];
}

function searches(lines: Lines, assumptions: Assumptions): BenchRow[] {
  const network = buildNetwork(asNetworkData(lines, assumptions));
  const finder = new PathFinder(lines);
  const ngraph = ngraphOf(lines);
  const pairs = randomPairs(network, 100);
  const point = (node: number) => ({
    ...{ type: 'Feature' as const, properties: {} },
    geometry: { type: 'Point' as const, coordinates: nodeAt(network, node) },
  });
  const find = ([from, to]: [number, number]) => finder.findPath(point(from), point(to));
  const oursMs = medianOf(pairs.length, (i) => unpackedRoute(network, ...pairs[i]!));
  const finderMs = medianOf(pairs.length, (i) => find(pairs[i]!));
  const ngraphMs = medianOf(10, (i) => {
    const [from, to] = pairs[i]!;
    return ngraph.find(network.nodes[from]!.id, network.nodes[to]!.id);
  });

  let longer = 0;
  let shorter = 0;
  for (const pair of pairs) {
    const best = lineLengthKm(unpackedRoute(network, ...pair));
    const other = find(pair);
    const km = other ? lineLengthKm(other.path as LngLat[]) : Infinity;
    // The sphere and the ellipsoid may disagree on which of two nearly equal ways is the shorter.
    if (km > best * 1.001 + 0.1) longer++;
    if (km < best * 0.999 - 0.1) shorter++;
  }

  const some = pairs.slice(0, 60).map(([from]) => network.nodes[from]!.id);
  const matrixMs = medianMs(5, () => matrix(network, some));
  const began = processorMs();
  for (const pair of pairs.slice(0, 60)) find(pair);
  const finderMatrixMs = (processorMs() - began) * 60;

  const start = pairs[0]![0];
  const seeds = anchorsOf(network, { node: start }).map((anchor) => ({ anchor, cost: 0 }));
  const workspace = workspaceFor(network.joined);
  const allMs = medianMs(50, () => searchFrom(network.joined, 'distance', seeds, workspace));
  const plain = plainGraph(lines);
  const plainMs = medianMs(5, () => plain(nodeId(nodeAt(network, start))));
  return [
    timeRow('shortest path, unpacked', 'geojson-path-finder', finderMs, oursMs, 10),
    timeRow('shortest path, unpacked', 'ngraph.path A*', ngraphMs, oursMs, 10),
    {
      what: `of ${pairs.length} random pairs, ways longer than the other's`,
      ...{ peer: 'geojson-path-finder', theirs: `${longer}`, ours: `${shorter}`, ratio: '' },
      ...{ goal: 'none of ours', met: shorter === 0 },
    },
    timeRow(
      'matrix 60 x 60, every cell decomposed',
      'geojson-path-finder (60 cells, times 60)',
      finderMatrixMs,
      matrixMs,
      300,
    ),
    {
      ...timeRow('cost of all nodes from one', 'Dijkstra over all vertices', plainMs, allMs, 1),
      ...{ goal: 'at most 1 ms', met: allMs <= 1 },
    },
  ];
}

const nodeAt = (network: Network, node: number): LngLat => {
  const { lng, lat } = network.nodes[node]!;
  return [lng, lat];
};

/** How the cost of reaching all nodes grows with the network: copies of the product's own. */
function growth(): BenchRow[] {
  const data = productData();
  const allMs = (count: number): { took: number; edges: number } => {
    const network = buildNetwork(copiesOf(data, count));
    const node = network.nodeIndex.get('irkutsk#0')!;
    const seeds = anchorsOf(network, { node }).map((anchor) => ({ anchor, cost: 0 }));
    const workspace = workspaceFor(network.joined);
    const took = medianMs(15, () => searchFrom(network.joined, 'distance', seeds, workspace));
    return { took, edges: network.edges.length };
  };
  const one = allMs(1);
  return [10, 100].map((count) => {
    const many = allMs(count);
    return {
      what: `cost of all nodes, ${many.edges} edges`,
      peer: `ours, ${one.edges} edges`,
      ...{ theirs: ms(one.took), ours: ms(many.took) },
      ...{ ratio: `${(many.took / one.took).toFixed(0)} x for ${count} x`, goal: 'near to linear' },
    };
  });
}

/** A line switched off and on in the product: network and matrix of 90 hubs anew. */
function product(): BenchRow[] {
  const data = productData();
  const hubs = data.hubs.slice(0, 90).map((hub) => hub.properties.id);
  const { line } = data.edges.find((edge) => edge.properties.mode === 'rail')!.properties;
  let switched = 0;
  const renewMs = (make: (network: Network) => unknown): number =>
    medianMs(15, () => {
      const off = switched++ % 2 === 0 ? [line] : [];
      return make(buildNetwork(data, { scenario: { ...TODAY, id: 'bench', off } }));
    });
  const rebuildMs = medianMs(15, () => buildNetwork(data));
  const anew = (what: string, oursMs: number): BenchRow => ({
    what: `a line switched: network and ${hubs.length} x ${hubs.length} matrix anew, ${what}`,
    peer: `of it the network (${data.edges.length} edges)`,
    ...{ theirs: ms(rebuildMs), ours: ms(oursMs), ratio: '' },
    ...{ goal: 'at most 100 ms', met: oursMs <= 100 },
  });
  return [
    anew(
      "the page's",
      renewMs((network) => matrixColumns(network, hubs)),
    ),
    anew(
      'every cell decomposed',
      renewMs((network) => matrix(network, hubs)),
    ),
  ];
}
