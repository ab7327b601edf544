import type { Feature } from 'geojson';
import type { EdgeProps } from '../../core/types';
import type { CorridorNode } from '../../core/corridor/types';
import { at } from '../position';
import type { Atlas, Line } from '../atlas';

const EDGE_LAYERS = ['railways', 'roads', 'sea-routes'] as const;
const NODE_LAYERS = ['hubs', 'ports', 'crossings', 'nodes'] as const;
const filesOf = (layers: readonly string[]): string[] => layers.map((id) => `${id}.geojson`);

/** All edges of the network, of every mode and status, as far as their files can be read. */
export async function allEdges(atlas: Atlas): Promise<Feature<Line, EdgeProps>[]> {
  return (await Promise.all(EDGE_LAYERS.map((id) => atlas.layer(id)))).flat();
}

/** All edges of the network for a figure. @throws UserError `data-unread` */
export async function neededEdges(atlas: Atlas): Promise<Feature<Line, EdgeProps>[]> {
  return (await Promise.all(EDGE_LAYERS.map((id) => atlas.needed(id)))).flat();
}

export function edgesById(atlas: Atlas): Promise<Map<string, Feature<Line, EdgeProps>>> {
  return atlas.once(
    'edges by id',
    async () => {
      const edges = await allEdges(atlas);
      return new Map(edges.map((edge) => [edge.properties.id, edge]));
    },
    filesOf(EDGE_LAYERS),
  );
}

/** All nodes by id: hubs, ports, crossings and the other nodes. */
export function nodesById(atlas: Atlas): Promise<Map<string, CorridorNode>> {
  const make = async (): Promise<Map<string, CorridorNode>> => {
    const [hubs, ports, crossings, nodes] = await Promise.all([
      atlas.layer('hubs'),
      atlas.layer('ports'),
      atlas.layer('crossings'),
      atlas.layer('nodes'),
    ]);
    const all: CorridorNode[] = [
      ...hubs.map((f) => ({
        ...f.properties,
        kind: 'hub' as const,
        ...at(f.geometry.coordinates),
      })),
      ...ports.map((f) => ({
        ...f.properties,
        kind: 'port' as const,
        ...at(f.geometry.coordinates),
      })),
      ...crossings.map((f) => ({
        id: f.properties.id,
        name: f.properties.name,
        kind: 'crossing' as const,
        ...at(f.geometry.coordinates),
      })),
      ...nodes.map((f) => ({ ...f.properties, ...at(f.geometry.coordinates) })),
    ].map(({ id, name, kind, country, lng, lat, posts }: CorridorNode) => ({
      id,
      name,
      kind,
      lng,
      lat,
      ...(country ? { country } : {}),
      ...(posts ? { posts } : {}),
    }));
    return new Map(all.map((node) => [node.id, node]));
  };
  return atlas.once('nodes by id', make, filesOf(NODE_LAYERS));
}
