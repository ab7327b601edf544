import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { findings } from './axe';
import { expectClean, mapIdle, moveTo, queryOf, useBrowser, useVisit } from './browser';
import { comparedReady as ready, expectCompared, type Compared } from './figures';
import { nv } from './nv';

useBrowser();
const shared = useVisit();

const IDS = ['primorye-1', 'primorye-2', 'khasan-rajin'];

const firstRow = (page: Page) =>
  page.getByTestId('comparison').locator('tbody tr:not(.group)').first().locator('td');
const columns = async (page: Page): Promise<string[]> =>
  firstRow(page).evaluateAll((cells) =>
    cells.map((cell) => (cell as HTMLElement).dataset.corridor ?? ''),
  );

/** What a click saves. */
async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return { name: download.suggestedFilename(), text: Buffer.concat(parts).toString('utf8') };
}

describe('corridors side by side', () => {
  it('are chosen by mouse: Primorye-1, Primorye-2 and Khasan-Rajin, with the figures of nv', async () => {
    const answering = nv<{ corridors: Compared[] }>('compare', ...IDS, '--radius', '50');
    const { page } = shared();
    for (const name of ['Primorye-1', 'Primorye-2', 'Khasan–Rajin'])
      await page.getByRole('checkbox', { name: `Compare ${name}` }).check();
    await ready(page, 50);
    await expectCompared(page, (await answering).corridors);
    expect((await queryOf(page)).corridor).toBe(IDS.join());
    expect(await findings(page)).toEqual([]);

    // The baseline stays first; the others are sorted by the row.
    await page.getByRole('rowheader').getByRole('button', { name: 'Whole length' }).click();
    expect(await columns(page)).toEqual(['primorye-1', 'khasan-rajin', 'primorye-2']);
    await page.getByRole('checkbox', { name: 'Differences to the baseline' }).check();
    const cell = firstRow(page).nth(1);
    expect(await cell.innerText()).toContain('−650 km');
    await page.getByRole('button', { name: 'Make Khasan–Rajin the baseline' }).click();
    await expect.poll(() => columns(page)).toEqual(['khasan-rajin', 'primorye-2', 'primorye-1']);
    await page.getByRole('button', { name: 'Hide Primorye-2' }).click();
    expect(await columns(page)).toEqual(['khasan-rajin', 'primorye-1']);
    await page.getByRole('button', { name: 'Show Primorye-2' }).click();

    const { name, text } = await saved(page, 'Table as CSV');
    expect(name).toBe('compare-khasan-rajin-primorye-1-primorye-2.csv');
    expect(text.split('\r\n')[0]).toContain('figure,unit,khasan-rajin,primorye-1,primorye-2');
    expect(text).toContain(`catchment.population,people,`);

    // Back to the beginning, step by step: baseline, third, second, first.
    for (let i = 0; i < 4; i++) await page.getByRole('button', { name: 'Undo the choice' }).click();
    await page.getByTestId('comparison').waitFor({ state: 'detached' });
    expect((await queryOf(page)).corridor).toBeUndefined();
    expectClean(shared());
  });
});

describe('the strip diagram', () => {
  it('is tied to the map both ways, opens cards by keyboard and is saved as SVG and CSV', async () => {
    // Harbin, the first place of Primorye-1, lies in the middle of the map.
    const address = '?corridor=primorye-1#map=7/45.75/126.65';
    const { page } = shared();
    await moveTo(page, address);
    await page.getByRole('button', { name: 'Strip diagram' }).click();
    const strip = page.getByTestId('strip');
    await strip.waitFor();
    await mapIdle(page);
    const map = (await page.locator('[data-idle]').boundingBox())!;
    await page.mouse.move(map.x + map.width / 2 - 3, map.y + map.height / 2);
    await page.mouse.move(map.x + map.width / 2, map.y + map.height / 2);
    const first = strip.getByRole('button', { name: /^Harbin/ });
    await expect.poll(() => first.getAttribute('data-pointed')).toBe('true');
    await page.mouse.move(2, 2);

    await first.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    expect(await first.evaluate((mark) => mark === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByTestId('card').waitFor();
    expect((await queryOf(page)).selected).toBe('hubs:harbin');
    expect(await findings(page)).toEqual([]);

    const svg = await saved(page, 'Diagram as SVG');
    expect(svg.name).toBe('strip-primorye-1.svg');
    expect(svg.text).toMatch(/^<\?xml[^>]*>\n<svg /);
    expect(svg.text).toContain('Harbin');
    expect(svg.text).not.toMatch(/tabindex|aria-|role=|<!--/);
    const csv = await saved(page, 'Diagram as CSV');
    const rows = csv.text.trim().split('\r\n');
    const profile = await nv<{ places: object[] }>('corridor', 'primorye-1');
    expect(rows).toHaveLength(1 + profile.places.length);
    expectClean(shared());
  });
});

describe('corridors side by side on a phone', () => {
  it('are read with the names of the figures staying in sight', async () => {
    const { page } = shared();
    await page.setViewportSize({ width: 390, height: 844 });
    await moveTo(page, '?corridor=primorye-1,khasan-rajin#map=5/48/130');
    await ready(page, 50);
    const scroll = page.getByTestId('comparison');
    await scroll.evaluate((element) => element.scrollTo({ left: 500 }));
    const head = (await page.getByRole('rowheader', { name: 'Whole length' }).boundingBox())!;
    const box = (await scroll.boundingBox())!;
    expect(head.x).toBeCloseTo(box.x, 0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
    expect(await findings(page)).toEqual([]);
    expectClean(shared());
  });
});
