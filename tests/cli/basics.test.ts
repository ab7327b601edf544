import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { execute } from '../../src/cli/execute';
import { processHost } from '../../src/cli/main';
import type { CorridorAnswer } from '../../src/data/questions/corridor';
import type { Manifest } from '../../src/formats/manifest';
import { answer, nv } from './nv';

const folder = mkdtempSync(join(tmpdir(), 'nv-'));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('nv', () => {
  it('lists its commands, and shows an example of each that works as it stands', async () => {
    const { stdout } = await nv('--help');
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) {2,}/gm)].map((match) => match[1]!);
    expect(commands).toEqual(
      expect.arrayContaining(['measure', 'corridor', 'catchment', 'places']),
    );
    for (const command of commands.filter((name) => name !== 'replay')) {
      const help = (await nv(command, '--help')).stdout;
      const example = /Example:\n {2}nv (.+)/.exec(help)?.[1];
      expect(example, command).toBeDefined();
      const run = await nv(...example!.split(' '));
      expect({ example, ...run, stdout: '' }).toEqual({
        example,
        status: 0,
        stdout: '',
        stderr: '',
      });
    }
    // Its example writes a manifest first; below it is done.
    expect(await nv('replay', '--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('nv replay MANIFEST'),
      stderr: '',
    });
  });

  it('calls a macro-region by its name, as it does a programme', async () => {
    const { stdout } = await nv('areas', 'north-china', '--format', 'csv');
    expect(stdout).toContain('north-china,macro-region,North China (Inner Mongolia),');
  });

  it('measures across 180 degrees the short way, and takes a negative longitude as a place', async () => {
    // 9.3 degrees of longitude at 64.6 north: 111.4 km x cos 64.6 x 9.3, about 444 km.
    const { distanceKm, segments } = await answer<{
      distanceKm: number;
      segments: { initialBearing: number }[];
    }>('measure', '177.5,64.73', '-173.2,64.4');
    expect(distanceKm).toBeGreaterThan(440);
    expect(distanceKm).toBeLessThan(450);
    expect(segments[0]!.initialBearing).toBeGreaterThan(80);
  });

  it('finds a place by its name in each language', async () => {
    for (const name of ['Harbin', '哈尔滨', 'Харбин', 'harbin'])
      expect((await answer<{ id: string }[]>('places', name))[0]!.id).toBe('harbin');
  });

  it('gives a corridor whose groups of kilometres sum to its length', async () => {
    const profile = await answer<{
      distanceKm: number;
      byCountry: Record<string, number>;
      byMode: Record<string, number>;
      byStatus: Record<string, number>;
      places: { chainageKm: number }[];
    }>('corridor', 'trans-siberian');
    for (const group of [profile.byCountry, profile.byMode, profile.byStatus]) {
      const sum = Object.values(group).reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(profile.distanceKm, 3);
    }
    const chainages = profile.places.map(({ chainageKm }) => chainageKm);
    expect(chainages).toEqual([...chainages].sort((a, b) => a - b));
  });

  it('tells the kilometres of a corridor by their source, as a route does, and its borders', async () => {
    const { distanceKm, publishedKm, geometryKm, edges, places, crossings } =
      await answer<CorridorAnswer>('corridor', 'cmr-central');
    expect(publishedKm + geometryKm).toBeCloseTo(distanceKm, 3);
    const published = edges.filter(({ kmSource }) => kmSource === 'published');
    expect(published.reduce((sum, { km }) => sum + km, 0)).toBeCloseTo(publishedKm, 3);
    expect(crossings.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['naushki-sukhbaatar-rail', 'RU', 'MN'],
      ['zamyn-uud-erenhot-rail', 'MN', 'CN'],
    ]);
    for (const { from: _from, to: _to, ...place } of crossings)
      expect(places).toContainEqual(place);
    const way = await answer<{ crossings: { id: string }[] }>(
      ...['route', 'ulan-ude', 'beijing', '--via', 'zamyn-uud', '--modes', 'rail'],
    );
    expect(way.crossings.map(({ id }) => id)).toEqual(crossings.map(({ id }) => id));
  });

  it('tells where every place of a catchment lies, and the source of the settlements', async () => {
    type Place = { id: string; name: { en: string }; lng: number; lat: number };
    const inside = await answer<Record<'hubs' | 'crossings' | 'settlements', Place[]>>(
      ...['catchment', 'primorye-1', '--radius', '40'],
    );
    for (const kind of ['hubs', 'crossings', 'settlements'] as const) {
      const layer = await answer<{ id: string; geometry: { coordinates: number[] } }[]>(
        ...['layer', kind],
      );
      const at = new Map(layer.map(({ id, geometry }) => [id, geometry.coordinates]));
      expect(inside[kind].length).toBeGreaterThan(0);
      for (const { id, lng, lat } of inside[kind]) expect([lng, lat]).toEqual(at.get(id));
    }
    expect(inside).toHaveProperty(
      'settlementSources.0.publisher',
      expect.stringMatching(/GeoNames/),
    );
  });

  it('writes CSV with a byte order mark, and GeoJSON that its own check passes', async () => {
    const csv = (await nv('catchment', 'bam', '--radius', '50', '--format', 'csv')).stdout;
    expect(csv.startsWith('\uFEFFid,')).toBe(true);
    const path = join(folder, 'nsr.geojson');
    await nv(
      ...['catchment', 'northern-sea-route', '--radius', '100'],
      ...['--format', 'geojson'],
      '--out',
      path,
    );
    expect(await nv('validate', path)).toMatchObject({ status: 0 });
  });

  it('takes a drawn line from a file', async () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [126.65, 45.75],
        [125.32, 43.88],
      ],
    };
    const path = file('line.geojson', JSON.stringify(line));
    const { hubs } = await answer<{ hubs: { id: string }[] }>('catchment', path, '--radius', '30');
    expect(hubs.map(({ id }) => id)).toEqual(['harbin', 'changchun']);
  });

  it("tells of a corridor's catchment what is nearer to it than to any other, and nothing beyond", async () => {
    const whole = await answer<{
      areaKm2: number;
      population: number;
      settlements: object[];
      exclusive: { alone: { areaKm2: number; population: number; settlementCount: number } };
    }>('catchment', 'bam', '--radius', '25', '--exclusive');
    expect(Object.keys(whole.exclusive)).toEqual(['alone', 'toleranceKm']);
    const { areaKm2, population, settlementCount } = whole.exclusive.alone;
    expect(areaKm2).toBeGreaterThan(0);
    // The split of the area is sampled; settlements are told apart exactly.
    expect(areaKm2).toBeLessThanOrEqual(whole.areaKm2 * 1.005);
    expect(population).toBeLessThanOrEqual(whole.population);
    expect(settlementCount).toBeLessThanOrEqual(whole.settlements.length);
  });

  it('writes a manifest that gives the same bytes again', async () => {
    const manifest = join(folder, 'manifest.json');
    const args = ['catchment', 'bam', '--radius', '75', '--format', 'json'];
    const first = await nv(...args, '--manifest', manifest);
    const again = await nv('replay', manifest);
    expect(again).toEqual({ status: 0, stdout: first.stdout, stderr: '' });
    const { dataVersion } = JSON.parse(readFileSync(manifest, 'utf8')) as { dataVersion: string };
    const { version } = JSON.parse(readFileSync('geodata/manifest.json', 'utf8')) as {
      version: string;
    };
    expect(dataVersion).toBe(version);
  });

  it('says so when a replayed manifest no longer gives the same bytes', async () => {
    const manifest = join(folder, 'changed.json');
    await nv('measure', '0,0', '1,1', '--manifest', manifest);
    const changed = { ...JSON.parse(readFileSync(manifest, 'utf8')), outputSha256: '0'.repeat(64) };
    writeFileSync(manifest, JSON.stringify(changed));
    const run = await nv('replay', manifest);
    expect(run.stderr).toContain('not the bytes of the manifest');
    expect(run.status).toBe(2);
  });

  it('names the file that has changed since a manifest was made from it', async () => {
    const [manifest, scenario] = [join(folder, 'of-file.json'), join(folder, 'scenario.json')];
    const document = JSON.parse(readFileSync('tests/fixtures/scenario.json', 'utf8')) as object;
    writeFileSync(scenario, JSON.stringify(document));
    const words = ['route', 'chita', 'harbin', '--scenario', scenario];
    const first = await nv(...words, '--manifest', manifest);
    // Other bytes that mean the same: the answer stays, and the file is not the one cited.
    writeFileSync(scenario, JSON.stringify(document, null, 2));
    const again = await nv('replay', manifest);
    expect(again).toMatchObject({ status: 2, stdout: first.stdout });
    const { inputs } = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest;
    const told = /^nv: (.+) is not the file .+ SHA-256 (\w{64}) .+, (\w{64}) is found\n$/;
    const [, path, expected, found] = told.exec(again.stderr)!;
    expect([path, expected]).toEqual([scenario, inputs[scenario]]);
    expect(found).not.toBe(expected);
    // It is told of a file too with which the command does not get far.
    writeFileSync(scenario, 'no scenario');
    const broken = await nv('replay', manifest);
    expect(broken.status).toBe(2);
    expect(broken.stderr).toMatch(/is not the file of the manifest.+\nnv: .+holds no scenario/);
  });

  it('keeps in a manifest what stands behind --, which is no option there', async () => {
    const { atlas } = processHost(process.cwd());
    const file = new Blob(['name,lat,lng\nChita,52,113.5\n']);
    const context = { atlas, readFile: () => Promise.resolve(file), pace: () => {} };
    const words = ['validate', '--format', 'csv', '--', '--out=places.csv'];
    const asked = [...words.slice(0, 3), '--out', 'checked.csv', ...words.slice(3)];
    const { manifest } = await execute(asked, context);
    expect(manifest.command).toEqual(words);
    expect(Object.keys(manifest.inputs)).toEqual(['--out=places.csv']);
    expect((await execute(words, context)).manifest).toEqual(manifest);
  });
});
