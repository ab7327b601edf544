import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answer, nv } from './nv';

const folder = mkdtempSync(join(tmpdir(), 'nv-exports-'));

const csvRows = (text: string): string[][] =>
  text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((row) => row.split(','));

describe('nv matrix', () => {
  it('takes destinations, and shows any measure as a square headed by the places', async () => {
    const words = ['matrix', 'harbin', 'chita', '--to', 'ulaanbaatar', '--to', 'vladivostok'];
    const square = csvRows(
      (await nv(...words, '--square', '--measure', 'great-circle', '--format', 'csv')).stdout,
    );
    const { cells } = await answer<{ cells: { greatCircleKm: number }[] }>(...words);
    expect(square[0]).toEqual(['from', 'ulaanbaatar', 'vladivostok']);
    expect(square.slice(1).map((row) => row[0])).toEqual(['harbin', 'chita']);
    expect(square.slice(1).flatMap((row) => row.slice(1).map(Number))).toEqual(
      cells.map(({ greatCircleKm }) => Number(greatCircleKm.toFixed(1))),
    );
  });

  it('says which origin has nothing near', async () => {
    const alone = ['matrix', 'harbin', 'norilsk', 'chita', '--modes', 'rail', '--nearest', '2'];
    const { stdout } = await nv(...alone);
    expect(stdout.split('\n')[0]).toBe('no other of the places is reached from norilsk');
    expect((await nv(...alone.filter((word) => word !== 'norilsk'))).stdout).not.toMatch(/reached/);
  });

  it('keeps the nearest of each origin, nearest first', async () => {
    const rows = csvRows(
      (await nv('matrix', 'harbin', 'chita', 'irkutsk', '--nearest', '1', '--format', 'csv'))
        .stdout,
    );
    expect(rows.slice(1).map(([from, to]) => [from, to])).toEqual([
      ['harbin', 'chita'],
      ['chita', 'irkutsk'],
      ['irkutsk', 'chita'],
    ]);
  });

  it('tells what a scenario changes: scenario minus today', async () => {
    const pair = ['urumqi', 'novosibirsk', '--scenario', 'tashtagol-urumqi'];
    const km = async (...words: string[]): Promise<number> =>
      (await answer<{ cells: { distanceKm: number }[] }>('matrix', ...words)).cells[1]!.distanceKm;
    const change = (await km(...pair)) - (await km('urumqi', 'novosibirsk'));
    const rows = csvRows(
      (await nv('matrix', ...pair, '--difference', '--square', '--format', 'csv')).stdout,
    );
    expect(Number(rows[1]![2])).toBeCloseTo(change, 1);
    expect(change).toBeLessThan(0);
    expect((await nv('matrix', 'urumqi', 'harbin', '--difference')).status).toBe(2);
  });
});

describe('a layer for other programs', () => {
  type Cells = Record<string, string | number>;
  const cellsOf = async (layer: string, id: string): Promise<Cells> => {
    const { stdout } = await nv('layer', layer, '--format', 'geojson');
    const { features } = JSON.parse(stdout) as { features: { properties: Cells }[] };
    return features.find(({ properties }) => properties.id === id)!.properties;
  };

  it('has a figure as a number, with its year beside it and its source apart', async () => {
    const harbin = await cellsOf('hubs', 'harbin');
    const hubs = await answer<
      { properties: { id: string; population: { value: number; year: number } } }[]
    >(...['layer', 'hubs']);
    const { population } = hubs.find(({ properties }) => properties.id === 'harbin')!.properties;
    expect(harbin).toMatchObject({
      ...{ name: 'Harbin', name_zh: '哈尔滨', airport_iata: 'HRB' },
      ...{ population: population.value, population_year: population.year },
    });
    expect(Object.keys(harbin).filter((key) => key.includes('source'))).toEqual([]);
    const [head] = csvRows((await nv('layer', 'hubs', '--format', 'csv')).stdout);
    expect(head).toEqual(expect.arrayContaining(['population', 'population_year', 'name_mn']));
  });

  it('has a list of words in one cell, a range in three, and a list of objects as JSON', async () => {
    const crossing = await cellsOf('crossings', 'zabaykalsk-manzhouli-rail');
    expect(crossing.modes).toBe('rail');
    expect(crossing.dwellHours_low).toBeLessThan(crossing.dwellHours_high as number);
    const posts = JSON.parse(String(crossing.posts)) as { country: string }[];
    expect(new Set(posts.map(({ country }) => country))).toEqual(new Set(['RU', 'CN']));
    const rail = await cellsOf('railways', 'rail-tuhun-hunchun-kamyshovaya-hunchun-rail');
    expect(rail).toMatchObject({ lengthKm: 14.8 });
    expect(String(rail.gauges).split(' ').sort()).toEqual(['1435', '1520']);
  });
});

