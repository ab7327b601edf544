import { execFileSync } from 'node:child_process';
import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { findings } from './axe';
import { downloaded, expectClean, goTo, moveTo, queryOf, useBrowser, useVisit } from './browser';

useBrowser();
const shared = useVisit({ address: '?panel=matrix' });

const nv = (...args: string[]): Buffer =>
  execFileSync('node', ['src/setup/nv.mjs', ...args], { maxBuffer: 1e9 });

const ready = (page: Page): Promise<void> =>
  page.locator('[data-testid="matrix"][data-stale="false"]').waitFor({ timeout: 90_000 });

/** The words of the command that the page shows, taken apart as a shell does. */
async function commandWords(box: Locator): Promise<string[]> {
  const line = (await box.getByTestId('command').textContent())!;
  return execFileSync('sh', ['-c', `printf '%s\\n' ${line}`], { encoding: 'utf8' })
    .trimEnd()
    .split('\n')
    .slice(1);
}

const button = (at: Page | Locator, name: string | RegExp): Locator =>
  at.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

/** From now on: questions for a matrix wait on their way to the worker until they are let through. */
async function holdQuestions(page: Page): Promise<() => Promise<void>> {
  const gate = await page.evaluateHandle(() => {
    // Both of its forms in one.
    const worker = Worker.prototype as { postMessage: (...sent: unknown[]) => void };
    const post = worker.postMessage;
    const held: (() => void)[] = [];
    worker.postMessage = function (this: Worker, ...sent) {
      const { path } = sent[0] as { path?: string[] };
      if (path?.at(-1) === 'matrixFigures') held.push(() => post.apply(this, sent));
      else post.apply(this, sent);
    };
    return {
      open() {
        worker.postMessage = post;
        for (const go of held) go();
      },
    };
  });
  return () => gate.evaluate((it) => it.open());
}

