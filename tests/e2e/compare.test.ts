import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { findings } from './axe';
import { expectClean, mapIdle, useBrowser, visit } from './browser';

useBrowser();

const IDS = ['primorye-1', 'primorye-2', 'khasan-rajin'];

interface Compared {
  id: string;
  distanceKm: number;
  way: { hours: { typical: number }; crossings: object[]; gaugeBreaks: object[] };
  catchment: { areaKm2: number; population: number; hubs: object[] };
  exclusive: { population: number };
}

const nv = <T>(...args: string[]): T =>
  JSON.parse(
    execFileSync('node', ['src/setup/nv.mjs', ...args, '--format', 'json'], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    }),
  ) as T;
const compare = (ids: string[], radius: number): Compared[] =>
  nv<{ corridors: Compared[] }>('compare', ...ids, '--radius', String(radius)).corridors;

/** `1,234.5 km` and `1 234,5 км` alike. */
const digits = (text: string): number =>
  Number(text.replace(/(\d),(\d{1,2})(?!\d)/, '$1.$2').replaceAll(/km²|км²|[^\d.-]|\.$/g, ''));
const figure = async (page: Page, id: string, key: string): Promise<number> =>
  digits(await page.locator(`td[data-corridor="${id}"] [data-figure="${key}"]`).innerText());

const ready = (page: Page, radius: number): Promise<void> =>
  page.locator(`[data-testid="comparison"][data-radius="${radius}"]`).waitFor();

/** Every main figure on screen is that of the command. */
async function expectFigures(page: Page, compared: Compared[]): Promise<void> {
  for (const { id, distanceKm, way, catchment, exclusive } of compared) {
    expect(await figure(page, id, 'length.distanceKm'), id).toBe(Math.round(distanceKm));
    expect(await figure(page, id, 'hours.total'), id).toBeCloseTo(way.hours.typical, 0);
    expect(await figure(page, id, 'passed.crossings'), id).toBe(way.crossings.length);
    expect(await figure(page, id, 'passed.gaugeBreaks'), id).toBe(way.gaugeBreaks.length);
    expect(await figure(page, id, 'catchment.areaKm2'), id).toBe(Math.round(catchment.areaKm2));
    expect(await figure(page, id, 'catchment.population'), id).toBe(catchment.population);
    expect(await figure(page, id, 'catchment.hubs'), id).toBe(catchment.hubs.length);
    expect(await figure(page, id, 'exclusive.population'), id).toBe(exclusive.population);
  }
}

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
    const visited = await visit();
    const { page } = visited;
    await mapIdle(page);
    for (const name of ['Primorye-1', 'Primorye-2', 'Khasan–Rajin'])
      await page.getByRole('checkbox', { name: `Compare ${name}` }).check();
    await ready(page, 50);
    await expectFigures(page, compare(IDS, 50));
    for (const id of IDS) {
      const profile = nv<{ distanceKm: number }>('corridor', id);
      const catchment = nv<{ population: number }>('catchment', id, '--radius', '50');
      expect(await figure(page, id, 'length.distanceKm')).toBe(Math.round(profile.distanceKm));
      expect(await figure(page, id, 'catchment.population')).toBe(catchment.population);
    }
    expect(new URL(page.url()).searchParams.get('corridor')).toBe(IDS.join());
    expect(await findings(page)).toEqual([]);

    // The baseline stays first; the others are sorted by the row.
    await page.getByRole('rowheader').getByRole('button', { name: 'Whole length' }).click();
    expect(await columns(page)).toEqual(['primorye-1', 'khasan-rajin', 'primorye-2']);
    await page.getByRole('checkbox', { name: 'Differences to the baseline' }).check();
    const cell = firstRow(page).nth(1);
    expect(await cell.innerText()).toContain('-650 km');
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
    expect(new URL(page.url()).searchParams.get('corridor')).toBeNull();
    expectClean(visited);
    await visited.close();
  });

  it('are chosen by keyboard alone, in Russian, and come back from the address', async () => {
    const visited = await visit({ address: '?lang=ru' });
    const { page } = visited;
    await mapIdle(page);
    for (const name of ['Приморье-2', 'Приморье-1']) {
      await page.getByRole('searchbox', { name: 'Найти коридор' }).focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(name);
      await page.getByRole('checkbox', { name: `Сравнить: ${name}` }).waitFor();
      // From the field through what comes before the list, to the row's tick.
      for (let i = 0; i < 12; i++) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
        if (at === `Сравнить: ${name}`) break;
      }
      await page.keyboard.press('Space');
    }
    await ready(page, 50);
    await page.locator('section.comparison').getByRole('slider').focus();
    for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowRight');
    await ready(page, 60);
    const compared = compare(['primorye-2', 'primorye-1'], 60);
    await expectFigures(page, compared);
    expect(await findings(page)).toEqual([]);
    const before = page.url();
    await page.reload();
    await mapIdle(page);
    await ready(page, 60);
    expect(page.url()).toBe(before);
    await expectFigures(page, compared);
    expectClean(visited);
    await visited.close();
  });

  it('are read on a phone, the names of the figures staying in sight', async () => {
    const size = { width: 390, height: 844 };
    const visited = await visit({ address: '?corridor=primorye-1,khasan-rajin', size });
    const { page } = visited;
    await mapIdle(page);
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
    expectClean(visited);
    await visited.close();
  });
});

describe('the strip diagram', () => {
  it('is tied to the map both ways, opens cards by keyboard and is saved as SVG and CSV', async () => {
    // Harbin, the first place of Primorye-1, lies in the middle of the map.
    const address = '?corridor=primorye-1#map=7/45.75/126.65';
    const visited = await visit({ address });
    const { page } = visited;
    await mapIdle(page);
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
    expect(new URL(page.url()).searchParams.get('selected')).toBe('hubs:harbin');
    expect(await findings(page)).toEqual([]);

    const svg = await saved(page, 'Diagram as SVG');
    expect(svg.name).toBe('strip-primorye-1.svg');
    expect(svg.text).toMatch(/^<\?xml[^>]*>\n<svg /);
    expect(svg.text).toContain('Harbin');
    expect(svg.text).not.toMatch(/tabindex|aria-|role=|<!--/);
    const csv = await saved(page, 'Diagram as CSV');
    const rows = csv.text.trim().split('\r\n');
    const profile = nv<{ places: object[]; edges: { km: number }[] }>('corridor', 'primorye-1');
    expect(rows).toHaveLength(1 + profile.places.length);
    expectClean(visited);
    await visited.close();
  });
});
