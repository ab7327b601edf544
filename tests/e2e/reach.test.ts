import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { findings } from './axe';
import { expectClean, goTo, mapIdle, queryOf, useBrowser, useVisit } from './browser';
import { nv } from './nv';

useBrowser();
const shared = useVisit({ address: '?panel=reach' });

interface Band {
  within: number;
  km: number;
  hubs: { id: string }[];
  settlements: number;
  population: number;
}

const nvReach = async (...args: string[]): Promise<Band[]> =>
  (await nv<{ bands: Band[] }>('reach', ...args)).bands;

/** Hubs, settlements, people and km of lines, band by band, once they answer what is asked. */
async function shown(page: Page): Promise<number[][]> {
  await page.locator('[data-testid="reach"][data-stale="false"]').waitFor({ timeout: 90_000 });
  const rows = page.getByTestId('bands').locator('tbody tr:not(.change)');
  const texts = await rows.evaluateAll((found) =>
    found.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText)),
  );
  return texts.map((cells) => cells.map((text) => Number(text.replaceAll(/[^\d]/g, ''))));
}

const expected = (bands: Band[]): number[][] =>
  bands.map(({ hubs, settlements, population, km }) => [
    hubs.length,
    settlements,
    population,
    Math.round(km),
  ]);

describe('reach', () => {
  it('is asked by keyboard, by km and by hours, in bands that can be changed', async () => {
    const { page } = shared();
    await page.getByRole('combobox', { name: 'From' }).focus();
    await page.keyboard.type('Irkutsk');
    await page.locator('#panel ul:not([hidden]) [role="option"]').first().waitFor();
    await page.keyboard.press('Enter');
    const km = await nvReach('irkutsk', '--within', '2000km', '--bands', '500,1000');
    expect(await shown(page)).toEqual(expected(km));
    expect(await findings(page)).toEqual([]);

    await page.getByRole('radio', { name: 'distance' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('spinbutton', { name: /^Bound of band 3/ }).fill('72');
    await page.keyboard.press('Enter');
    const hours = await nvReach('irkutsk', '--within', '72h', '--bands', '24,48');
    await expect.poll(() => shown(page)).toEqual(expected(hours));
    const address = await queryOf(page);
    expect(address).toEqual({ panel: 'reach', hub: 'irkutsk', by: 'time', bands: '24,48,72' });
    expect(await page.getByTestId('command').textContent()).toBe(
      'nv reach irkutsk --within 72h --bands 24,48',
    );
    expectClean(shared());
  });

  it('shows apart what a closed crossing takes away, in Chinese', async () => {
    const { page } = shared();
    await goTo(page, '?lang=zh&panel=reach&hub=chita&modes=rail&scenario=zabaykalsk-closed');
    const within = ['chita', '--within', '2000km', '--bands', '500,1000', '--modes', 'rail'];
    const closed = await nvReach(...within, '--scenario', 'zabaykalsk-closed');
    await expect.poll(() => shown(page)).toEqual(expected(closed));
    const today = await nvReach(...within);
    const left = new Set(closed[2]!.hubs.map(({ id }) => id));
    const lost = today[2]!.hubs.filter(({ id }) => !left.has(id));
    await page.getByText(`失去的枢纽 (${lost.length})`).waitFor();
    const change = (await page.getByTestId('reach-change').innerText()).replaceAll(',', '');
    expect(change).toContain(`失去${Math.round(today[2]!.km - closed[2]!.km)}公里`);
    await mapIdle(page);
    expectClean(shared());
  });
});
