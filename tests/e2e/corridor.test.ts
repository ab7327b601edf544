import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { findings } from './axe';
import { addressOf, expectClean, moveTo, useBrowser, useVisit } from './browser';
import { digits } from './figures';
import { nv } from './nv';

useBrowser();
const shared = useVisit();

interface Catchment {
  population: number;
  areaKm2: number;
}

const people = async (page: Page) => digits(await page.getByTestId('catchment-people').innerText());

/** The outline has been drawn for the radius that the slider shows. */
async function catchmentReady(page: Page): Promise<void> {
  await page.locator('[data-testid="catchment-people"]').waitFor();
  await page.locator('dl[data-stale="true"]').waitFor({ state: 'detached' });
}

describe('a corridor', () => {
  it('is chosen by mouse: its length, its places and who lives along it are those of nv', async () => {
    const answering = Promise.all([
      nv<{ distanceKm: number; drawnKm: number }>('corridor', 'trans-siberian'),
      nv<Catchment>('catchment', 'trans-siberian', '--radius', '50'),
    ]);
    const { page } = shared();
    await page.getByRole('button', { name: /^Trans-Siberian/ }).click();
    await catchmentReady(page);
    const [profile, catchment] = await answering;
    const length = await page.getByTestId('corridor-length').innerText();
    expect(digits(length)).toBe(Math.round(profile.distanceKm));
    const geodesic = await page.getByTestId('corridor-geodesic').innerText();
    expect(digits(geodesic)).toBeCloseTo(profile.drawnKm, 1);
    expect(await people(page)).toBe(catchment.population);
    expect(digits(await page.getByTestId('catchment-area').innerText())).toBe(
      Math.round(catchment.areaKm2),
    );
    await page.getByText(/^Places along it/).click();
    const first = page.locator('tbody tr').first();
    expect(await first.innerText()).toContain('Yekaterinburg');
    expect((await addressOf(page)).search).toBe('?corridor=trans-siberian');
    expectClean(shared());
  });

  it('comes from an address on a phone, in Chinese, where the search finds a place', async () => {
    const answering = nv<Catchment>('catchment', 'northern-sea-route', '--radius', '100');
    const { page } = shared();
    await page.setViewportSize({ width: 390, height: 844 });
    await moveTo(page, '?lang=zh&projection=arctic&corridor=northern-sea-route&radius=100');
    await page.locator('html[lang^="zh"]').waitFor();
    await catchmentReady(page);
    await expect.poll(() => people(page)).toBe((await answering).population);
    expect(await findings(page)).toEqual([]);
    expect((await page.locator('#panel').boundingBox())!.width).toBeLessThanOrEqual(390);
    const search = page.locator('[data-search]');
    expect((await search.boundingBox())!.width).toBeGreaterThan(200);
    await search.click();
    await page.keyboard.type('哈尔滨');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByTestId('card').getByText('哈尔滨').first().waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    expectClean(shared());
  });
});
