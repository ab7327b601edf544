import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { THEME_IDS } from '../../src/layers/theme';
import { PANELS } from '../../src/state/choices';
import { mapIdle, useBrowser, visit } from './browser';

useBrowser();

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
}

/** What axe finds against WCAG 2.2 A and AA, as readable lines. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: (o: object) => Promise<AxeResult> } }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}

describe('axe finds nothing', () => {
  // One visit a theme: the panels are opened one after the other, as a person would.
  it.each(THEME_IDS)('on any panel, card or dialog in the %s theme', async (theme) => {
    const address = `?corridor=trans-siberian&selected=crossings:zabaykalsk-manzhouli-rail&theme=${theme}`;
    const { page, close } = await visit({ address });
    await mapIdle(page);
    await page.getByTestId('catchment-people').waitFor();
    for (const panel of PANELS) {
      const button = page.locator(`[data-panel="${panel}"]`);
      if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
      await page.locator('#panel h2').waitFor();
      expect(await findings(page), panel).toEqual([]);
    }
    await page.getByRole('button', { name: 'Keys and help' }).click();
    expect(await findings(page), 'help').toEqual([]);
    await close();
  });
});
