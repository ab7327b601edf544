import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { expectClean, mapIdle, useBrowser, visit } from './browser';

useBrowser();

const nv = (...args: string[]): Record<string, number> =>
  JSON.parse(
    execFileSync('node', ['src/setup/nv.mjs', ...args, '--format', 'json'], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    }),
  ) as Record<string, number>;

const digits = (text: string): number => Number(text.replaceAll(/[^\d.]/g, ''));
const people = async (page: Page) => digits(await page.getByTestId('catchment-people').innerText());

/** The outline has been drawn for the radius that the slider shows. */
async function catchmentReady(page: Page): Promise<void> {
  await page.locator('[data-testid="catchment-people"]').waitFor();
  await page.locator('dl.stale').waitFor({ state: 'detached' });
}

describe('a corridor', () => {
  it('is chosen by mouse: its length, its places and who lives along it are those of nv', async () => {
    const visited = await visit();
    const { page } = visited;
    await mapIdle(page);
    await page.getByRole('button', { name: /^Trans-Siberian/ }).click();
    await catchmentReady(page);
    const profile = nv('corridor', 'trans-siberian');
    const catchment = nv('catchment', 'trans-siberian', '--radius', '50');
    const length = await page.getByTestId('corridor-length').innerText();
    expect(digits(length)).toBe(Math.round(profile.distanceKm!));
    const geodesic = await page.getByTestId('corridor-geodesic').innerText();
    expect(digits(geodesic)).toBeCloseTo(profile.geometryKm!, 1);
    expect(await people(page)).toBe(catchment.population);
    expect(digits((await page.getByTestId('catchment-area').innerText()).replace('km²', ''))).toBe(
      Math.round(catchment.areaKm2!),
    );
    await page.getByText(/^Places along it/).click();
    const first = page.locator('tbody tr').first();
    expect(await first.innerText()).toContain('Yekaterinburg');
    expect(new URL(page.url()).search).toBe('?corridor=trans-siberian');
    expectClean(visited);
    await visited.close();
  });

  it('is chosen by keyboard alone, and its radius changed with the arrows', async () => {
    const { page, close } = await visit();
    await mapIdle(page);
    await page.getByLabel('Find a corridor').focus();
    await page.keyboard.type('baikal');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await catchmentReady(page);
    const before = await people(page);
    await page.getByRole('slider', { name: 'Radius' }).focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => new URL(page.url()).searchParams.get('radius')).toBe('70');
    await catchmentReady(page);
    expect(await people(page)).toBe(nv('catchment', 'bam', '--radius', '70').population);
    expect(await people(page)).toBeGreaterThan(before);
    await close();
  });

  it('is found by the search, in Chinese', async () => {
    const { page, close } = await visit({ address: '?lang=zh' });
    await mapIdle(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('哈尔滨');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByTestId('card').waitFor();
    expect(await page.getByTestId('card').innerText()).toContain('哈尔滨');
    await close();
  });

  it('comes back with its radius, language and projection from the address', async () => {
    const address = '?lang=ru&projection=arctic&corridor=northern-sea-route&radius=100';
    const { page, close } = await visit({ address });
    await mapIdle(page);
    await catchmentReady(page);
    const figures = await page.getByTestId('catchment-people').innerText();
    const before = page.url();
    await page.reload();
    await mapIdle(page);
    await catchmentReady(page);
    expect(page.url()).toBe(before);
    expect(await page.getByTestId('catchment-people').innerText()).toBe(figures);
    expect(digits(figures.replaceAll(/\s/g, ''))).toBe(
      nv('catchment', 'northern-sea-route', '--radius', '100').population,
    );
    await close();
  });

  it('can be read on a phone', async () => {
    const size = { width: 390, height: 844 };
    const visited = await visit({ address: '?corridor=bam', size });
    await mapIdle(visited.page);
    await catchmentReady(visited.page);
    const panel = (await visited.page.locator('#panel').boundingBox())!;
    expect(panel.width).toBeLessThanOrEqual(390);
    const wide = await visited.page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    expectClean(visited);
    await visited.close();
  });
});
