import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureProgram } from '../../src/setup/programs.mjs';
import { nv } from '../cli/nv';

const folder = mkdtempSync(join(tmpdir(), 'nv-exports-'));

async function made(name: string, ...args: string[]): Promise<string> {
  const path = join(folder, name);
  const run = await nv(...args, '--format', name.split('.').pop()!, '--out', path);
  expect({ ...run, stdout: '' }).toEqual({ status: 0, stdout: '', stderr: '' });
  return path;
}

/** The features as GDAL reads them. */
function read(path: string): {
  features: { properties: Record<string, unknown>; geometry: { type: string } }[];
} {
  const copy = `${path}.read.geojson`;
  execFileSync('ogr2ogr', ['-f', 'GeoJSON', copy, path]);
  return JSON.parse(readFileSync(copy, 'utf8'));
}

const extent = (path: string): number[] =>
  /Extent: \((.+), (.+)\) - \((.+), (.+)\)/
    .exec(execFileSync('ogrinfo', ['-ro', '-so', '-al', path], { encoding: 'utf8' }))!
    .slice(1)
    .map(Number);

beforeAll(() => {
  ensureProgram('ogrinfo', 'gdal-bin');
  ensureProgram('localc', 'libreoffice-calc');
});

describe('GDAL opens what is exported', () => {
  // A matrix whose lines cross 180 degrees, with names in all four scripts.
  const matrix = ['matrix', 'ulaanbaatar', 'harbin', 'anadyr', '-173.2,64.4'];

  it.each(['geojson', 'kml', 'fgb'])(
    'a matrix as %s: names intact, cut at 180 degrees',
    async (format) => {
      const path = await made(`matrix.${format}`, ...matrix);
      const [west, , east] = extent(path);
      expect([west! >= -180, east! <= 180]).toEqual([true, true]);
      const { features } = read(path);
      expect(features).toHaveLength(6);
      const { properties } = features.find((each) => each.properties.from_zh === '乌兰巴托')!;
      expect(properties).toMatchObject({ from_ru: 'Улан-Батор', from_mn: 'Улаанбаатар' });
      expect(features.some(({ geometry }) => geometry.type.startsWith('Multi'))).toBe(true);
    },
  );

  it.each([
    ['route', 'harbin', 'pevek'],
    ['reach', 'pevek', '--within', '1500km'],
    ['corridor', 'northern-sea-route'],
    ['catchment', 'northern-sea-route', '--radius', '100'],
    ['compare', 'primorye-1', 'primorye-2', '--radius', '50'],
    ['places', 'Хабаровск'],
  ])('nv %s %s, the same features in all three forms', async (...args) => {
    const [geojson, kml, fgb] = await Promise.all(
      ['geojson', 'kml', 'fgb'].map((format) => made(`${args[0]!}.${format}`, ...args)),
    );
    const count = read(geojson!).features.length;
    expect([read(kml!).features.length, read(fgb!).features.length]).toEqual([count, count]);
    expect(extent(fgb!)).toEqual(extent(geojson!));
  });

  it('FlatGeobuf and KML with their metadata', async () => {
    const fgb = await made('about.fgb', 'route', 'chita', 'harbin');
    const { version } = JSON.parse(readFileSync('geodata/manifest.json', 'utf8')) as {
      version: string;
    };
    expect(readFileSync(fgb).includes(`"dataVersion":"${version}"`)).toBe(true);
    const kml = readFileSync(await made('about.kml', 'route', 'chita', 'harbin'), 'utf8');
    expect(kml).toContain(`<Data name="dataVersion"><value>${version}</value>`);
  });
});

describe('a spreadsheet opens the CSV', () => {
  it('with Chinese, Cyrillic and Mongolian names, and numbers as numbers', async () => {
    const csv = await made('places.csv', 'places', 'Улаанбаатар');
    // Written as a spreadsheet, then as CSV again: what the program itself has understood.
    // Without a window nobody confirms what its dialogue finds from the byte order mark: 76 is UTF-8.
    const convert = (path: string, to: string): void =>
      void execFileSync('soffice', [
        ...['--headless', `-env:UserInstallation=file://${folder}/profile`],
        ...(path.endsWith('.csv') ? ['--infilter=CSV:44,34,76,1'] : []),
        ...['--convert-to', to, '--outdir', folder, path],
      ]);
    convert(csv, 'ods');
    // It ends well though it has no part that reads tables.
    expect(existsSync(join(folder, 'places.ods')), 'LibreOffice has no Calc here').toBe(true);
    convert(join(folder, 'places.ods'), 'csv:Text - txt - csv (StarCalc):44,34,76,1');
    const rows = readFileSync(csv, 'utf8').trimEnd().split('\n');
    // It puts its texts into quotes, and its numbers not.
    expect(rows[0]).toBe('"id","kind","en","zh","ru","mn","lng","lat"');
    const row = rows.find((each) => each.startsWith('"ulaanbaatar"'))!;
    expect(row).toContain('乌兰巴托');
    expect(row).toContain('Улан-Батор');
    expect(row).toMatch(/,106\.\d+,47\.\d+/);
  });
});
