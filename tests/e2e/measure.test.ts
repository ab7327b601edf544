import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { findings } from './axe';
import { expectClean, mapIdle, moveTo, useBrowser, useVisit } from './browser';

useBrowser();
const shared = useVisit({ address: '?panel=measure' });

const nv = <T>(command: string): T =>
  JSON.parse(
    execFileSync('node', ['src/setup/nv.mjs', ...command.split(' ').slice(1), '--format', 'json'], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    }),
  ) as T;

/** The first number of a text as English writes it. */
const number = (text: string): number => Number(/[\d.]+/.exec(text.replaceAll(',', ''))![0]);

/** Clicks the map at a share of its width and height. */
async function click(page: Page, x: number, y: number): Promise<void> {
  const box = (await page.locator('.canvas').boundingBox())!;
  await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
}

const corners = (page: Page) => page.locator('[data-pin^="corner"]');

describe('measuring', () => {
  it('a half-drawn line goes with Esc', async () => {
    const { page } = shared();
    await page.getByRole('button', { name: 'Line', exact: true }).click();
    await click(page, 0.3, 0.45);
    await corners(page).first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('No drawings yet').waitFor();
    expect(await page.locator('#panel h2').innerText()).toBe('Measure');
  });

  it('a line is clicked, dragged, shortened, undone, kept over a reload, and equals nv', async () => {
    const { page } = shared();
    await page.getByText('Choose line, area or point').waitFor();
    await page.getByRole('button', { name: 'Line', exact: true }).click();
    await click(page, 0.3, 0.45);
    await corners(page).first().waitFor();
    await click(page, 0.5, 0.35);
    await corners(page).nth(1).waitFor();
    await click(page, 0.7, 0.45);
    await corners(page).nth(2).waitFor();
    // A click on the last corner ends the line.
    await corners(page).nth(2).click();
    await page.getByText('Drag a point to move it').waitFor();
    expect(await corners(page).count()).toBe(3);

    const length = page.getByTestId('sketch-length');
    const command = (): Promise<string> => page.getByTestId('command').first().innerText();
    await page.locator('#panel summary', { hasText: 'Take' }).first().click();
    const whole = nv<{ distanceKm: number }>(await command());
    expect(number(await length.innerText())).toBeCloseTo(whole.distanceKm, 1);
    await page.getByRole('radio', { name: 'nmi' }).check();
    expect(number(await length.innerText())).toBeCloseTo(whole.distanceKm / 1.852, 1);
    await page.getByRole('radio', { name: 'km' }).check();

    const middle = (await page.locator('[data-pin="middle-1"]').boundingBox())!;
    await page.mouse.move(middle.x + 12, middle.y + 12);
    await page.mouse.down();
    await page.mouse.move(middle.x + 12, middle.y + 112, { steps: 4 });
    await page.mouse.up();
    await corners(page).nth(3).waitFor();
    expect(number(await length.innerText())).toBeCloseTo(
      nv<{ distanceKm: number }>(await command()).distanceKm,
      1,
    );
    await corners(page).nth(1).click();
    await corners(page).nth(3).waitFor({ state: 'detached' });
    expect(number(await length.innerText())).toBeCloseTo(whole.distanceKm, 1);
    expect(await findings(page)).toEqual([]);

    await page.reload();
    await mapIdle(page);
    await page.getByRole('button', { name: /^Line 1/ }).click();
    expect(number(await length.innerText())).toBeCloseTo(whole.distanceKm, 1);
    const within = page.getByTestId('sketch-catchment-people');
    await within.waitFor();
    await page.locator('#panel summary', { hasText: 'Take' }).first().click();
    const points = (await command()).split(' ').slice(2).join(' ');
    const { byCountry } = nv<{ byCountry: Record<string, number> }>(
      `nv measure ${points} --countries`,
    );
    const countries = page.getByTestId('sketch-countries').locator('dd');
    await countries.first().waitFor();
    expect((await countries.allInnerTexts()).map(number)).toEqual(
      Object.values(byCountry).map((km) => expect.closeTo(km, 1) as number),
    );
    const catchment = nv<{ population: number }>(`nv catchment ${points} --radius 50`);
    expect(number(await within.innerText())).toBe(catchment.population);

    // As a link of the scenario it keeps the point between its ends.
    await page.getByRole('button', { name: /^Make it a link/ }).click();
    await page.locator('[data-pin="through-0"]').waitFor();
    expectClean(shared());
  });

  it('by keyboard alone, across 180 degrees, an area and a point with its corridors', async () => {
    const { page } = shared();
    await moveTo(page, '?panel=measure&lang=ru&projection=arctic');
    await page.getByRole('button', { name: 'Область', exact: true }).press('Enter');
    const field = page.getByRole('combobox', { name: 'Добавить точку' });
    for (const place of ['175,66', '-170,66', '-169,70']) {
      await field.focus();
      await page.keyboard.type(place);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('button', { name: 'Завершить' }).press('Enter');
    const { areaKm2 } = nv<{ areaKm2: number }>('nv measure 175,66 -170,66 -169,70 --area');
    const area = (await page.getByTestId('sketch-area').innerText()).replaceAll(/\s/g, '');
    expect(parseFloat(area)).toBe(Math.round(areaKm2));

    await page.getByRole('button', { name: 'Точка', exact: true }).press('Enter');
    await field.focus();
    await page.keyboard.type('104.3,52.3');
    await page.keyboard.press('Enter');
    const nearest = page.getByTestId('from-corridors').locator('li').first();
    await nearest.waitFor();
    const [first] = nv<{ fromCorridor: { id: string; chainageKm: number }[] }>(
      'nv measure 104.3,52.3 --corridor all',
    ).fromCorridor;
    expect(await nearest.getAttribute('data-corridor')).toBe(first!.id);
    expect((await nearest.innerText()).replaceAll(/\s/g, '')).toContain(
      `${Math.round(first!.chainageKm)}км`,
    );
    // Undo takes back the point, then the area, corner by corner.
    await page.getByRole('heading', { name: 'Измерение' }).click();
    await page.keyboard.press('Control+z');
    await nearest.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Удалить все рисунки' }).click();
    await page.getByText('Рисунков пока нет').waitFor();
    expect(await findings(page)).toEqual([]);
    expectClean(shared());
  });
});
