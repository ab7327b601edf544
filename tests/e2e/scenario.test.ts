import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { expectClean, mapIdle, useBrowser, visit } from './browser';

useBrowser();

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Way {
  distanceKm: number;
  hours: { typical: number };
}

/** The way between two places as `nv` gives it, today or in a scenario that comes with the product. */
const way = (...options: string[]): Way =>
  JSON.parse(
    execFileSync(
      'node',
      ['src/setup/nv.mjs', 'route', 'urumqi', 'novosibirsk', ...options, '--format', 'json'],
      { encoding: 'utf8', maxBuffer: 1e8 },
    ),
  ) as Way;

const number = (text: string): number => Number(text.replace('−', '-').replaceAll(/[^\d.-]/g, ''));

const link = (page: Page) => page.getByRole('switch', { name: /^Tashtagol–Ürümqi/ });
const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ });
const inHand = (page: Page) => page.getByLabel('Scenario in hand');
const changed = (page: Page) => page.getByTestId('changed-count');
const fold = (page: Page, title: string) => page.locator('summary', { hasText: title });
const code = (page: Page) => new URL(page.url()).searchParams.get('scenario');

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = (await axe.run()).violations;
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
  });
}

describe('a scenario', () => {
  it('by mouse: the link from Siberia to Xinjiang, how much nearer, undone, and shared', async () => {
    const visited = await visit({ address: '?panel=scenario' });
    const { page } = visited;
    await mapIdle(page);
    await link(page).click();
    await changed(page).waitFor();
    expect(await changed(page).innerText()).toMatch(/^\d+ of [\d,]+ pairs/);
    await page.getByText('Scenario: Scenario 1').waitFor();

    await page.getByRole('searchbox', { name: 'Show pairs with' }).fill('urumqi, novosibirsk');
    const row = page.getByRole('row', { name: /Novosibirsk – Ürümqi/ });
    const [km, hours] = await row.getByRole('cell').allInnerTexts();
    const [today, scenario] = [way(), way('--scenario', 'tashtagol-urumqi')];
    expect(number(km!)).toBe(Math.round(scenario.distanceKm - today.distanceKm));
    expect(number(hours!)).toBeCloseTo(scenario.hours.typical - today.hours.typical, 1);
    expect(await violations(page)).toEqual([]);

    await page.getByLabel('Name', { exact: true }).fill('Across the Altai');
    await page.getByLabel('Name', { exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Copy the scenario' }).click();
    await page.getByText('Crossings and ports').click();
    await page.getByRole('searchbox', { name: 'Find a crossing or port' }).fill('Zabaykalsk');
    await page
      .getByRole('switch', { name: /Zabaykalsk.*Border crossing/ })
      .first()
      .click();
    await page.getByText('Scenario: Across the Altai (copy)').waitFor();
    await expect.poll(() => code(page)?.length).toBeGreaterThan(60);

    const shared = await visit({ address: new URL(page.url()).search });
    await changed(shared.page).waitFor();
    await expect.poll(() => changed(shared.page).innerText()).toBe(await changed(page).innerText());
    expect(await link(shared.page).isChecked()).toBe(true);
    expect(await shared.page.getByLabel('Name', { exact: true }).inputValue()).toBe(
      'Across the Altai (copy)',
    );
    expect(code(shared.page)).toBe(code(page));
    await shared.page
      .getByRole('button', { name: /^Show the way/ })
      .first()
      .click();
    await shared.page.getByRole('heading', { name: 'Routes', exact: true }).waitFor();
    await expect.poll(() => shared.page.url()).toMatch(/panel=routes&from=[a-z-]+&to=[a-z-]+/);
    expectClean(shared);
    await shared.close();

    while (await undo(page).isEnabled()) await undo(page).click();
    expect(await inHand(page).inputValue()).toBe('');
    expect(await link(page).isChecked()).toBe(false);
    await page.getByText('Today is in hand', { exact: false }).waitFor();
    expect(code(page)).toBeNull();
    expectClean(visited);
    await visited.close();
  });

  it('by keyboard: a link is added, a speed changed, undone and redone, kept over a reload', async () => {
    const { page, close, trouble } = await visit({ address: '?panel=scenario' });
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
    await page.getByRole('button', { name: 'Add the link' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Added links (1)').waitFor();
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

    const before = page.url();
    await page.reload();
    await page.getByText('Added links (1)').waitFor();
    await changed(page).waitFor();
    expect(page.url()).toBe(before);
    expect(await inHand(page).locator('optgroup').first().locator('option').count()).toBe(1);
    // The reload cancels requests that are under way: no trouble.
    expect(trouble.filter((line) => !line.endsWith(' failed'))).toEqual([]);
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
    expect(code(page)).toBeNull();
    await page.getByLabel('Выбранный сценарий').selectOption('preset:zabaykalsk-closed');
    await changed(page).waitFor();
    expect(code(page)).toBe('zabaykalsk-closed');
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
    expect(code(page)).toBe('zabaykalsk-closed');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Сохранить в файл' }).click();
    expect((await download).suggestedFilename()).toBe('zabaykalsk-closed.json');
    const file = join(mkdtempSync(join(tmpdir(), 'scenario-')), 'saved.json');
    await (await download).saveAs(file);
    const written = readFileSync(file);
    rmSync(dirname(file), { recursive: true });
    await page.getByRole('button', { name: 'К сегодняшнему дню' }).click();
    await page.locator('input[type="file"]').setInputFiles({
      name: 'again.json',
      mimeType: 'application/json',
      buffer: written,
    });
    await changed(page).waitFor();
    expect(code(page)).toBe('zabaykalsk-closed');
    await close();
  });
});
