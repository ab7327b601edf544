import type { Issue } from '../errors';
import { toEcef } from '../geo/ellipsoid';
import type { EdgeProps } from '../types';
import { toMillimetre } from '../units';
import { coordsKm, edgeCoords } from './edge-geometry';
import { networkNodes } from './network-nodes';
import type { NetworkData, NetworkEdge, NetworkNode } from './types';

/** What is amiss with an edge of the data, so that no network has it. */
export type EdgeDefect = Pick<Issue, 'code' | 'message' | 'fix'>;

export interface PreparedEdge {
  properties: EdgeProps;
  /** As a network has it where it is open, or why none has it. */
  made: NetworkEdge | EdgeDefect;
}

/** What all networks of the same data have in common. */
export interface Prepared {
  nodes: readonly NetworkNode[];
  nodeIndex: ReadonlyMap<string, number>;
  /** Earth-centred x, y, z of every node, km. */
  nodeXyz: Float64Array;
  edges: readonly PreparedEdge[];
  /** Months in which a crossing or port that is not open all year is open, by node id. */
  seasonalNodes: Map<string, number[]>;
  issues: readonly Issue[];
}

const prepared = new WeakMap<NetworkData, Prepared>();

/** Found once for the same data: a network is built anew for every change of a scenario. */
export function prepare(data: NetworkData): Prepared {
  let found = prepared.get(data);
  if (!found) prepared.set(data, (found = prepareAnew(data)));
  return found;
}

function prepareAnew(data: NetworkData): Prepared {
  const { nodes, nodeIndex, issues } = networkNodes(data);
  const nodeXyz = new Float64Array(3 * nodes.length);
  nodes.forEach(({ lng, lat }, node) => toEcef(lng, lat, nodeXyz, 3 * node));
  const seen = new Set<string>();
  const edges = data.edges.map((edge): PreparedEdge => {
    const { properties } = edge;
    const defect = edgeDefect(properties, nodeIndex, seen);
    if (defect) return { properties, made: defect };
    seen.add(properties.id);
    return { properties, made: networkEdge(edge, nodeIndex) };
  });
  return { nodes, nodeIndex, nodeXyz, edges, seasonalNodes: seasonalNodes(data), issues };
}

function seasonalNodes(data: NetworkData): Map<string, number[]> {
  const seasonal = new Map<string, number[]>();
  for (const { properties } of [...data.crossings, ...data.ports])
    if (properties.months) seasonal.set(properties.id, properties.months);
  return seasonal;
}

function networkEdge(
  { properties, geometry }: NetworkData['edges'][number],
  nodeIndex: ReadonlyMap<string, number>,
): NetworkEdge {
  const coords = edgeCoords(geometry);
  const published = properties.lengthKm?.value;
  return {
    id: properties.id,
    line: properties.line,
    name: properties.name,
    mode: properties.mode,
    country: properties.country,
    status: properties.status,
    speedClass: properties.speedClass,
    months: properties.months,
    km: published ?? toMillimetre(coordsKm(coords)),
    kmSource: published === undefined ? 'geometry' : 'published',
    from: nodeIndex.get(properties.from)!,
    to: nodeIndex.get(properties.to)!,
    gauges: properties.mode === 'rail' ? properties.gauges! : [],
    coords,
  };
}

function edgeDefect(
  edge: EdgeProps,
  nodeIndex: ReadonlyMap<string, number>,
  seen: ReadonlySet<string>,
): EdgeDefect | undefined {
  if (seen.has(edge.id))
    return {
      code: 'duplicate-edge',
      message: `two edges have the id "${edge.id}"; the second is left out`,
      fix: 'give each edge its own id',
    };
  for (const end of [edge.from, edge.to])
    if (!nodeIndex.has(end))
      return {
        code: 'edge-without-node',
        message: `the edge ends on "${end}", which is no hub, port, crossing or node`,
        fix: `add the node "${end}" or correct the edge`,
      };
  if (edge.mode === 'rail' && (edge.gauges ?? []).length === 0)
    return {
      code: 'rail-without-gauge',
      message: 'a railway edge names no gauge',
      fix: 'add its gauges, such as [1520]',
    };
  return undefined;
}
