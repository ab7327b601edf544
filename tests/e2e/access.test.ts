import { describe, expect, it } from 'vitest';
import { THEME_IDS } from '../../src/layers/theme';
import { PANELS } from '../../src/state/choices';
import { findings } from './axe';
import { goTo, mapIdle, useBrowser, useVisit } from './browser';

useBrowser();
const shared = useVisit();

describe('axe finds nothing', () => {
  // The panels are opened one after the other, as a person would.
  it.each(THEME_IDS)('on any panel, card or dialog in the %s theme', async (theme) => {
    const address = `?corridor=trans-siberian&selected=crossings:zabaykalsk-manzhouli-rail&theme=${theme}`;
    const { page } = shared();
    await goTo(page, address);
    await page.locator(`html[data-theme="${theme}"]`).waitFor();
    await page.getByTestId('catchment-people').waitFor();
    for (const panel of PANELS) {
      const button = page.locator(`[data-panel="${panel}"]`);
      if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
      await page.locator('#panel h2').waitFor();
      expect(await findings(page), panel).toEqual([]);
    }
    await page.getByRole('button', { name: 'Keys and help' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await findings(page), 'help').toEqual([]);
    await page.keyboard.press('Escape');
    await mapIdle(page);
  });
});
