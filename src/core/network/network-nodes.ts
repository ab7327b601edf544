import type { Issue } from '../errors';
import type { CountryCode, Name } from '../types';
import type { NetworkData, NetworkNode, PlaceKind } from './types';

/** The nodes of all layers in one list; an id that stands twice is reported and kept once. */
export function networkNodes(data: NetworkData): {
  nodes: NetworkNode[];
  nodeIndex: Map<string, number>;
  issues: Issue[];
} {
  const nodes: NetworkNode[] = [];
  const nodeIndex = new Map<string, number>();
  const issues: Issue[] = [];
  const add = (
    { id, name }: { id: string; name: Name },
    kind: PlaceKind,
    countries: CountryCode[],
    [lng, lat]: readonly number[],
  ): void => {
    if (nodeIndex.has(id)) {
      issues.push({
        code: 'duplicate-node',
        place: id,
        message: `two nodes have the id "${id}"; the second is left out`,
        fix: 'give each node its own id',
        severity: 'error',
      });
      return;
    }
    nodeIndex.set(id, nodes.length);
    nodes.push({ id, name, kind, countries, lng: lng!, lat: lat! });
  };
  for (const { properties, geometry } of data.hubs)
    add(properties, 'hub', [properties.country], geometry.coordinates);
  for (const { properties, geometry } of data.ports)
    add(properties, 'port', [properties.country], geometry.coordinates);
  for (const { properties, geometry } of data.crossings)
    add(
      properties,
      'crossing',
      properties.posts.map((post) => post.country),
      geometry.coordinates,
    );
  for (const { properties, geometry } of data.nodes)
    add(properties, properties.kind, [properties.country], geometry.coordinates);
  return { nodes, nodeIndex, issues };
}
