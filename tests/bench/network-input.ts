import type { FeatureCollection, LineString } from 'geojson';
import { readSource } from '../../geodata/build/extract/packages';
import { SOURCE_FILES } from '../../geodata/build/extract/sources';
import type { NetworkData } from '../../src/core/network/types';
import type { EdgeProps, LngLat, NodeProps } from '../../src/core/types';

/** The railways of the world (Natural Earth, from the pinned package): what the large bench runs on. */
export function worldRailLines(): FeatureCollection<LineString> {
  const text = readSource(SOURCE_FILES.neRail).toString('utf8');
  const { features } = JSON.parse(text) as FeatureCollection<LineString>;
  const lines = features
    .filter(({ geometry }) => geometry.coordinates.length > 1)
    .map(({ geometry }) => ({ type: 'Feature' as const, properties: {}, geometry }));
  return { type: 'FeatureCollection', features: lines };
}

const keyOf = ([lng, lat]: readonly number[]): string => `${lng},${lat}`;

/** Nodes of the world's railways are named by their coordinates. */
export const nodeId = keyOf;

/** Vertices that are one place have one number. */
function numberVertices(lines: FeatureCollection<LineString>): Int32Array[] {
  const numbers = new Map<number, number>();
  return lines.features.map(({ geometry }) =>
    Int32Array.from(geometry.coordinates, ([lng, lat]) => {
      const key = Math.round((lng! + 180) * 1e4) * 4e6 + Math.round((lat! + 90) * 1e4);
      let number = numbers.get(key);
      if (number === undefined) numbers.set(key, (number = numbers.size));
      return number;
    }),
  );
}

/**
 * Lines as the product wants them: cut where they share a vertex, each piece an edge between two
 * named nodes; a stretch that two lines run over counts once. The time this takes is part of
 * building the graph from plain lines.
 */
export function asNetworkData(
  lines: FeatureCollection<LineString>,
  assumptions: NetworkData['assumptions'],
): NetworkData {
  const vertices = numberVertices(lines);
  const uses: number[] = [];
  for (const line of vertices)
    line.forEach((vertex, i) => {
      const isEnd = i === 0 || i === line.length - 1;
      uses[vertex] = (uses[vertex] ?? 0) + (isEnd ? 2 : 1);
    });
  const nodes = new Map<string, LngLat>();
  const edges: NetworkData['edges'] = [];
  const seen = new Set<number>();
  lines.features.forEach(({ geometry }, l) => {
    const line = vertices[l]!;
    const points = geometry.coordinates as LngLat[];
    let first = 0;
    const close = (last: number): void => {
      if (last > first) edges.push(railEdge(`e${edges.length}`, points.slice(first, last + 1)));
      first = last;
    };
    for (let i = 1; i < line.length; i++) {
      const low = Math.min(line[i - 1]!, line[i]!);
      const high = Math.max(line[i - 1]!, line[i]!);
      const stretch = low * uses.length + high;
      if (low === high || seen.has(stretch)) {
        close(i - 1);
        first = i;
      }
      seen.add(stretch);
      if (uses[line[i]!]! > 1) close(i);
    }
  });
  for (const { properties, geometry } of edges) {
    const line = geometry.coordinates as LngLat[];
    nodes.set(properties.from, line[0]!);
    nodes.set(properties.to, line[line.length - 1]!);
  }
  return {
    ...{ hubs: [], ports: [], crossings: [], assumptions, edges },
    nodes: [...nodes].map(([id, at]) => ({
      type: 'Feature',
      properties: nodeProps(id),
      geometry: { type: 'Point', coordinates: at },
    })),
  };
}

/** A network and copies of it, each tied to the one before by a railway: how cost grows. */
export function copiesOf(data: NetworkData, count: number): NetworkData {
  const all: NetworkData = {
    ...{ hubs: [], ports: [], crossings: [], nodes: [], edges: [] },
    assumptions: data.assumptions,
  };
  for (let copy = 0; copy < count; copy++) {
    const named = (id: string): string => `${id}#${copy}`;
    const renamed = <F extends { properties: { id: string } }>(features: F[]): F[] =>
      features.map((f) => ({ ...f, properties: { ...f.properties, id: named(f.properties.id) } }));
    all.hubs.push(...renamed(data.hubs));
    all.ports.push(...renamed(data.ports));
    all.crossings.push(...renamed(data.crossings));
    all.nodes.push(...renamed(data.nodes));
    for (const edge of renamed(data.edges)) {
      const { from, to } = edge.properties;
      const properties = { ...edge.properties, from: named(from), to: named(to) };
      all.edges.push({ ...edge, properties });
    }
    if (copy === 0) continue;
    const sample = data.edges.find((edge) => edge.properties.from === 'irkutsk')!;
    const ends = { from: `irkutsk#${copy - 1}`, to: named('irkutsk') };
    const properties = { ...sample.properties, ...ends, id: `tie-${copy}` };
    all.edges.push({ ...sample, properties });
  }
  return all;
}

const provenance = { sources: [], positionErrorKm: 1 };

function railEdge(id: string, coordinates: LngLat[]): NetworkData['edges'][number] {
  const name = { en: id, zh: id, ru: id, mn: id };
  const properties: EdgeProps = {
    ...{ id, line: 'world', name, mode: 'rail', gauges: [1435], status: 'operating' },
    from: keyOf(coordinates[0]!),
    to: keyOf(coordinates[coordinates.length - 1]!),
    ...{ asOf: '2022', country: 'XX', speedClass: 'rail-main' },
    ...{ geometryGrade: 'natural-earth-10m', ...provenance },
  };
  return { type: 'Feature', id, properties, geometry: { type: 'LineString', coordinates } };
}

const nodeProps = (id: string): NodeProps => ({
  ...{ id, name: { en: id }, kind: 'junction', country: 'XX', ...provenance },
});
