import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { LAYER_FILES } from '../../../src/data/catalogue';
import { checkLayer } from '../../../src/data/validate/layer';
import { manifestText } from './manifest';
import { GEODATA_DIR } from './paths';

/** Tests build into a directory of their own and compare. */
const OUT_DIR = process.env.GEODATA_OUT ?? GEODATA_DIR;

/**
 * A layer as text to be read in a diff: one feature a line, sorted by id, coordinates with five
 * decimals at most (about a metre), the id both on the feature and in its properties. The inner
 * vertices of an edge have three (see edgeGeometry).
 */
export function layerText(features: Feature[]): string {
  const lines = [...features]
    .sort((a, b) => compare(String(a.id), String(b.id)))
    .map((feature) =>
      JSON.stringify({
        type: 'Feature',
        id: feature.id,
        properties: feature.properties,
        geometry: isEdge(feature)
          ? edgeGeometry(feature.geometry)
          : roundGeometry(feature.geometry),
      }),
    );
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}

/** Files of this run by name, written all at once when every builder has succeeded. */
const files = new Map<string, string>();

/**
 * Takes a layer into the run. Layers of the product's catalogue are checked by their schema first.
 * @throws Error that lists the defects
 */
export function writeLayer(name: string, features: Feature[]): void {
  const text = layerText(features);
  const layer = LAYER_FILES.find(({ id }) => id === name);
  const { issues } = layer ? checkLayer(layer, JSON.parse(text)) : { issues: [] };
  if (issues.length > 0) {
    const list = issues
      .slice(0, 20)
      .map(({ place, message, fix }) => `${place}: ${message} (${fix})`);
    throw new Error(`${name}.geojson has ${issues.length} defects:\n${list.join('\n')}`);
  }
  files.set(`${name}.geojson`, text);
}

export function writeJson(name: string, value: unknown): void {
  files.set(`${name}.json`, `${JSON.stringify(value, null, 1)}\n`);
}

/** Writes the files of the run and their manifest. */
export function writeFiles(): void {
  for (const [name, text] of withManifest()) writeFileSync(join(OUT_DIR, name), text);
}

/** Names of files in geodata/ that differ from what this run made. */
export function differingFiles(): string[] {
  return [...withManifest()]
    .filter(([name, text]) => {
      const path = join(GEODATA_DIR, name);
      return !existsSync(path) || readFileSync(path, 'utf8') !== text;
    })
    .map(([name]) => name);
}

function withManifest(): Map<string, string> {
  return new Map([...files, ['manifest.json', manifestText(files)]]);
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

const isEdge = ({ properties }: Feature): boolean => Boolean(properties?.from && properties.to);

/**
 * An edge is known to a kilometre or so, but its ends stand on its nodes: they keep five decimals,
 * as do those at 180 degrees. Saves 40 kB of what the first map loads.
 */
function edgeGeometry(geometry: Geometry): Geometry {
  const inner = (value: number): number => Math.round(value * 1e3) / 1e3 + 0;
  const line = (points: Position[]): Position[] =>
    points.map((point, i) => point.map(i === 0 || i === points.length - 1 ? round : inner));
  if (geometry.type === 'LineString')
    return { ...geometry, coordinates: line(geometry.coordinates) };
  if (geometry.type === 'MultiLineString')
    return { ...geometry, coordinates: geometry.coordinates.map(line) };
  throw new Error(`an edge is a line, not a ${geometry.type}`);
}

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
