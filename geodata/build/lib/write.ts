import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { GEODATA_DIR } from './paths';

/** Tests build into a directory of their own and compare. */
const OUT_DIR = process.env.GEODATA_OUT ?? GEODATA_DIR;

/**
 * A layer as text to be read in a diff: one feature a line, sorted by id, coordinates with five
 * decimals at most (about a metre), the id both on the feature and in its properties.
 */
export function layerText(features: Feature[]): string {
  const lines = [...features]
    .sort((a, b) => compare(String(a.id), String(b.id)))
    .map((feature) =>
      JSON.stringify({
        type: 'Feature',
        id: feature.id,
        properties: feature.properties,
        geometry: roundGeometry(feature.geometry),
      }),
    );
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}

export function writeLayer(name: string, features: Feature[]): void {
  writeFileSync(join(OUT_DIR, `${name}.geojson`), layerText(features));
}

export function writeJson(name: string, value: unknown): void {
  writeFileSync(join(OUT_DIR, `${name}.json`), `${JSON.stringify(value, null, 1)}\n`);
}

/** A feature whose id stands where RFC 7946 wants it and among its properties too. */
export function feature<G extends Geometry, P extends { id: string }>(
  geometry: G,
  properties: P,
): Feature<G, P> {
  return { type: 'Feature', id: properties.id, properties, geometry };
}

export type Layer = FeatureCollection;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const round = (value: number): number => Math.round(value * 1e5) / 1e5 + 0;

function roundGeometry(geometry: Geometry): Geometry {
  if (geometry.type === 'GeometryCollection')
    return { ...geometry, geometries: geometry.geometries.map(roundGeometry) };
  return { ...geometry, coordinates: roundDeep(geometry.coordinates) } as Geometry;
}

function roundDeep(value: Position | Position[] | Position[][] | Position[][][]): unknown {
  if (typeof value[0] === 'number') return (value as Position).map(round);
  return (value as Position[][]).map((inner) => roundDeep(inner));
}