describe('a matrix', () => {
  it('is made by a filter, shown as the command tells it, and opens the route of a cell', async () => {
    const { page } = shared();
    await button(page, 'By filter').click();
    await page.getByLabel('Country').selectOption('MN');
    await button(page, /^Add \d+ places/).click();
    await ready(page);
    const places = (await queryOf(page)).matrix!.split(';');
    expect(places.length).toBeGreaterThan(5);

    // The square on the screen is the square of the command, figure for figure.
    const csv = nv('matrix', ...places, '--square', '--format', 'csv').toString();
    const rows = csv
      .slice(1)
      .trimEnd()
      .split('\r\n')
      .map((row) => row.split(','));
    const grid = page.getByRole('grid');
    const shown = await grid
      .locator('[role="row"]')
      .evaluateAll((lines) =>
        lines
          .slice(1)
          .map((line) =>
            [...line.querySelectorAll('[role="gridcell"]')].map((cell) => cell.textContent!.trim()),
          ),
      );
    expect(shown.length).toBeGreaterThan(4);
    shown.forEach((cells, row) => {
      cells.forEach((text, column) => {
        const told = rows[row + 1]![column + 1]!;
        expect(/^\d/.test(told) ? Number(text.replaceAll(',', '')) : text).toEqual(
          /^\d/.test(told) ? Number(told) : 'no way',
        );
      });
    });

    // Both files are the command's, byte for byte.
    await page.getByText('Take along').click();
    const panel = page.locator('#panel');
    const long = await downloaded(page, button(panel, 'CSV'));
    expect(long.equals(nv(...(await commandWords(panel)), '--format', 'csv'))).toBe(true);
    const square = await downloaded(page, button(panel, /^CSV, square/));
    expect(square.toString()).toBe(csv);
    expect(await findings(page)).toEqual([]);

    await grid.getByRole('gridcell').nth(1).click();
    const details = page.getByTestId('matrix-cell');
    expect(await details.innerText()).toContain(Number(rows[1]![2]).toLocaleString('en-GB'));
    await button(details, 'Open the route').click();
    await page.locator('[data-testid="route"][data-stale="false"]').waitFor();
    expect((await queryOf(page)).to).toBe(places[1]);
    expectClean(shared());
  });

  it('tells what a scenario changes, signed, as the command does', async () => {
    const address = '?panel=matrix&matrix=urumqi;novosibirsk;harbin&scenario=tashtagol-urumqi';
    const { page } = shared();
    await goTo(page, address);
    await page.getByLabel('Difference to today').check();
    const words = ['matrix', 'urumqi', 'novosibirsk', 'harbin', '--scenario', 'tashtagol-urumqi'];
    const csv = nv(...words, '--difference', '--square', '--format', 'csv').toString();
    const told = Number(csv.split('\r\n')[1]!.split(',')[2]);
    expect(told).toBeLessThan(0);
    const cell = page.getByRole('gridcell').nth(1);
    await expect.poll(() => cell.innerText()).toBe(told.toLocaleString('en-GB').replace('-', '−'));
    expectClean(shared());
  });

  it('that is late can be cancelled: old figures are told as such, and computed when asked', async () => {
    const { page } = shared();
    await goTo(page, '?panel=matrix&matrix=urumqi;novosibirsk;harbin');
    await ready(page);
    const letThrough = await holdQuestions(page);
    const cell = page.getByRole('gridcell').nth(1);
    const before = await cell.innerText();
    await page.getByRole('checkbox', { name: 'road' }).uncheck();
    await button(page, 'Cancel').click();
    await page.getByText('these figures are the ones from before').waitFor();
    await button(page, 'Cancel').waitFor({ state: 'detached' });
    expect(await cell.innerText()).toBe(before);
    expect(await findings(page)).toEqual([]);
    await letThrough();
    await button(page, 'Compute').click();
    await ready(page);
    await button(page, 'Compute').waitFor({ state: 'detached' });
    expect(await cell.innerText()).not.toBe(before);
    expectClean(shared());
  });

  it('is asked in Russian by keyboard alone, with points of one’s own, sorted as a list', async () => {
    const address = '?lang=ru&panel=matrix&matrix=chita;norilsk;irkutsk&modes=rail';
    const { page } = shared();
    await goTo(page, address);
    await ready(page);
    await button(page, 'Свои точки').focus();
    await page.keyboard.press('Enter');
    await page.getByLabel(/По точке в строке/).focus();
    await page.keyboard.type('131.9,43.2 Артём');
    await page.keyboard.press('Enter');
    await page.keyboard.type('43.2,131.9');
    await page.getByText('не переставлены ли').waitFor();
    await button(page, 'Добавить 1 точку').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('rowheader', { name: 'Артём' }).waitFor();

    const grid = page.getByRole('grid');
    await grid.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowRight');
    const details = page.getByTestId('matrix-cell');
    await details.getByText('Чита – Норильск').waitFor();
    expect(await details.innerText()).toContain('Пути нет.');

    await button(page, 'Список').focus();
    await page.keyboard.press('Enter');
    await button(page, 'Км по сети').focus();
    await page.keyboard.press('Enter');
    const list = page.getByTestId('matrix-list');
    await list.getByRole('gridcell', { name: 'Пути нет.' }).first().waitFor();
    await list.focus();
    await page.keyboard.press('Home');
    expect(await list.locator('[aria-selected="true"]').innerText()).toContain('Иркутск');
    await page.keyboard.press('Enter');
    await page.locator('[data-testid="route"][data-stale="false"]').waitFor();
    expectClean(shared());
  });

  it('takes the places inside an area, clicked or typed, and draws rays across 180 degrees', async () => {
    const { page } = shared();
    await moveTo(page, '?panel=matrix&projection=arctic');
    await button(page, 'In an area').click();
    for (const corner of ['150,58', '-168,60', '-168,72', '165,72']) {
      await page.getByLabel('Corner as longitude, latitude').fill(corner);
      await page.keyboard.press('Enter');
    }
    expect(await page.getByTestId('area-corners').locator('li').count()).toBe(4);
    await button(page, /^Add \d+ places/).click();
    await ready(page);
    const places = (await queryOf(page)).matrix!.split(';');
    expect(places).toEqual(expect.arrayContaining(['anadyr', 'pevek']));
    expect(places).not.toContain('yakutsk');
    const drawn = page.getByTestId('matrix-lines');
    await drawn.getByText(new RegExp(`^${places.length - 1} lines? `)).waitFor();
    await page.getByRole('radio', { name: 'All pairs' }).check();
    const pairs = (places.length * (places.length - 1)) / 2;
    await drawn.getByText(new RegExp(`^${pairs} lines? `)).waitFor();
    expectClean(shared());
  });
});
