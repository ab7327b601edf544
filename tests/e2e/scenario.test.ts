import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import type { Assumption } from '../../src/core/network/types';
import type { Scenario } from '../../src/core/scenario/types';
import { Atlas } from '../../src/data/atlas';
import { changedPairs } from '../../src/data/questions/effects';
import { readGeodata } from '../geodata/read';
import { findings } from './axe';
import { addressOf, expectClean, mapIdle, queryOf, useBrowser, visit } from './browser';
import { digits, expectEffect, routeExpected, routeShown } from './figures';
import { nvRoute, type Way } from './nv';

useBrowser();

const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ });
const inHand = (page: Page) => page.getByLabel('Scenario in hand');
const changed = (page: Page) => page.getByTestId('changed-count');
const fold = (page: Page, title: string) => page.locator('summary', { hasText: title });
const code = async (page: Page) => (await queryOf(page)).scenario;

/** The figures of one pair in the table of scenarios: km, hours, crossings, gauge breaks, by column. */
async function tableFigures(page: Page, pair: string): Promise<number[][]> {
  const table = page.locator('[data-testid="scenario-table"][data-stale="false"]');
  const rows = table.locator(`tbody[data-pair="${pair}"] tr[data-figure]`);
  await rows.first().waitFor();
  const texts = await rows.evaluateAll((found) =>
    found.map((row) => [...row.querySelectorAll<HTMLElement>('.value')].map((v) => v.innerText)),
  );
  return texts.map((values) => values.map(digits));
}

/** The same of ways of `nv`, a way a column. */
const tableExpected = (ways: readonly Way[]): number[][] => [
  ways.map((way) => routeExpected(way).km),
  ways.map((way) => routeExpected(way).hours),
  ways.map(({ crossings }) => crossings.length),
  ways.map(({ gaugeBreaks }) => gaugeBreaks.length),
];

/** The scenario in hand as a file, in a folder of its own. */
async function savedScenario(
  page: Page,
  button: string,
): Promise<{ name: string; file: string; scenario: Scenario }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = join(mkdtempSync(join(tmpdir(), 'scenario-')), 'saved.json');
  await (await download).saveAs(file);
  const scenario = JSON.parse(readFileSync(file, 'utf8')) as Scenario;
  return { name: (await download).suggestedFilename(), file, scenario };
}

const readAssumptions = (): Promise<Assumption[]> =>
  readGeodata('assumptions.json') as Promise<Assumption[]>;

/** From now on: what the page asks its worker about the changed pairs of hubs, as JSON. */
async function countQuestions(page: Page): Promise<() => Promise<string[]>> {
  const asked = await page.evaluateHandle(() => {
    const questions: string[] = [];
    // Both of its forms in one.
    const worker = Worker.prototype as { postMessage: (...sent: unknown[]) => void };
    const post = worker.postMessage;
    worker.postMessage = function (this: Worker, ...sent) {
      const { path } = sent[0] as { path?: string[] };
      if (path?.at(-1) === 'changedPairs') questions.push(JSON.stringify(sent[0]));
      post.apply(this, sent);
    };
    return questions;
  });
  return () => asked.jsonValue();
}

/** Label rank of the hubs whose pairs the panel counts. */
const RANK = 2;

