/**
 * Over 250 lines: one worker is started for all tests, and the last of them looks at what the others
 * have asked it.
 */
import { readFileSync } from 'node:fs';
import { proxy } from 'comlink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MatrixAnswer, RouteAnswer } from '../../src/core/analysis/answers';
import { CELL_STATUSES, MATRIX_MEASURES, measureOf } from '../../src/core/analysis/matrix-figures';
import type { PairDifference } from '../../src/core/analysis/scenario-difference';
import { joinAt180 } from '../../src/core/geo/join-at-180';
import type { NetworkOptions } from '../../src/core/network/types';
import type { LngLat } from '../../src/core/types';
import { LAYER_FILES } from '../../src/data/catalogue';
import type { LineCountries } from '../../src/data/questions/line-countries';
import { asWritten } from '../../src/formats/json';
import { atlasOperations } from '../../src/worker/atlas-operations';
import { commandOperations } from '../../src/worker/command-operations';
import type { Answer } from '../../src/worker/messages';
import { networkOperations } from '../../src/worker/network-operations';
import { EVERY_COMMAND } from './every-command';
import { answer, nvBytes } from './nv';
import { startPageWorker, type PageWorker } from './page-worker';

let worker: PageWorker;
let page: PageWorker['page'];
beforeAll(async () => {
  worker = await startPageWorker();
  page = worker.page;
});
afterAll(() => worker.end());

/** What the worker found, as it would be written as JSON. */
async function value<T>(given: Answer<T> | Promise<Answer<T>>): Promise<T> {
  const found = await given;
  if (!found.ok) throw new Error(found.message);
  return asWritten(found.value);
}

type Properties = { properties: Record<string, unknown>; geometry: never };

/** A scenario as both are given it: the worker its document, the command its id. */
const ALTAI = 'tashtagol-urumqi';
const altai = async (): Promise<NetworkOptions> => ({
  scenario: await value(page.scenario(ALTAI)),
});
const ends = { from: 'urumqi', to: 'novosibirsk' };

