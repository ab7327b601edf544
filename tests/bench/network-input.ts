import type { Feature, FeatureCollection, LineString } from 'geojson';
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

/**
 * Lines as the product wants them: cut where they share a vertex, each piece an edge between two
 * named nodes. The time this takes is part of building the graph.
 */
export function asNetworkData(
  lines: FeatureCollection<LineString>,
  assumptions: NetworkData['assumptions'],
): NetworkData {
  const uses = new Map<string, number>();
  for (const { geometry } of lines.features) {
    const { coordinates } = geometry;
    coordinates.forEach((position, i) => {
      const ends = i === 0 || i === coordinates.length - 1;
      const key = keyOf(position);
      uses.set(key, (uses.get(key) ?? 0) + (ends ? 2 : 1));
    });
  }
  const nodes = new Map<string, LngLat>();
  const edges: NetworkData['edges'] = [];
  // Some lines of the source run over each other; a stretch counts once.
  const seen = new Set<string>();
  for (const { geometry } of lines.features) {
    let piece: LngLat[] = [];
    let before = '';
    for (const position of geometry.coordinates as LngLat[]) {
      const here = keyOf(position);
      const stretch = before < here ? `${before} ${here}` : `${here} ${before}`;
      const twice = before !== '' && (seen.has(stretch) || before === here);
      seen.add(stretch);
      if (twice && piece.length > 1) edges.push(railEdge(`e${edges.length}`, piece));
      if (twice) piece = [];
      before = here;
      piece.push(position);
      if (uses.get(here)! < 2 || piece.length < 2) continue;
      edges.push(railEdge(`e${edges.length}`, piece));
      piece = [position];
    }
    if (piece.length > 1) edges.push(railEdge(`e${edges.length}`, piece));
  }
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

/** A network and copies of it side by side, each tied to the first at a place: how cost grows. */
export function copies(
  lines: FeatureCollection<LineString>,
  count: number,
  start: LngLat,
): FeatureCollection<LineString> {
  const features: Feature<LineString>[] = [];
  for (let copy = 0; copy < count; copy++) {
    // Moved by a little, so that it shares no vertex.
    const shift = copy * 1e-5;
    for (const line of lines.features) {
      const coordinates = line.geometry.coordinates.map(([lng, lat]) => [lng! + shift, lat!]);
      features.push({ ...line, geometry: { type: 'LineString', coordinates } });
    }
    if (copy > 0) {
      const coordinates = [start, [start[0] + shift, start[1]]];
      features.push({
        type: 'Feature',
        properties: {},
        geometry: { type: 'LineString', coordinates },
      });
    }
  }
  return { type: 'FeatureCollection', features };
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
