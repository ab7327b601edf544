import { lineLengthKm } from '../../src/core/geo/line-length';
import { QuaternaryHeap } from '../../src/core/network/heap';
import type { Corridor, LngLat, Mode, Status } from '../../src/core/types';
import type { EdgeFeature } from './lib/context';
import { list, number, readTable, text, type Row } from './lib/csv';
import { source, sources } from './lib/sources';
import { fullName } from './layers/hubs';

/** What is open today; a row of corridors.csv may admit other statuses as well. */
const TODAY: Status[] = ['operating', 'seasonal'];

/**
 * The corridors of curated/corridors.csv: the nodes of `via` in order, joined by the shortest way
 * over the built edges that the row admits: its mode or its mode for each leg, lines and statuses. Throws where two
 * neighbouring nodes are not joined, so that no corridor is drawn with a gap.
 */
export function buildCorridors(edges: EdgeFeature[]): Corridor[] {
  const lengths = new Map(edges.map((edge) => [edge.properties.id, edgeKm(edge)]));
  const texts = new Map(readTable('corridor-texts.csv').map((row) => [text(row, 'id'), row]));
  return readTable('corridors.csv').map((row) => {
    const id = text(row, 'id');
    const words = texts.get(id);
    if (!words) throw new Error(`corridor "${id}" has no row in corridor-texts.csv`);
    const via = list(row, 'via');
    return {
      id,
      name: fullName(words),
      summary: fullName(summaryRow(words)),
      rank: number(row, 'rank'),
      via,
      edges: wayThrough(id, via, legsOf(row, via, edges), lengths),
      ...(row.publishedKm
        ? {
            publishedKm: {
              value: number(row, 'publishedKm'),
              source: source(text(row, 'publishedSource')),
              ...(row.publishedNote ? { note: row.publishedNote } : {}),
            },
          }
        : {}),
      sources: sources(list(row, 'sources')),
    };
  });
}

const summaryRow = (row: Row): Row => ({
  en: text(row, 'summaryEn'),
  zh: text(row, 'summaryZh'),
  ru: text(row, 'summaryRu'),
  mn: text(row, 'summaryMn'),
});

/** For each leg of a row, the ways out of each node over the edges that the leg may use. */
function legsOf(row: Row, via: string[], edges: EdgeFeature[]): Exits[] {
  const modes = list(row, 'modes') as Mode[];
  const count = via.length - 1;
  if (modes.length > 1 && modes.length !== count)
    throw new Error(`corridor "${row.id}" has ${count} legs and modes for ${modes.length}`);
  const open = admitted(row, edges);
  const exitsOf = new Map(
    [...new Set(modes.length > 0 ? modes : [undefined])].map((mode) => [
      mode,
      exitsByNode(open.filter(({ properties }) => !mode || properties.mode === mode)),
    ]),
  );
  return Array.from({ length: count }, (_, leg) => exitsOf.get(modes[leg] ?? modes[0])!);
}

/** The edges that a row lets its corridor use, whatever their mode. */
function admitted(row: Row, edges: EdgeFeature[]): EdgeFeature[] {
  const lines = new Set(list(row, 'lines'));
  const avoid = new Set(list(row, 'avoid'));
  const statuses = new Set([...TODAY, ...(list(row, 'statuses') as Status[])]);
  for (const line of [...lines, ...avoid])
    if (!edges.some((edge) => edge.properties.line === line))
      throw new Error(`corridor "${row.id}" names the line "${line}", of which there is no edge`);
  return edges.filter(
    ({ properties: { line, status } }) =>
      (lines.size === 0 || lines.has(line)) && !avoid.has(line) && statuses.has(status),
  );
}

function wayThrough(
  id: string,
  via: string[],
  legs: Exits[],
  lengths: Map<string, number>,
): string[] {
  return legs.flatMap((exits, i) => {
    const from = via[i]!;
    const to = via[i + 1]!;
    for (const node of [from, to])
      if (!exits.has(node))
        throw new Error(`corridor "${id}": no edge that it may use ends on "${node}"`);
    const way = shortestWay(exits, lengths, from, to);
    if (!way) throw new Error(`corridor "${id}": no way from "${from}" to "${to}"`);
    return way;
  });
}

type Exits = Map<string, { edge: string; to: string }[]>;

/** The ways out of each node, by edge id, so that equal lengths always give the same answer. */
function exitsByNode(edges: EdgeFeature[]): Exits {
  const exits: Exits = new Map();
  const add = (at: string, edge: string, to: string): void => {
    const out = exits.get(at);
    if (out) out.push({ edge, to });
    else exits.set(at, [{ edge, to }]);
  };
  for (const { id, from, to } of edges.map((edge) => edge.properties).sort(byId)) {
    add(from, id, to);
    add(to, id, from);
  }
  return exits;
}

/** Edge ids from one node to another; undefined where there is no way. */
function shortestWay(
  exits: Exits,
  lengths: Map<string, number>,
  from: string,
  to: string,
): string[] | undefined {
  const nodes = [...exits.keys()];
  const indexOf = new Map(nodes.map((node, i) => [node, i]));
  const cost = new Float64Array(nodes.length).fill(Infinity);
  const cameBy: ({ edge: string; from: string } | undefined)[] = [];
  const heap = new QuaternaryHeap(nodes.length);
  cost[indexOf.get(from)!] = 0;
  heap.push(indexOf.get(from)!, 0);
  for (let at = heap.pop(); at >= 0 && nodes[at] !== to; at = heap.pop()) {
    for (const exit of exits.get(nodes[at]!)!) {
      const next = indexOf.get(exit.to)!;
      const reached = cost[at]! + lengths.get(exit.edge)!;
      if (reached >= cost[next]!) continue;
      cost[next] = reached;
      cameBy[next] = { edge: exit.edge, from: nodes[at]! };
      heap.push(next, reached);
    }
  }
  const way: string[] = [];
  for (let node = to; node !== from;) {
    const step = cameBy[indexOf.get(node)!];
    if (!step) return undefined;
    way.push(step.edge);
    node = step.from;
  }
  return way.reverse();
}

/** Published length where there is one, else the geodesic length of the drawn line, km. */
function edgeKm({ properties, geometry }: EdgeFeature): number {
  if (properties.lengthKm) return properties.lengthKm.value;
  const parts = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  return parts.reduce((km, part) => km + lineLengthKm(part as LngLat[]), 0);
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
