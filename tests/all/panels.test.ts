import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeatureCollection } from 'geojson';
import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MatrixAnswer, ReachAnswer, RouteAnswer } from '../../src/core/analysis/answers';
import type { CatchmentResult } from '../../src/core/analysis/catchment-types';
import type { HubRank } from '../../src/core/analysis/centrality';
import type { CrossingProps, HubProps, RegionProps } from '../../src/core/types';
import type { CorridorAnswer } from '../../src/data/questions/corridor';
import { hubsToRank } from '../../src/data/questions/effects';
import { Atlas } from '../../src/data/atlas';
import { Language } from '../../src/i18n/language';
import { nameIn } from '../../src/i18n/names';
import { findings } from '../e2e/axe';
import { nv } from '../e2e/nv';
import { readGeodata } from '../geodata/read';
import type { ServedPage } from '../served-page';
import { builtPage } from './built-page';

/**
 * Every panel that answers a question, against the command asked the same. What is compared is the
 * text on the screen, as the language writes it. One file though it is long: a test a panel.
 */
let built: ServedPage;
let page: Page;
beforeAll(async () => {
  built = await builtPage();
  page = await (await built.browser.newContext({ reducedMotion: 'reduce' })).newPage();
});
afterAll(() => built.close());

type Found = Extract<RouteAnswer, { status: 'ok' }>;

async function open(address: string, ready: string): Promise<Locator> {
  await page.goto(built.url + address);
  const answer = page.locator(ready).first();
  await answer.waitFor({ timeout: 120_000 });
  return answer;
}

