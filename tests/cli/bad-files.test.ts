import { readFileSync } from 'node:fs';
import type { FeatureCollection } from 'geojson';
import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import { zippedShapefile } from '../fixtures/encoded';
import { array, broken, file, prose, swapped } from './bad-lines';
import { nv } from './nv';

describe('nv validate, given a file of any format', () => {
  it.each([
    [prose, 'csv-no-coordinates'],
    [broken, 'cut-short'],
    [array, 'bare-array'],
    [swapped, 'axes-swapped'],
    ['tests/fixtures/bad/files/coordinates-swapped.kml', 'axes-swapped'],
    ['tests/fixtures/bad/files/no-prj.zip', 'shapefile-no-dbf'],
    [file('rows.csv', 'name,lat,lon\nA,x,1\nB,45,126\n'), 'csv-coordinate'],
  ])('lists what is wrong with %s on stdout, and exits with 2', async (path, code) => {
    const { status, stdout, stderr } = await nv('validate', path, '--format', 'json');
    expect({ status, stderr }).toEqual({ status: 2, stderr: '' });
    const { counts, issues } = JSON.parse(stdout) as {
      counts: Record<string, number>;
      issues: { code: string; place: string; fix: string }[];
    };
    expect(counts[code]).toBeGreaterThan(0);
    expect(issues.map((issue) => issue.code)).toContain(code);
    expect(issues.every(({ place, fix }) => place !== '' && fix !== '')).toBe(true);
  });

  it('says that coordinates seem to be those of a Chinese web map', async () => {
    const nodes = JSON.parse(readFileSync('geodata/nodes.geojson', 'utf8')) as FeatureCollection;
    const shifted = gcoord.transform(nodes as never, gcoord.WGS84, gcoord.GCJ02);
    const { status, stdout } = await nv('validate', file('stations.geojson', shifted));
    expect(status).toBe(2);
    expect(stdout).toMatch(/warning coordinates-gcj02, all features: \d+ of the \d+ known railway/);
    expect(stdout).toContain('right would be: WGS84');
  });

  it('reads a zipped shapefile in the encoding that is asked for, instead of the guess', async () => {
    const path = file('towns.zip', zippedShapefile(['имя', 'Чита'], 'koi8-r'));
    const guess = await nv('validate', path);
    expect(guess.status).toBe(2);
    expect(guess.stdout).toContain('(shapefile, read as koi8-r): 1 good feature,');
    expect(guess.stdout).toContain('warning encoding-guessed, a.dbf');
    const asked = await nv('validate', path, '--encoding', 'koi8-r', '--format', 'json');
    expect(asked.status).toBe(0);
    expect(JSON.parse(asked.stdout)).toMatchObject({ encoding: 'koi8-r', good: 1, issues: [] });
  });

  it('names the place of a defect as people count in that format, and speaks of the file alone', async () => {
    const folder = 'tests/fixtures/bad/files';
    const kml = (at: string): string =>
      `<Placemark><Point><coordinates>${at}</coordinates></Point></Placemark>`;
    const csv = file('places.csv', 'name,lat,lon\nA,45,126\nB,,\nC,126,45\n');
    const two = file('two.kml', `<kml><Document>${kml('1,2')}${kml('45,126')}</Document></kml>`);
    const lines: [string, RegExp][] = [
      [csv, /line 3: “”, “” is no coordinate.*line 4: latitude 126 is beyond 90/],
      [two, /placemark 2, geometry\.coordinates: latitude 126/],
      [`${folder}/cut-off.kml`, /line \d+: the file ends in the middle.*it may have been cut off/],
      [
        `${folder}/arc-that-is-not.topojson`,
        /names an arc that the topology does not have; there are 0/,
      ],
    ];
    for (const [path, message] of lines)
      expect((await nv('validate', path)).stdout.replaceAll(/\s+/g, ' ')).toMatch(message);
  });

  it('finds nothing in a sound FlatGeobuf', async () => {
    const { status, stdout } = await nv('validate', 'tests/fixtures/remote/hubs.fgb');
    expect(status).toBe(0);
    expect(stdout).toContain('157 good features, 0 errors, 0 warnings');
  });

  it('a TopoJSON is sound whatever its name, and wherever it says what it is', async () => {
    const topology = {
      type: 'Topology',
      objects: { a: { type: 'Point', coordinates: [104, 52] } },
    };
    const { type, objects } = topology;
    for (const said of [
      { type, objects, arcs: [] },
      { objects, arcs: [], type },
    ])
      expect((await nv('validate', file('topology.json', said))).status).toBe(0);
  });
});