describe('a scenario', () => {
  it('by mouse: Zabaykalsk is closed, where the way goes, beside others, sent, undone', async () => {
    const ask = ['beijing', 'chita', '--modes', 'rail'];
    const answering = Promise.all([
      nvRoute(...ask),
      nvRoute(...ask, '--scenario', 'zabaykalsk-closed'),
      nvRoute(...ask, '--scenario', 'tashtagol-urumqi'),
    ]);
    const visited = await visit({ address: '?panel=scenario&from=beijing&to=chita&modes=rail' });
    const { page } = visited;
    await mapIdle(page);
    await page.getByText('Crossings and ports').click();
    await page.getByRole('searchbox', { name: 'Find a crossing or port' }).fill('Zabaykalsk');
    const gates = page.getByRole('switch', { name: /Zabaykalsk.*Border crossing/ });
    for (let i = 0; i < 2; i++) await gates.nth(i).click();
    const [today, closed, other] = await answering;
    await expectEffect(page, today, closed);
    expect(await changed(page).innerText()).toMatch(/^\d+ of [\d,]+ pairs/);

    await page.getByRole('button', { name: 'Scenarios side by side' }).click();
    await page.getByLabel('Add a ready-made scenario').selectOption('tashtagol-urumqi');
    const pair = 'beijing chita';
    const ways = [today, closed, other];
    await expect.poll(() => tableFigures(page, pair)).toEqual(tableExpected(ways));
    await page.getByRole('radio', { name: /^Make Scenario 1/ }).click();
    const signed = page.locator(`tbody[data-pair="${pair}"] tr[data-figure="km"] .signed`);
    expect((await signed.allInnerTexts()).map(digits)).toEqual(
      [today, other].map((way) => Math.round(way.distanceKm - closed.distanceKm)),
    );
    expect(await findings(page)).toEqual([]);

    // Another browser shows the same table, and where the way goes instead.
    const shared = await visit({ address: (await addressOf(page)).search });
    await expect.poll(() => tableFigures(shared.page, pair)).toEqual(tableExpected(ways));
    await expectEffect(shared.page, today, closed);
    expect(await changed(shared.page).innerText()).toBe(await changed(page).innerText());
    await shared.page.getByRole('button', { name: 'Beijing – Chita', exact: true }).click();
    await expect.poll(() => routeShown(shared.page)).toEqual(routeExpected(closed));
    for (const { name } of closed.crossings)
      await shared.page.getByTestId('ways').getByText(name.en!).first().waitFor();
    expectClean(shared);
    await shared.close();

    await page.getByLabel('Name', { exact: true }).fill('Round the border');
    await page.getByLabel('Name', { exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Copy the scenario' }).click();
    await page.getByText('Scenario: Round the border (copy)').waitFor();
    while (await undo(page).isEnabled()) await undo(page).click();
    expect(await inHand(page).inputValue()).toBe('');
    await page.getByText('Today is in hand', { exact: false }).waitFor();
    expect(await code(page)).toBeUndefined();
    expectClean(visited);
    await visited.close();
  });

  it('by keyboard: a link is added, a speed changed, kept over a reload; another is drawn', async () => {
    const answering = nvRoute('yakutsk', 'magadan', '--modes', 'rail,road');
    const { page, close, trouble } = await visit({
      address: '?panel=scenario&from=yakutsk&to=magadan&modes=rail,road',
    });
    await mapIdle(page);
    await fold(page, 'Added links (0)').focus();
    await page.keyboard.press('Enter');
    for (const [field, text] of [
      ['From', 'yakutsk'],
      ['To', 'magadan'],
    ] as const) {
      await page.getByRole('combobox', { name: field, exact: true }).focus();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('spinbutton', { name: 'Opening year' }).focus();
    await page.keyboard.type('2035');
    await page.getByRole('button', { name: 'Add the link' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Added links (1)').waitFor();
    await page.getByText('× 1.2, 2035', { exact: false }).waitFor();
    await changed(page).waitFor();

    await fold(page, 'Assumptions').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('slider', { name: 'Typical: Change of gauge' }).focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    await page.getByText('Assumptions (1 changed)').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('Assumptions', { exact: true }).waitFor();
    await page.keyboard.press('Control+Shift+z');
    await page.getByText('Assumptions (1 changed)').waitFor();

    // Every slider says where its figure comes from.
    for (const { id, source } of await readAssumptions()) {
      const row = await page.locator('fieldset', { has: page.locator(`#${id}-low`) }).innerText();
      expect(row).toContain(source ? `Source: ${source.publisher}, ${source.title}` : 'assumption');
    }

    // A slider through ten values: asked less often, and last of all for the last value.
    const asked = await countQuestions(page);
    const slider = page.getByRole('slider', { name: 'Typical: Change of gauge' });
    const values = Array.from({ length: 10 }, (_, i) => String(10 + i));
    await slider.evaluate(async (element, through) => {
      const input = element as HTMLInputElement;
      for (const value of through) {
        input.value = value;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        // The page's own effects have their turn, and no more: a hand is quicker than an answer.
        await new Promise((resolve) => setTimeout(resolve));
      }
    }, values);
    await expect.poll(async () => (await asked()).at(-1)).toContain(`"typical":${values.at(-1)}`);
    const questions = await asked();
    expect(questions.length).toBeGreaterThan(0);
    expect(questions.length).toBeLessThan(values.length);

    const before = (await addressOf(page)).href;
    await page.reload();
    await page.getByText('Added links (1)').waitFor();
    await changed(page).waitFor();
    expect((await addressOf(page)).href).toBe(before);
    expect(await inHand(page).locator('optgroup').first().locator('option').count()).toBe(1);

    // Every click on the map carries the line on: an end, a point between, the other end.
    await mapIdle(page);
    await fold(page, 'Added links (1)').click();
    await page.getByRole('button', { name: 'Draw on the map' }).click();
    const map = (await page.locator('[data-idle]').boundingBox())!;
    for (const [right, down] of [
      [0.45, 0.45],
      [0.55, 0.4],
      [0.65, 0.45],
    ] as const)
      await page.mouse.click(map.x + map.width * right, map.y + map.height * down);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add the link' }).click();
    await page.getByText('Added links (2)').waitFor();
    await page.getByText('1 point between', { exact: false }).waitFor();

    // The command reads the file of it and gives the same figures.
    const { file, scenario } = await savedScenario(page, 'Save as a file');
    expect(scenario.add[1]!.through).toHaveLength(1);
    expect(scenario.add[0]!.opens).toBe(2035);
    const ask = ['yakutsk', 'magadan', '--modes', 'rail,road', '--scenario', file];
    await expectEffect(page, await answering, await nvRoute(...ask));
    expect(scenario.set['gauge-change']?.typical).toBe(Number(values.at(-1)));
    const world = { scenario, modes: ['rail', 'road'] as const };
    const { pairs } = await changedPairs(new Atlas(readGeodata), RANK, 'distance', world);
    await expect
      .poll(async () => digits(/^[\d,]+/.exec(await changed(page).innerText())![0]))
      .toBe(pairs.length);
    rmSync(dirname(file), { recursive: true });
    // The reload cancels requests that are under way: no trouble.
    expect(trouble.filter((line) => !line.includes(' failed: '))).toEqual([]);
    await close();
  });

  it('in Russian: a ready-made one, a file that is none, and a browser that keeps nothing', async () => {
    const { page, close } = await visit({
      address: '?panel=scenario&lang=ru&scenario=nothing-of-the-kind',
      before: (page) =>
        page.addInitScript(() => {
          indexedDB.open = () => {
            throw new Error('refused');
          };
        }),
    });
    await page.getByText('nothing-of-the-kind').waitFor();
    await page.getByText('Этот браузер ничего не хранит', { exact: false }).waitFor();
    expect(await code(page)).toBeUndefined();
    await page.getByLabel('Выбранный сценарий').selectOption('preset:zabaykalsk-closed');
    await changed(page).waitFor();
    expect(await code(page)).toBe('zabaykalsk-closed');
    await page.getByRole('switch', { name: /Таштагол – Урумчи/ }).click();
    await page.getByText(/^Сценарий: .*, изменён$/).waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => code(page)).toBe('zabaykalsk-closed');
    await page.locator('input[type="file"]').setInputFiles({
      name: 'wrong.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"version":1,"on":["no-such-line"]}'),
    });
    await page.getByText('wrong.json', { exact: false }).waitFor();
    expect(await code(page)).toBe('zabaykalsk-closed');
    const { name, file } = await savedScenario(page, 'Сохранить в файл');
    expect(name).toBe('zabaykalsk-closed.json');
    const written = readFileSync(file);
    rmSync(dirname(file), { recursive: true });
    await page.getByRole('button', { name: 'К сегодняшнему дню' }).click();
    await page.locator('input[type="file"]').setInputFiles({
      name: 'again.json',
      mimeType: 'application/json',
      buffer: written,
    });
    await changed(page).waitFor();
    expect(await code(page)).toBe('zabaykalsk-closed');
    await close();
  });
});
