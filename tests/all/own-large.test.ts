import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largeGeoJson, millionPointsCsv } from '../bench/own-input';
import type { ServedPage } from '../served-page';
import { MAP_FILE, builtPage } from './built-page';
import { BEGIN_MARK, mainThreadTasks, TRACE_CATEGORIES, worstTasks } from './main-thread';

/** Nothing of our own may hold up the page longer. */
const MOST_MS = 50;
/** A process does not give every page back to the system at once. */
const MOST_LEFT_MB = 80;

const folder = mkdtempSync(join(tmpdir(), 'nv-large-'));
let built: ServedPage;

beforeAll(async () => {
  writeFileSync(join(folder, 'large.geojson'), largeGeoJson());
  writeFileSync(join(folder, 'million.csv'), millionPointsCsv());
  built = await builtPage();
});
afterAll(() => built.close());

/** Megabytes of memory that the processes of pages hold, after garbage is collected. */
async function pageMemoryMb(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.detach();
  const whole = await built.browser.newBrowserCDPSession();
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
  await whole.detach();
  return processInfo
    .filter(({ type }) => type === 'renderer')
    .reduce((sum, { id }) => {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      return sum + Number(/RssAnon:\s+(\d+)/.exec(status)![1]) / 1024;
    }, 0);
}

describe('a large file on the page', () => {
  it.each([
    ['large.geojson', 66],
    ['million.csv', 40],
  ])(
    '%s, %i MB: progress, cancel, no task over 50 ms of our own, memory given back',
    async (name, megabytes) => {
      const page = await (await built.browser.newContext()).newPage();
      await page.goto(`${built.url}?panel=data`);
      await page.locator('[data-idle="true"]').waitFor({ timeout: 120_000 });
      const workers = page.workers().length;
      const before = await pageMemoryMb(page);
      const give = (): Promise<void> =>
        page.getByTestId('own-file').setInputFiles(join(folder, name));

      await give();
      const progress = page.getByRole('progressbar');
      await expect
        .poll(() => progress.getAttribute('value').then(Number), { timeout: 60_000 })
        .toBeGreaterThan(0.1);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await progress.waitFor({ state: 'detached' });
      await expect.poll(() => page.workers().length).toBe(workers);
      await page.getByText('No own layers yet.').waitFor();

      await built.browser.startTracing(page, { categories: TRACE_CATEGORIES });
      await page.evaluate((name) => performance.mark(name), BEGIN_MARK);
      const start = performance.now();
      await give();
      const seen = new Set<string>();
      while ((await page.getByTestId('own-kinds').count()) === 0)
        for (const value of await progress.evaluateAll((all) =>
          all.map((one) => one.getAttribute('value')),
        ))
          if (value) seen.add(value);
      const seconds = (performance.now() - start) / 1000;
      await page.locator('[data-idle="true"]').waitFor({ timeout: 120_000 });
      const kinds = await page.getByTestId('own-kinds').innerText();

      // The table is the layer's too: searched, sorted and scrolled.
      await page.getByRole('searchbox', { name: 'Search the table' }).fill('ulaan');
      await page.getByText(/^\d+ rows$/).waitFor();
      const tasks = mainThreadTasks(await built.browser.stopTracing(), MAP_FILE);
      const peak = await pageMemoryMb(page);

      await page.getByRole('button', { name: /^Remove/ }).click();
      await page.getByText('No own layers yet.').waitFor();
      await page.locator('[data-idle="true"]').waitFor();
      await expect.poll(() => page.workers().length).toBe(workers);
      await expect
        .poll(() => pageMemoryMb(page), { timeout: 20_000 })
        .toBeLessThan(before + MOST_LEFT_MB);
      const after = await pageMemoryMb(page);
      console.log(
        `${name} (${megabytes} MB): ${kinds}; read in ${seconds.toFixed(1)} s, ${seen.size} different shares of progress seen\n` +
          `  main thread, processor time: ${worstTasks(tasks)}\n` +
          `  memory of the page: ${before.toFixed(0)} MB before, ${peak.toFixed(0)} MB with the layer, ${after.toFixed(0)} MB after its removal`,
      );
      expect(seen.size).toBeGreaterThan(3);
      expect(tasks[0]!.ownMs).toBeLessThan(MOST_MS);
      await page.context().close();
    },
  );
});
