import { existsSync, readFileSync } from 'node:fs';
import type { MultiPolygon, Polygon } from 'geojson';
import type { CatchmentGround } from '../../../src/core/analysis/catchment-types';
import type { Corridor, LngLat, Name } from '../../../src/core/types';
import {
  corridorLine,
  travelledEdges,
  type EdgeFeature,
} from '../../../src/core/corridor/corridor-line';

const root = new URL('../../../', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

export const fixtureLine = (name: string): LngLat[] =>
  (read(`tests/fixtures/${name}.json`) as { line: LngLat[] }).line;

/** Edges of the product's own data by id. */
export function productEdges(): Map<string, EdgeFeature> {
  const edges = new Map<string, EdgeFeature>();
  for (const layer of ['railways', 'roads', 'sea-routes'])
    for (const edge of (read(`geodata/${layer}.geojson`) as { features: EdgeFeature[] }).features)
      edges.set(String(edge.id), edge);
  return edges;
}

export function productCorridors(): Corridor[] {
  return existsSync(new URL('geodata/corridors.json', root))
    ? (read('geodata/corridors.json') as Corridor[])
    : [];
}

/** The three longest corridors, from the product's own data. */
export const MAIN_CORRIDORS = ['trans-siberian', 'bam', 'northern-sea-route'] as const;

export function productLine(id: string): LngLat[] {
  const corridor = productCorridors().find((candidate) => candidate.id === id);
  if (!corridor) throw new Error(`geodata/corridors.json has no corridor ${id}`);
  return corridorLine(travelledEdges(corridor, productEdges()));
}

/** The settlements of the product's own data. */
export function productSettlements(): { id: string; point: LngLat; population: number }[] {
  const { features } = read('geodata/settlements.geojson') as {
    features: {
      id: string;
      geometry: { coordinates: LngLat };
      properties: { population: number };
    }[];
  };
  return features.map(({ id, geometry, properties }) => ({
    id,
    point: geometry.coordinates,
    population: properties.population,
  }));
}

interface PlaceFeature {
  id: string;
  geometry: { coordinates: LngLat };
  properties: { name: Name; country: string; population: number; year: number; region?: string };
}
interface RegionFeature {
  id: string;
  geometry: Polygon | MultiPolygon;
  properties: { name: Name; country: string; population?: { value: number } };
}

/** Settlements, hubs, crossings and regions of the product's own data, as a catchment asks for them. */
export function productGround(): CatchmentGround {
  const layer = <F>(name: string): F[] =>
    (read(`geodata/${name}.geojson`) as { features: F[] }).features;
  const places = (name: string) =>
    layer<PlaceFeature>(name).map(({ id, geometry, properties }) => {
      const [lng, lat] = geometry.coordinates;
      return { ...properties, id, lng, lat };
    });
  return {
    settlements: places('settlements'),
    hubs: places('hubs'),
    crossings: places('crossings'),
    regions: layer<RegionFeature>('regions').map(({ id, geometry, properties }) => ({
      ...properties,
      id,
      geometry,
      population: properties.population?.value,
    })),
  };
}