describe('the worker answers as nv does:', () => {
  it.each(LAYER_FILES.map(({ id }) => id))('layer %s, joined at 180 degrees', async (id) => {
    const theirs = await answer<Properties[]>('layer', id);
    const { features } = asWritten(await page.layer(id));
    expect(features.map(({ properties }) => properties)).toEqual(
      theirs.map(({ properties }) => properties),
    );
    expect(features.map(({ geometry }) => geometry)).toEqual(
      theirs.map(({ geometry }) => asWritten(joinAt180(geometry))),
    );
  });

  it('what can be searched for', async () => {
    const found = new Map((await page.findables()).map((each) => [each.id, each.name]));
    const places = await answer<{ id: string; name: object }[]>('places');
    expect(places.filter(({ id, name }) => found.get(id)?.en !== (name as never)['en'])).toEqual(
      [],
    );
  });

  it('the list of corridors, and every corridor in full', async () => {
    const list = await answer<{ id: string; distanceKm: number }[]>('corridor');
    const ours = asWritten(await page.corridors());
    expect(ours.map(({ id, distanceKm }) => ({ id, distanceKm }))).toEqual(
      list.map(({ id, distanceKm }) => ({ id, distanceKm })),
    );
    for (const { id } of list) {
      const { line: _, ...profile } = await value(page.corridor(id));
      const { zones } = await value(page.strip({ corridor: id }));
      expect(await answer('corridor', id)).toEqual({ ...profile, zones });
    }
  });

  it('the catchment of a corridor, a border, a hub and a drawn line', async () => {
    const within = async (...target: string[]): Promise<object> => {
      const { settlementSources: _, ...catchment } = await answer<{ settlementSources: object[] }>(
        ...['catchment', ...target, '--radius', '60'],
      );
      return catchment;
    };
    expect(await within('northern-sea-route')).toEqual(
      await value(page.catchment('northern-sea-route', 60)),
    );
    expect(await within('border-mn-ru')).toEqual(await value(page.borderBelt('border-mn-ru', 60)));
    const [hub] = (await answer<{ lng: number; lat: number }[]>('places', 'pevek')).map(
      ({ lng, lat }): LngLat => [lng, lat],
    );
    expect(await within('pevek')).toEqual(await value(page.linesCatchment([[hub!]], 60)));
    const line: LngLat[] = [
      [177, 65],
      [-177, 66],
    ];
    expect(await within('177,65', '-177,66')).toEqual(await value(page.linesCatchment([line], 60)));
  });

  it('a drawn line by country, with what it passes from border to border', async () => {
    const line: LngLat[] = [
      [116.4, 39.9],
      [104.3, 52.3],
      [177, 66],
      [-170, 65],
    ];
    const places = line.map((place) => place.join(','));
    const { byCountry, stretches } = await answer<LineCountries>(
      ...['measure', ...places, '--countries'],
    );
    expect(Object.keys(byCountry).length).toBeGreaterThan(2);
    const ours = { id: 'line', name: 'Line', points: line };
    const { line: _, ...profile } = await value(page.drawnLine(ours, 80));
    expect(profile).toMatchObject({ byCountry, countries: stretches });
    const drawn = await value(page.strip({ line: ours, radiusKm: 80 }));
    const { zones, places: named, edges } = drawn;
    expect(await answer('corridor', ...places, '--radius', '80')).toEqual({ ...profile, zones });
    expect({ places: named, edges }).toEqual({ places: profile.places, edges: profile.edges });
  });

  it('a drawn line beside corridors: the same from points, from a file and on the page', async () => {
    const points: LngLat[] = [
      [126.63, 45.75],
      [131.16, 44.4],
      [131.88, 43.12],
    ];
    const ours = await value(
      page.compare([{ id: 'line', name: 'Line', points }, 'primorye-1'], 50, {}),
    );
    type Compared = { corridors: { id: string; catchment: object; exclusive: object }[] };
    const words = ['primorye-1', '--radius', '50'];
    const theirs = await answer<Compared & { baseline: string }>(
      ...['compare', points.map((point) => point.join(',')).join(' '), ...words],
    );
    const [drawn, corridor] = ours.corridors;
    const { line: _, ...profile } = drawn!.profile;
    expect(theirs.baseline).toBe('line');
    expect(theirs.corridors[0]).toMatchObject({ ...profile, catchment: drawn!.catchment });
    expect(theirs.corridors[0]).not.toHaveProperty('way');
    expect(theirs.corridors[1]).toMatchObject({ id: 'primorye-1', way: corridor!.way });
    const [own] = ours.exclusive.corridors;
    expect(theirs.corridors[0]!.exclusive).toMatchObject({ areaKm2: own!.areaKm2 });
    const fromFile = await answer<Compared>(
      ...['compare', 'tests/fixtures/corridor.geojson', ...words],
    );
    expect(fromFile.corridors[0]).toEqual({
      ...theirs.corridors[0],
      id: 'my-line',
      name: { en: 'My line', zh: 'My line', ru: 'My line', mn: 'My line' },
    });
  });

  it('corridors side by side, each with its way, its catchment and what is its alone', async () => {
    const theirs = await answer<{ corridors: Record<string, unknown>[]; baseline: string }>(
      ...['compare', 'primorye-1', 'khasan-rajin', '--radius', '50', '--month', '2'],
    );
    const ours = await value(page.compare(['primorye-1', 'khasan-rajin'], 50, { month: 2 }));
    expect(theirs.baseline).toBe(ours.baseline);
    expect(theirs.corridors).toEqual(
      ours.corridors.map(({ profile: { line: _, ...profile }, way, catchment }) => {
        const { areaKm2, population, settlementCount } = ours.exclusive.corridors.find(
          ({ id }) => id === profile.id,
        )!;
        const exclusive = { areaKm2, population, settlementCount };
        return { ...profile, ...(way ? { way } : {}), catchment, exclusive };
      }),
    );
  });

  it('corridors side by side under a scenario, each with its change to today', async () => {
    const ids = ['primorye-1', 'primorye-2'];
    const theirs = await answer<{ corridors: { way?: object }[] }>(
      ...['compare', ...ids, '--radius', '50', '--scenario', 'suifenhe-closed', '--difference'],
    );
    const world = { scenario: await value(page.scenario('suifenhe-closed')) };
    const ours = await value(page.compare(ids, 50, world));
    const told = ({ way, today, difference }: (typeof ours.corridors)[number]) => ({
      ...{ way, today, difference },
    });
    expect(theirs.corridors.map((corridor) => told(corridor as never))).toEqual(
      ours.corridors.map(told),
    );
    expect(ours.corridors.map(({ difference }) => difference?.kind)).toContain('lost');
  });

  it('the distances of a place from all corridors', async () => {
    const { fromCorridor } = await answer<{ fromCorridor: object[] }>(
      ...['measure', '104.3,52.3', '--corridor', 'all'],
    );
    const ours = await value(page.fromCorridors([104.3, 52.3]));
    expect(ours.map((each) => ({ from: [104.3, 52.3], ...each }))).toEqual(fromCorridor);
  });

  it('great circles, as long as nv measures them', async () => {
    const pair: [LngLat, LngLat] = [
      [177.5, 64.73],
      [-173.2, 64.4],
    ];
    const [points] = await page.greatCircles([pair]);
    const length = async (line: LngLat[]): Promise<number> =>
      (await answer<{ distanceKm: number }>('measure', ...line.map(String))).distanceKm;
    const short = ([lng, lat]: LngLat): LngLat => [lng > 180 ? lng - 360 : lng, lat];
    expect(points!.length).toBeGreaterThan(2);
    expect(await length(points!.map(short))).toBeCloseTo(await length(pair), 5);
  });

  it('a route with all that can be asked of it', async () => {
    const query = {
      ...{ from: 'harbin', to: '-173.2,64.4', via: ['vladivostok'] },
      ...{ by: 'time' as const, alternatives: 2 },
    };
    const ours = await value(page.route(query, { month: 8, modes: ['rail', 'sea'] }));
    expect(
      await answer(
        ...['route', 'harbin', '-173.2,64.4', '--via', 'vladivostok', '--by', 'time'],
        ...['--alternatives', '2', '--month', '8', '--modes', 'rail,sea'],
      ),
    ).toEqual(ours.value);
  });

  it('a route under a scenario, beside today', async () => {
    const ours = await value(page.route(ends, await altai()));
    const pair = ['route', ends.from, ends.to];
    const [theirs, before] = [
      await answer<RouteAnswer>(...pair, '--scenario', ALTAI),
      await answer<RouteAnswer>(...pair),
    ];
    expect(ours.value).toEqual(theirs);
    expect(ours.today).toEqual(before);
    const { value: under, ...beside } = asWritten(ours);
    expect(await answer(...pair, '--scenario', ALTAI, '--difference')).toEqual({
      ...under,
      ...beside,
    });
    if (theirs.status !== 'ok' || before.status !== 'ok') throw new Error('no way');
    const { difference } = ours as { difference: { difference: { distanceKm: number } } };
    expect(difference.difference.distanceKm).toBeCloseTo(theirs.distanceKm - before.distanceKm, 5);

    // Which of the ready-made scenarios would help is told by the same route under each.
    const { helping } = await value(page.helpingLinks(ends, {}));
    const told = helping.find(({ id }) => id === ALTAI)!.difference!.distanceKm;
    expect(told).toBeCloseTo(theirs.distanceKm - before.distanceKm, 5);
  });

  it('a strip, which has the edges of its route or corridor', async () => {
    const corridor = await value(page.strip({ corridor: 'primorye-1' }));
    const { edges, places } = await answer<typeof corridor>('corridor', 'primorye-1');
    expect([corridor.edges, corridor.places]).toEqual([edges, places]);
    const way = await value(page.strip({ route: ends, world: {}, way: 0 }));
    const route = await answer<Extract<RouteAnswer, { status: 'ok' }>>('route', ends.from, ends.to);
    expect(way.edges.map(({ id, km }) => [id, km])).toEqual(
      route.edges.map(({ id, km }) => [id, km]),
    );
    expect(way.distanceKm).toBe(route.distanceKm);
  });

  it('a reach, today and under a scenario', async () => {
    const question = { by: 'time' as const, bands: [24, 48] };
    const words = ['reach', 'urumqi', '--within', '48h', '--bands', '24'];
    const today = await answer(...words);
    expect((await value(page.reach('urumqi', question, {}))).value).toEqual(today);
    const under = await value(page.reach('urumqi', question, await altai()));
    expect(under.value).toEqual(await answer(...words, '--scenario', ALTAI));
    expect(under.today).toEqual(today);
    const { value: answered, ...beside } = asWritten(under);
    expect(await answer(...words, '--scenario', ALTAI, '--difference')).toEqual({
      ...answered,
      ...beside,
    });
  });

  it('a matrix, its figures, and what a scenario changes in them', async () => {
    const places = ['urumqi', 'novosibirsk', 'barnaul', '-173.2,64.4'];
    const world: NetworkOptions = { ...(await altai()), month: 1 };
    const theirs = await answer<MatrixAnswer & { difference: PairDifference[] }>(
      ...['matrix', ...places, '--by', 'time', '--month', '1', '--scenario', ALTAI, '--difference'],
    );
    const found = await page.matrixFigures({ places, by: 'time' }, world);
    if (!found.ok) throw new Error(found.message);
    const { figures, status, today } = found.value;
    expect(asWritten(found.value.places)).toEqual(theirs.places);
    expect([...status].map((code) => CELL_STATUSES[code])).toEqual(
      theirs.cells.map((cell) => cell.status),
    );
    for (const measure of MATRIX_MEASURES)
      expect(asWritten([...figures[measure]].map((x) => (isNaN(x) ? null : x)))).toEqual(
        asWritten(theirs.cells.map((cell) => measureOf(cell, measure) ?? null)),
      );
    theirs.difference.forEach((pair, i) => {
      if (pair.kind !== 'changed' && pair.kind !== 'same') return;
      const change = figures.hours[i]! - today!.figures.hours[i]!;
      expect(change).toBeCloseTo(pair.difference.hours.typical, 5);
    });
  });

  it('the pairs of hubs that a scenario changes, and scenarios side by side', async () => {
    const hubs = await answer<Properties[]>('layer', 'hubs');
    const large = hubs
      .filter(({ properties }) => (properties.rank as number) <= 2)
      .map(({ properties }) => properties.id as string);
    const { difference } = await answer<{ difference: PairDifference[] }>(
      ...['matrix', ...large, '--scenario', ALTAI, '--difference'],
    );
    const name = ({ from, to }: { from: string; to: string }): string =>
      [from, to].sort().join(' ');
    const changed = difference.filter(({ kind }) => kind !== 'same' && kind !== 'none');
    const world = await altai();
    const { pairs } = await value(page.changedPairs(2, 'distance', world));
    expect(pairs.map(name).sort()).toEqual([...new Set(changed.map(name))].sort());

    const table = await value(
      page.scenarioTable(
        { scenarios: [world.scenario!], pairs: [ends], rank: 2, by: 'distance' },
        {},
      ),
    );
    const line = ['scenarios', ends.from, ends.to, '--scenario', ALTAI];
    expect(await answer(...line)).toEqual(asWritten(table));
    const [today, under] = table.columns.map(({ ways: [way] }) => way);
    const pair = ['route', ends.from, ends.to];
    const figures = ({ distanceKm, hours }: { distanceKm: number; hours: object }) => ({
      distanceKm,
      hours,
    });
    expect(today).toMatchObject(figures(await answer(...pair)));
    expect(under).toMatchObject(figures(await answer(...pair, '--scenario', ALTAI)));
    const { counts } = table.columns[1]!;
    const all = counts.nearer + counts.farther + counts.gained + counts.lost;
    expect(all).toBeGreaterThan(0);
    expect(all).toBeLessThanOrEqual(pairs.length);
  });

  it('the totals of areas', async () => {
    const ours = await value(page.areas());
    expect(await answer('areas')).toEqual(ours);
    expect(await answer('areas', 'mongolia')).toEqual(ours.find(({ id }) => id === 'mongolia'));
  });

  it('the ranking of hubs', async () => {
    const query = { rank: 1, within: 72, by: 'time' as const };
    const words = ['ranking', '--within', '72h', '--depth', '1', '--month', '2'];
    const { value: hubs, seasonal } = await value(page.ranking(query, { month: 2 }));
    expect(await answer(...words)).toEqual({ hubs, seasonal });
    const { value: under, ...beside } = await value(
      page.ranking(query, { month: 2, ...(await altai()) }),
    );
    expect(await answer(...words, '--scenario', ALTAI, '--difference')).toEqual(
      asWritten({ hubs: under, ...beside }),
    );
  });

  it('the figures of a story', async () => {
    const km = 'route from=harbin to=vladivostok modes=rail : km';
    const people = 'catchment id=primorye-1 radius=50 : people';
    const told = await page.figures([km, people], {});
    const route = await answer<{ distanceKm: number }>(
      ...['route', 'harbin', 'vladivostok', '--modes', 'rail'],
    );
    const { population } = await answer<{ population: number }>(
      ...['catchment', 'primorye-1', '--radius', '50'],
    );
    expect(asWritten(told)).toEqual({
      [km]: { unit: 'km', value: route.distanceKm },
      [people]: { unit: 'people', value: population },
    });
  });

  it('a mistake, in the words of nv', async () => {
    const found = await page.route({ from: 'hrbin', to: 'chita' }, {});
    expect(found).toMatchObject({ ok: false, code: 'unknown-place' });
    await expect(nvBytes('route', 'hrbin', 'chita')).rejects.toThrow((found as never)['message']);
  });

  it.each(EVERY_COMMAND)('the bytes of nv %s %s %s', async (...words) => {
    const files = Object.fromEntries(
      words
        .filter((word) => word.includes('/'))
        .map((path) => [path.split('/').pop()!, new Blob([readFileSync(path)])]),
    );
    const watch = proxy(() => true);
    const { content, manifest } = await value(page.command(words, files, watch));
    expect(content).toBe((await nvBytes(...words)).toString());
    expect(manifest.command).toEqual(words);
  });

  it('which of the files that a command reads were handed over, by their hashes', async () => {
    const words = ['catchment', 'tests/fixtures/line.geojson', '--radius', '30'];
    const files = { 'line.geojson': new Blob([readFileSync('tests/fixtures/line.geojson')]) };
    const { manifest } = await value(
      page.command(
        words,
        files,
        proxy(() => true),
      ),
    );
    const paths = [...Object.keys(manifest.inputs), 'elsewhere/missing.geojson'];
    expect(await page.inputHashes(paths, files)).toEqual(manifest.inputs);
  });

  it('and no question is left out but those for what no command tells', () => {
    const of = [atlasOperations, networkOperations, commandOperations] as const;
    const all = of.flatMap((operations) => Object.keys(operations(undefined as never)));
    const lists = ['issues', 'edition', 'stories', 'linkages', 'focalPair'];
    const choices = ['assumptions', 'presets', 'switches'];
    expect(all.filter((name) => !worker.asked.has(name)).sort()).toEqual(
      [...lists, ...choices].sort(),
    );
  });
});
