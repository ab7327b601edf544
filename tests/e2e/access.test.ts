import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
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

describe.each(['light', 'dark', 'projector'])('axe finds nothing in the %s theme', (theme) => {
  it.each([
    ['corridors', '?corridor=trans-siberian'],
    ['layers', '?panel=layers&selected=hubs:harbin'],
    ['data', '?panel=data&selected=crossings:zabaykalsk-manzhouli-rail'],
  ])('on the panel %s', async (_panel, address) => {
    const { page, close } = await visit({ address: `${address}&theme=${theme}` });
    await mapIdle(page);
    expect(await findings(page)).toEqual([]);
    await close();
  });

  it('in the help', async () => {
    const { page, close } = await visit({ address: `?theme=${theme}` });
    await mapIdle(page);
    await page.getByRole('button', { name: 'Keys and help' }).click();
    expect(await findings(page)).toEqual([]);
    await close();
  });
});
