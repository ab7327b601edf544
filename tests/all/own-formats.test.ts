import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureProgram } from '../../src/setup/programs.mjs';
import { read } from '../unit/formats/read/read';

const folder = mkdtempSync(join(tmpdir(), 'nv-own-'));
const export_ = (to: string, layer: string, ...options: string[]): string => {
  const path = join(folder, to);
  execFileSync('ogr2ogr', [...options, path, `geodata/${layer}.geojson`], { encoding: 'utf8' });
  return path;
};

/** What GDAL itself says of a file: how many features, and their extent on WGS84. */
function gdalSays(layer: string): { count: number; box: number[] } {
  const info = execFileSync('ogrinfo', ['-ro', '-so', '-al', `geodata/${layer}.geojson`], {
    encoding: 'utf8',
  });
  const box = /Extent: \((.+), (.+)\) - \((.+), (.+)\)/.exec(info)!.slice(1).map(Number);
  return { count: Number(/Feature Count: (\d+)/.exec(info)![1]), box };
}

/** The parts of a shapefile as one archive. */
function zipped(stem: string): Uint8Array<ArrayBuffer> {
  const parts = readdirSync(folder).filter(
    (name) => name.startsWith(`${stem}.`) && !name.endsWith('json'),
  );
  return zipSync(
    Object.fromEntries(parts.map((name) => [name, readFileSync(join(folder, name))])),
  ) as Uint8Array<ArrayBuffer>;
}

beforeAll(() => ensureProgram('ogr2ogr', 'gdal-bin'));

describe('what GDAL exports is read as GDAL describes it', () => {
  const file = (path: string) => readFileSync(path) as unknown as Uint8Array<ArrayBuffer>;
  it.each([
    ['hubs', 'hubs.kml', ['-f', 'KML', '-select', 'id']],
    ['railways', 'railways.kml', ['-f', 'KML', '-select', 'id']],
    // LIBKML, a library of Google's, is another writer than GDAL's own of KML.
    ['hubs', 'hubs.kmz', ['-f', 'LIBKML', '-select', 'id']],
    ['railways', 'railways.kmz', ['-f', 'LIBKML', '-select', 'id']],
    ['hubs', 'hubs.fgb', ['-f', 'FlatGeobuf', '-select', 'id']],
    ['regions', 'regions.fgb', ['-f', 'FlatGeobuf', '-select', 'id']],
    ['hubs', 'hubs.csv', ['-f', 'CSV', '-select', 'id', '-lco', 'GEOMETRY=AS_WKT']],
    [
      'hubs',
      'xy.csv',
      ['-f', 'CSV', '-select', 'id', '-lco', 'GEOMETRY=AS_XY', '-lco', 'SEPARATOR=SEMICOLON'],
    ],
    ['hubs', 'hubs.gpx', ['-f', 'GPX', '-select', 'id', '-dsco', 'GPX_USE_EXTENSIONS=YES']],
    ['railways', 'seq.geojsonl', ['-f', 'GeoJSONSeq', '-select', 'id']],
    ['railways', 'rs.geojsons', ['-f', 'GeoJSONSeq', '-select', 'id', '-lco', 'RS=YES']],
    ['regions', 'rfc.geojson', ['-f', 'GeoJSON', '-lco', 'RFC7946=YES', '-select', 'id']],
  ] as [string, string, string[]][])('%s as %s', async (layer, name, options) => {
    const { summary, codes } = await read(file(export_(name, layer, ...options)), name);
    const { count, box } = gdalSays(layer);
    const errors = Object.keys(codes).filter((code) => !['winding', 'crs-other'].includes(code));
    expect(errors).toEqual([]);
    expect(summary.good).toBe(count);
    summary.box!.forEach((edge, i) => expect(edge).toBeCloseTo(box[i]!, 4));
  });

  it.each([
    ['hubs', 'EPSG:4326'],
    ['hubs', 'EPSG:3857'],
    ['hubs', 'EPSG:28422'],
    ['hubs', 'EPSG:4284'],
    ['regions', 'EPSG:4326'],
    ['railways', 'EPSG:32652'],
  ])('%s as a shapefile in %s', async (layer, crs) => {
    const stem = `${layer}-${crs.replace(':', '')}`;
    // Zones are made for their own meridian: only what lies near it.
    const near =
      crs.includes('3857') || crs.includes('4326') ? [] : ['-spat', '123', '40', '135', '60'];
    export_(
      `${stem}.shp`,
      layer,
      '-f',
      'ESRI Shapefile',
      '-select',
      'id',
      '-t_srs',
      crs,
      '-lco',
      'ENCODING=UTF-8',
      ...near,
    );
    const back = join(folder, `${stem}.geojson`);
    execFileSync('ogr2ogr', ['-t_srs', 'EPSG:4326', back, join(folder, `${stem}.shp`)]);
    const truth = await read(file(back), 'x.geojson');
    const { summary, reading } = await read(zipped(stem), `${stem}.zip`);
    expect(reading.counts).toEqual({});
    expect(summary.good).toBe(truth.summary.good);
    summary.box!.forEach((edge, i) => expect(edge).toBeCloseTo(truth.summary.box![i]!, 4));
  });

  it('Chinese, Cyrillic and Mongolian names come back from GB18030 and windows-1251 shapefiles', async () => {
    const source = join(folder, 'names.geojson');
    const names = ['哈尔滨', '呼和浩特', 'Новосибирск', 'Иркутск'];
    const { writeFileSync } = await import('node:fs');
    writeFileSync(
      source,
      JSON.stringify({
        type: 'FeatureCollection',
        features: names.map((name, i) => ({
          type: 'Feature',
          properties: { name },
          geometry: { type: 'Point', coordinates: [100 + i, 50] },
        })),
      }),
    );
    for (const [encoding, from, to] of [
      ['UTF-8', 0, 4],
      ['GB18030', 0, 2],
      ['CP1251', 2, 4],
    ] as const) {
      const stem = `names-${encoding.toLowerCase()}`;
      execFileSync('ogr2ogr', [
        '-f',
        'ESRI Shapefile',
        '-lco',
        `ENCODING=${encoding}`,
        '-where',
        `name IN (${names
          .slice(from, to)
          .map((n) => `'${n}'`)
          .join(',')})`,
        join(folder, `${stem}.shp`),
        source,
      ]);
      const { good } = await read(zipped(stem), `${stem}.zip`);
      expect(good.map(({ properties }) => properties!.name as string)).toEqual(
        names.slice(from, to),
      );
    }
  });
});
