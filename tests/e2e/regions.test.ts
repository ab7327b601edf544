import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import type { HubRank } from '../../src/core/analysis/centrality';
import { Atlas } from '../../src/data/atlas';
import { areas } from '../../src/data/questions/areas';
import { borderBelt } from '../../src/data/questions/belt';
import { ranking, type RankingAnswer } from '../../src/data/questions/effects';
import { shellWords } from '../cli/nv';
import { readGeodata } from '../geodata/read';
import { findings } from './axe';
import { addressOf, expectClean, goTo, mapIdle, queryOf, useBrowser, useVisit } from './browser';
import { nv } from './nv';

useBrowser();
const shared = useVisit();

const atlas = new Atlas(readGeodata);
const digits = (text: string): number => Number(text.replaceAll(/[^\d.]/g, ''));
const figure = async (page: Page, id: string): Promise<number> =>
  digits((await page.getByTestId(id).innerText()).replace('km²', ''));

async function beltReady(page: Page): Promise<void> {
  await page.locator('[data-testid="belt"][data-stale="false"]').waitFor();
}

/** Where the map looks, by the address: degrees. */
async function lookedAt(page: Page): Promise<{ lng: number; lat: number }> {
  await mapIdle(page);
  const [, lat, lng] = (await addressOf(page)).hash.replace('#map=', '').split('/').map(Number);
  return { lng: lng!, lat: lat! };
}

/** A row a hub: its rank, its change of rank, the hubs it has within the bound, and their change. */
const rankingShown = (table: Locator): Promise<number[][]> =>
  table.locator('tbody tr').evaluateAll((rows) => {
    const own = (cell: Element): number => Number(cell.firstChild!.textContent);
    const signed = (text = '0'): number => Number(text.replace('−', '-'));
    return rows.map((row) => {
      const [rank, within] = row.querySelectorAll('td');
      const arrow = rank!.querySelector('[aria-hidden]')?.textContent?.trim() ?? '';
      // Up is towards the first rank.
      const change = arrow.replace('=', '0').replace('▲', '-').replace('▼', '');
      const withinChange = within!.querySelector('.change')?.textContent ?? undefined;
      return [own(rank!), signed(change), own(within!), signed(withinChange)];
    });
  });

