import type { Locator } from 'playwright';
import { describe, expect, it } from 'vitest';
import { LANGS } from '../../src/core/types';
import { Language } from '../../src/i18n/language';
import { PANELS } from '../../src/state/choices';
import { findings } from '../e2e/axe';
import { goTo, useBrowser, useVisit } from '../e2e/browser';

/** Two phones on their side, and a small frame in another page. */
const SIZES = [
  { width: 844, height: 390 },
  { width: 740, height: 360 },
  { width: 480, height: 320 },
];

useBrowser();
const shared = useVisit();

const box = async (locator: Locator) => (await locator.boundingBox())!;

describe.each(LANGS)('on a low screen in %s', (lang) => {
  it('panel and card are one sheet at the left, which holds its words and leaves the map free', async () => {
    const { page } = shared();
    const t = await Language.load(lang);
    const [panel, map] = [page.locator('#panel'), page.locator('.canvas')];
    const tooWide: string[] = [];
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const name of PANELS) {
        await goTo(page, `?lang=${lang}&panel=${name}`);
        await page.getByRole('region', { name: t.text(`panel.${name}`), exact: true }).waitFor();
        await panel.getByRole('heading', { level: 2 }).first().waitFor();
        const wide = await panel.evaluate((it) => {
          // The grip lies in the gutter, which Chromium counts behind it once more.
          const grip = it.querySelector<HTMLElement>('.grip')!;
          grip.style.display = 'none';
          const over = it.scrollWidth - it.clientWidth;
          grip.style.removeProperty('display');
          return over;
        });
        if (wide > 0) tooWide.push(`${name} by ${wide} of ${size.width}`);
      }
      const [sheet, view] = [await box(panel), await box(map)];
      expect(sheet.x + sheet.width).toBeLessThanOrEqual(view.x + 1);
      expect(view.width).toBeGreaterThan(size.width / 3);
      expect(view.height).toBeGreaterThan(size.height * 0.8);

      await goTo(page, `?lang=${lang}&panel=layers&selected=hubs:harbin`);
      const card = await box(page.getByTestId('card'));
      expect([card.x, card.width]).toEqual([sheet.x, sheet.width]);
      expect(await panel.isVisible()).toBe(false);
      await page.getByRole('button', { name: t.text('card.close') }).click();
      await panel.waitFor();

      const header = page.locator('header').first();
      expect(await header.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
    }
    expect(tooWide).toEqual([]);
    expect(await findings(page)).toEqual([]);
  });
});

it('the panel is pulled wide and put away', async () => {
  const { page } = shared();
  await page.setViewportSize(SIZES[0]!);
  await goTo(page, '?panel=data');
  const panel = page.locator('#panel');
  await panel.getByRole('heading', { name: 'Data', level: 2 }).waitFor();
  const before = await box(panel);
  await page.getByRole('button', { name: 'Make the panel larger or smaller' }).click();
  expect((await box(panel)).width).toBeGreaterThan(before.width * 1.5);
  await page.getByRole('button', { name: 'Make the panel larger or smaller' }).click();
  expect((await box(panel)).width).toBe(before.width);
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await panel.waitFor({ state: 'detached' });
  expect((await box(page.locator('.canvas'))).width).toBeGreaterThan(760);
});