/** Text as it is read: whatever space, and no folded part left out. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');
const textOf = async (locator: Locator): Promise<string> =>
  plain((await locator.allTextContents()).join(' '));

function expectShown(text: string, figures: readonly string[]): void {
  expect(figures.length).toBeGreaterThan(0);
  for (const figure of figures) expect(text).toContain(plain(figure));
}

const rowsOf = (table: Locator): Promise<string[][]> =>
  table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('th,td')].map((cell) =>
          (cell as HTMLElement).innerText.replaceAll(/\s+/g, ' ').trim(),
        ),
      ),
    );

describe.each(['en', 'ru'] as const)('in %s the screen says what nv says', (lang) => {
  let t: Language;
  beforeAll(async () => {
    t = await Language.load(lang);
  });
  afterEach(async () => expect(await findings(page)).toEqual([]));

  const groups = (km: Partial<Record<string, number>>, label: (key: string) => string): string[] =>
    Object.entries(km).map(([key, value]) => `${label(key)} ${t.km(value ?? 0)}`);

  it('of a corridor, its strip and its catchment', async () => {
    const [corridor, catchment] = await Promise.all([
      nv<CorridorAnswer>('corridor', 'cmr-central'),
      nv<CatchmentResult>('catchment', 'cmr-central', '--radius', '100'),
      open(`?lang=${lang}&corridor=cmr-central&radius=100`, '[data-testid="catchment-people"]'),
    ]);
    const text = await textOf(page.locator('#panel'));
    expectShown(text, [
      t.km(corridor.distanceKm),
      t.km(corridor.drawnKm, 1),
      ...groups(corridor.byCountry, (code) => t.country(code)),
      t.number(catchment.population),
      t.km2(catchment.areaKm2),
      t.percent(catchment.populationCoverage!),
      ...catchment.hubs.map(({ name }) => nameIn(name, lang)),
    ]);
    await page.getByRole('button', { name: t.text('strip.title') }).click();
    await page.getByTestId('strip').waitFor();
    const marks = page.getByTestId('strip').getByRole('button');
    const names = await marks.evaluateAll((all) => all.map((mark) => mark.ariaLabel ?? ''));
    expect(names).toHaveLength(corridor.places.length);
    corridor.places.forEach(({ name, mixedChainageKm }, i) => {
      expect(names[i]).toContain(nameIn(name, lang));
      expect(names[i]).toMatch(new RegExp(`(км|km) ${t.number(mixedChainageKm)}(\\D|$)`));
    });
  });

  it('of a route: its figures, its parts, what it passes, and the other ways', async () => {
    const [way] = await Promise.all([
      nv<Found>(
        ...['route', 'beijing', 'novosibirsk', '--modes', 'rail,road', '--month', '2'],
        ...['--alternatives', '3'],
      ),
      open(
        `?lang=${lang}&panel=routes&from=beijing&to=novosibirsk&modes=rail,road&month=2`,
        '[data-testid="route"][data-stale="false"]',
      ),
    ]);
    expectShown(await textOf(page.getByTestId('route')), [
      t.km(way.distanceKm),
      t.km(way.greatCircleKm),
      t.number(way.detourRatio, 2),
      t.hours(way.hours.typical),
      t.text('routes.hours.range', { low: t.hours(way.hours.low), high: t.hours(way.hours.high) }),
      t.text('routes.sources', {
        published: t.km(way.publishedKm),
        drawn: t.km(way.geometryKm + way.addedKm + way.straightKm),
      }),
      ...groups(way.byMode, (mode) => t.text(`mode.${mode as 'rail'}`)),
      ...groups(way.byCountry, (code) => t.country(code)),
      ...groups(way.byGauge, (mm) => t.text('unit.mm', { value: mm })),
      ...groups(way.byStatus, (status) => t.text(`status.${status as 'operating'}`)),
      ...way.crossings.map(({ name }) => nameIn(name, lang)),
      ...way.gaugeBreaks.map(({ name }) => nameIn(name, lang)),
      `(${way.legs.length})`,
    ]);
    const ways = (await rowsOf(page.getByTestId('ways'))).filter((cells) => cells.length === 5);
    expect(ways.map(([, km, hours, ...counts]) => [km!.split(' +')[0], hours, ...counts])).toEqual(
      [way, ...way.alternatives!].map(({ distanceKm, hours, crossings, gaugeBreaks }) => [
        plain(t.number(distanceKm)),
        expect.stringMatching(new RegExp(`^${t.number(hours.typical, 1)}`)),
        String(crossings.length),
        String(gaugeBreaks.length),
      ]),
    );
  });

  it('of a reach, by hours', async () => {
    const ask = ['novosibirsk', '--within', '72h', '--bands', '24,48'];
    const [{ bands }] = await Promise.all([
      nv<Extract<ReachAnswer, { status: 'ok' }>>('reach', ...ask),
      open(
        `?lang=${lang}&panel=reach&hub=novosibirsk&by=time&bands=24,48,72`,
        '[data-testid="reach"][data-stale="false"]',
      ),
    ]);
    const rows = await rowsOf(page.getByTestId('bands'));
    expect(rows.map((cells) => cells.slice(1))).toEqual(
      bands.map(({ hubs, settlements, population, km }) =>
        [hubs.length, settlements, population, km].map((figure) => plain(t.number(figure))),
      ),
    );
    const list = await textOf(page.getByTestId('reach'));
    expectShown(list, [
      ...bands.at(-1)!.hubs.map(({ km, hours }) => `${t.km(km)}, ${t.hours(hours)}`),
    ]);
  });

  it('of a matrix', async () => {
    const places = ['harbin', 'vladivostok', 'ulaanbaatar', 'urumqi'];
    const [matrix] = await Promise.all([
      nv<MatrixAnswer>('matrix', ...places),
      open(
        `?lang=${lang}&panel=matrix&matrix=${places.join(';')}`,
        '[data-testid="matrix"][data-stale="false"]',
      ),
    ]);
    const cells = page.getByRole('gridcell');
    await cells.first().waitFor({ timeout: 60_000 });
    const shown = (await cells.allInnerTexts()).map((text) => plain(text).trim());
    const figures = matrix.cells.flatMap((cell) =>
      cell.status === 'ok' && cell.from !== cell.to ? [plain(t.number(cell.distanceKm, 1))] : [],
    );
    expect(figures).toHaveLength(12);
    expect(shown.filter((text) => /\d{2}/.test(text)).sort()).toEqual(figures.sort());
  });

  it('of a scenario: which pairs of hubs it changes and by how much', async () => {
    const ids = await hubsToRank(new Atlas(readGeodata), 2);
    const scenario = ['--scenario', 'tashtagol-urumqi'];
    const [today, changed] = await Promise.all([
      nv<MatrixAnswer>('matrix', ...ids),
      nv<MatrixAnswer>('matrix', ...ids, ...scenario),
      open(
        `?lang=${lang}&panel=scenario&scenario=tashtagol-urumqi`,
        '[data-testid="changed-count"]',
      ),
    ]);
    const before = new Map(today.cells.map((cell) => [`${cell.from} ${cell.to}`, cell]));
    const gains = changed.cells.flatMap((cell) => {
      const old = before.get(`${cell.from} ${cell.to}`)!;
      if (cell.status !== 'ok' || old.status !== 'ok') return [];
      const km = cell.distanceKm - old.distanceKm;
      // Both directions are one pair.
      const same = Math.abs(km) < 0.001 && Math.abs(cell.hours.typical - old.hours.typical) < 0.001;
      return same || cell.from > cell.to ? [] : [km];
    });
    const hubs = ids.length;
    expectShown(await textOf(page.getByTestId('changed-count')), [
      t.text('scenario.effects.count', {
        count: t.number(gains.length),
        all: t.number((hubs * (hubs - 1)) / 2),
        hubs,
      }),
    ]);
    const table = page.locator('#panel table[aria-busy="false"]').first();
    const first = (await rowsOf(table)).map((cells) => cells[1]);
    expect(first).toEqual(
      gains
        .sort((a, b) => a - b)
        .slice(0, first.length)
        .map((km) => plain(t.text('unit.km', { value: t.signed(Math.round(km)) }))),
    );
  });

  it('of regions: a macro-region, a border belt, the ranking of hubs', async () => {
    const [{ features }, hubs, ranks] = await Promise.all([
      nv<{ properties: RegionProps }[]>('layer', 'regions').then((features) => ({ features })),
      nv<{ properties: HubProps }[]>('layer', 'hubs'),
      nv<{ hubs: HubRank[] }>('ranking', '--within', '1000km').then(({ hubs }) => hubs),
    ]);
    await open(`?lang=${lang}&panel=regions&area=siberia`, '[data-testid="area-people"]');
    const siberia = features.filter(({ properties }) => properties.macroRegion === 'siberia');
    const sum = (of: (region: RegionProps) => number): number =>
      siberia.reduce((total, { properties }) => total + of(properties), 0);
    expectShown(await textOf(page.getByTestId('area')), [
      t.number(sum(({ population }) => population?.value ?? 0)),
      t.km2(sum(({ areaKm2 }) => areaKm2)),
      ...siberia.map(({ properties }) => nameIn(properties.name, lang)),
    ]);

    const folder = mkdtempSync(join(tmpdir(), 'nv-belt-'));
    const borders = JSON.parse(
      readFileSync('geodata/borders.geojson', 'utf8'),
    ) as FeatureCollection;
    const file = join(folder, 'border.geojson');
    const border = borders.features.filter(({ id }) => id === 'border-mn-ru');
    writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features: border }));
    const belt = await nv<CatchmentResult>('catchment', file, '--radius', '100');
    rmSync(folder, { recursive: true });
    await open(
      `?lang=${lang}&panel=regions&border=border-mn-ru&radius=100`,
      '[data-testid="belt"][data-stale="false"]',
    );
    expectShown(await textOf(page.getByTestId('belt')), [
      t.number(belt.population),
      t.km2(belt.areaKm2),
      ...belt.hubs.map(({ name }) => nameIn(name, lang)),
      ...belt.crossings.map(({ name }) => nameIn(name, lang)),
    ]);

    await open(
      `?lang=${lang}&panel=regions&within=1000`,
      '[data-testid="ranking"][data-stale="false"]',
    );
    const nameOf = new Map(hubs.map(({ properties: { id, name } }) => [id, nameIn(name, lang)]));
    const rows = await rowsOf(page.getByTestId('ranking'));
    expect(rows.map((cells) => cells.slice(0, 5))).toEqual(
      ranks.map(({ key, rank, placesWithin, populationWithin, harmonicMean }) => [
        String(rank),
        nameOf.get(key)!,
        String(placesWithin),
        plain(t.number(populationWithin / 1000)),
        harmonicMean === undefined ? '–' : plain(t.number(harmonicMean)),
      ]),
    );
  });

  it('of a crossing on its card', async () => {
    const [crossings] = await Promise.all([
      nv<{ properties: CrossingProps }[]>('layer', 'crossings'),
      open(
        `?lang=${lang}&selected=crossings:zabaykalsk-manzhouli-rail`,
        '[data-testid="corridors-through"]',
      ),
    ]);
    const { properties: crossing } = crossings.find(
      ({ properties }) => properties.id === 'zabaykalsk-manzhouli-rail',
    )!;
    const { low, typical, high } = crossing.dwellHours;
    const card = await textOf(page.getByTestId('card'));
    expectShown(card, [
      ...crossing.posts.map(({ name }) => nameIn(name, lang)),
      ...['Забайкальск', '满洲里', '1520', '1435'],
      ...[low, typical, high].map((hours) => t.number(hours)),
      t.text(`status.${crossing.status}`),
      ...crossing.sources.map(({ title }) => title),
    ]);
    const listed = page.getByTestId('corridors-through').getByRole('button');
    await listed.first().waitFor();
    const through = await listed.count();
    const corridors = await nv<{ id: string }[]>('corridor');
    const passing = await Promise.all(
      corridors.map(({ id }) => nv<CorridorAnswer>('corridor', id)),
    );
    expect(through).toBe(
      passing.filter(({ places }) => places.some(({ id }) => id === crossing.id)).length,
    );
  });
});