describe('regions', () => {
  it('are chosen by mouse: an area, a border belt, the ranking of hubs, a crossing', async () => {
    const { page } = shared();
    await page.getByRole('button', { name: 'Regions', exact: true }).click();

    await page.getByRole('button', { name: /^Siberia/ }).click();
    const siberia = (await areas(atlas)).find(({ id }) => id === 'siberia')!;
    expect(await figure(page, 'area-people')).toBe(siberia.population);
    expect(await figure(page, 'area-km2')).toBe(siberia.areaKm2);
    expect(await page.getByTestId('area').innerText()).toContain(`Hubs (${siberia.hubs.length})`);
    expect((await queryOf(page)).area).toBe('siberia');
    // The middle of Siberia lies on the Yenisey or near it.
    const yenisey = await lookedAt(page);
    expect(Math.abs(yenisey.lng - 92)).toBeLessThan(12);
    expect(Math.abs(yenisey.lat - 63)).toBeLessThan(6);
    expect(await findings(page)).toEqual([]);

    await page.getByRole('button', { name: 'Border belt' }).click();
    await page
      .getByRole('combobox', { name: 'Border', exact: true })
      .selectOption('China–Russia border');
    await beltReady(page);
    const belt = await borderBelt(atlas, 'border-cn-ru', 50);
    expect(await figure(page, 'belt-people')).toBe(belt.population);
    expect(await figure(page, 'belt-area')).toBe(Math.round(belt.areaKm2));
    const china = belt.countries.find(({ code }) => code === 'CN')!;
    const row = page.getByTestId('belt').getByRole('row', { name: /^China/ });
    expect(digits(await row.getByRole('cell').first().innerText())).toBe(china.population);
    expect((await queryOf(page)).border).toBe('border-cn-ru');
    // From the Altai, where it begins, to the mouth of the Tumen.
    const amur = await lookedAt(page);
    expect(amur.lng).toBeGreaterThan(105);
    expect(amur.lng).toBeLessThan(125);
    expect(Math.abs(amur.lat - 48)).toBeLessThan(4);

    const first = belt.ranked[0]!.crossing;
    await page.getByRole('button', { name: first.name.en, exact: true }).click();
    const card = page.getByTestId('card');
    await card.waitFor();
    const facts = await card.innerText();
    for (const post of first.posts) expect(facts).toContain(post.name.en);
    expect(facts).toContain('满洲里');
    expect(facts).toContain('1520 mm');
    const through = page.getByTestId('corridors-through').getByRole('button');
    expect(await through.count()).toBeGreaterThan(0);

    // Another panel begins at its head, however far down this one was read.
    const panel = page.locator('#panel');
    await panel.evaluate((it) => (it.scrollTop = it.scrollHeight));
    expect(await panel.evaluate((it) => it.scrollTop)).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Routes', exact: true }).click();
    await panel.getByRole('heading', { name: 'Routes' }).waitFor();
    expect(await panel.evaluate((it) => it.scrollTop)).toBe(0);
    await page.getByRole('button', { name: 'Regions', exact: true }).click();

    await page.getByRole('button', { name: 'Hub ranking' }).click();
    const ranked = await ranking(atlas, { rank: 2, within: 1000, by: 'distance' }, {});
    const rows = page.getByTestId('ranking').locator('tbody tr');
    const top = rows.first();
    await top.waitFor({ timeout: 60_000 });
    // The area in hand narrows the list to its own hubs, in the same order.
    const hubs = await atlas.layer('hubs');
    const nameOf = (key: string) => hubs.find(({ id }) => id === key)!.properties.name.en;
    const inSiberia = ranked.value.filter(({ key }) => siberia.hubs.includes(key));
    expect(inSiberia.length).toBeLessThan(ranked.value.length);
    expect(await rows.getByRole('button').allInnerTexts()).toEqual(
      inSiberia.map(({ key }) => nameOf(key)),
    );
    await page.getByRole('checkbox', { name: /Only hubs of/ }).uncheck();
    await expect.poll(() => rows.count()).toBe(ranked.value.length);
    const hub = hubs.find(({ id }) => id === ranked.value[0]!.key)!;
    expect(await top.getByRole('button').innerText()).toBe(hub.properties.name.en);
    const cells = await top.getByRole('cell').allInnerTexts();
    const { placesWithin, populationWithin, harmonicMean } = ranked.value[0]!;
    expect(cells.slice(1, 4).map(digits)).toEqual([
      placesWithin,
      Math.round(populationWithin / 1000),
      Math.round(harmonicMean!),
    ]);
    await top.getByRole('button').click();
    expect((await queryOf(page)).selected).toBe(`hubs:${hub.id}`);
    expect((await queryOf(page)).within).toBe('1000');
    expectClean(shared());
  });

  it('narrow the ranking under a scenario to a programme area, its changes told as nv tells them', async () => {
    const { page } = shared();
    const programme = (await areas(atlas)).find(({ id }) => id === 'revitalize-northeast')!;
    await goTo(
      page,
      '?panel=regions&within=3000&area=revitalize-northeast&scenario=zabaykalsk-closed&modes=rail',
    );
    const table = page.locator('[data-testid="ranking"][data-stale="false"]');
    await page.getByText(/Scenario: .*Zabaykalsk/).waitFor();
    await table.waitFor({ timeout: 60_000 });
    const command = (await page.getByTestId('command').textContent())!;
    const { hubs, difference } = await nv<RankingAnswer & { hubs: HubRank[] }>(
      ...shellWords(command),
    );
    const ofProgramme = hubs.filter(({ key }) => programme.hubs.includes(key));
    expect(ofProgramme.length).toBeGreaterThan(2);
    expect(ofProgramme.length).toBeLessThan(hubs.length);
    const changes = new Map(difference!.map((change) => [change.key, change]));
    const expected = ofProgramme.map(({ key, rank, placesWithin }) => {
      const change = changes.get(key)!;
      return [rank, change.rankChange, placesWithin, change.placesWithin];
    });
    expect(expected.some(([, rankChange]) => rankChange !== 0)).toBe(true);
    expect(expected.some(([, , , placesChange]) => placesChange !== 0)).toBe(true);
    await page.getByRole('checkbox', { name: /Only hubs of/ }).check();
    await expect.poll(() => rankingShown(table)).toEqual(expected);
    expect(await findings(page)).toEqual([]);
  });

  it('come back from the address, and axe finds nothing', async () => {
    const { page } = shared();
    await goTo(page, '?lang=ru&panel=regions&border=border-mn-ru&radius=100');
    await page.locator('html[lang^="ru"]').waitFor();
    await beltReady(page);
    const belt = await borderBelt(atlas, 'border-mn-ru', 100);
    expect(await figure(page, 'belt-people')).toBe(belt.population);
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Рейтинг узлов' }).click();
    await page.getByTestId('ranking').waitFor({ timeout: 60_000 });
    expect(await findings(page)).toEqual([]);
  });
});