describe('what goes along with an answer', () => {
  it('names the sources of what it passes, and every speed and time as the scenario leaves it', async () => {
    const path = join(folder, 'metadata.json');
    await nv('route', 'beijing', 'ulaanbaatar', '--modes', 'rail', '--metadata', path);
    const metadata = JSON.parse(readFileSync(path, 'utf8')) as {
      command: string;
      sources: { title: string }[];
      assumptions: { id: string; source: unknown }[];
    };
    expect(metadata.command).toBe('nv route beijing ulaanbaatar --modes rail');
    const known = new Set(
      ['railways', 'roads', 'sea-routes', 'crossings', 'hubs', 'ports'].flatMap((id) =>
        (
          JSON.parse(readFileSync(`geodata/${id}.geojson`, 'utf8')) as {
            features: { properties: { sources: { title: string }[] } }[];
          }
        ).features.flatMap(({ properties }) => properties.sources.map(({ title }) => title)),
      ),
    );
    expect(metadata.sources.length).toBeGreaterThan(3);
    for (const { title } of metadata.sources) expect(known).toContain(title);
    const rows = JSON.parse(readFileSync('geodata/assumptions.json', 'utf8')) as unknown[];
    expect(metadata.assumptions).toHaveLength(rows.length);
  });

  it('names what each of several scenarios sets, beside what holds today', async () => {
    const path = join(folder, 'scenarios.json');
    const quick = { low: 1, typical: 2, high: 3 };
    const set = { 'gauge-change': quick, 'grodekovo-suifenhe-rail': quick };
    const scenario = { version: 1, id: 'quick', name: 'Quick', set };
    const file = join(folder, 'quick.json');
    writeFileSync(file, JSON.stringify(scenario));
    const scenarios = ['--scenario', 'tashtagol-urumqi', '--scenario', file, '--depth', '1'];
    await nv('scenarios', 'beijing', 'ulaanbaatar', ...scenarios, '--metadata', path);
    const { assumptions } = JSON.parse(readFileSync(path, 'utf8')) as {
      assumptions: { id: string; typical: number; scenario?: string }[];
    };
    const rows = JSON.parse(readFileSync('geodata/assumptions.json', 'utf8')) as unknown[];
    expect(assumptions.filter((row) => row.scenario === undefined)).toHaveLength(rows.length);
    expect(assumptions.filter((row) => row.scenario !== undefined)).toEqual([
      expect.objectContaining({ id: 'gauge-change', ...quick, scenario: 'Quick' }),
      expect.objectContaining({ id: 'grodekovo-suifenhe-rail', ...quick, scenario: 'Quick' }),
    ]);
    // Of a way under it alone, the crossing stands below the table, and what is changed in its row.
    await nv('route', 'harbin', 'vladivostok', '--scenario', file, '--metadata', path);
    const alone = JSON.parse(readFileSync(path, 'utf8')) as { assumptions: { source: unknown }[] };
    expect(alone.assumptions).toHaveLength(rows.length + 1);
    expect(alone.assumptions.filter(({ source }) => source === 'scenario')).toEqual([
      expect.objectContaining({ id: 'gauge-change', ...quick }),
      {
        ...{ id: 'grodekovo-suifenhe-rail', appliesTo: 'the crossing Grodekovo–Suifenhe' },
        ...{ unit: 'h', source: 'scenario', ...quick },
      },
    ]);
  });

  it('is a foreign member of GeoJSON, the same as beside a CSV', async () => {
    const path = join(folder, 'corridor.json');
    const run = await nv('corridor', 'bam', '--format', 'geojson', '--metadata', path);
    const { metadata } = JSON.parse(run.stdout) as { metadata: unknown };
    expect(metadata).toEqual(JSON.parse(readFileSync(path, 'utf8')));
  });
});
