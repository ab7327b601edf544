import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { LAYER_FILES } from '../../src/data/catalogue';
import { ensureProgram } from '../../src/setup/programs.mjs';
import { nv } from '../cli/nv';

const folder = mkdtempSync(join(tmpdir(), 'nv-gdal-'));

/** What GDAL says of a file: one line a layer, with counts and the extent. */
const ogrinfo = (path: string): string =>
  execFileSync('ogrinfo', ['-ro', '-so', '-al', path], { encoding: 'utf8' });

beforeAll(() => ensureProgram('ogrinfo', 'gdal-bin'));

describe('GDAL opens', () => {
  it.each(LAYER_FILES.map(({ id }) => id))('the layer %s, within the bounds of the world', (id) => {
    const info = ogrinfo(`geodata/${id}.geojson`);
    const [, west, south, east, north] = /Extent: \((.+), (.+)\) - \((.+), (.+)\)/
      .exec(info)!
      .map(Number);
    expect(Number(/Feature Count: (\d+)/.exec(info)?.[1])).toBeGreaterThan(0);
    expect([west! >= -180, east! <= 180, south! >= -90, north! <= 90]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it.each([
    ['route', 'harbin', 'vladivostok'],
    ['corridor', 'northern-sea-route'],
    ['catchment', 'northern-sea-route', '--radius', '100'],
    ['reach', 'pevek', '--within', '1500km'],
    ['places', 'Хабаровск'],
  ])('the GeoJSON of nv %s %s', async (...args) => {
    const path = join(folder, `${args[0]!}.geojson`);
    expect((await nv(...args, '--format', 'geojson', '--out', path)).status).toBe(0);
    expect(ogrinfo(path)).toContain('Feature Count');
  });

  it('an outline across 180 degrees, and finds it valid', async () => {
    const path = join(folder, 'outline.geojson');
    await nv(
      ...['catchment', 'northern-sea-route', '--radius', '100'],
      ...['--format', 'geojson'],
      '--out',
      path,
    );
    const sql = 'SELECT ST_IsValid(geometry) AS valid FROM "outline"';
    const info = execFileSync('ogrinfo', ['-ro', '-q', '-dialect', 'sqlite', '-sql', sql, path], {
      encoding: 'utf8',
    });
    expect(info).toMatch(/valid \(Integer\) = 1/);
  });
});
