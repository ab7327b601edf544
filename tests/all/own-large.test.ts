import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { build, preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/setup/browser.mjs';
import { largeGeoJson, millionPointsCsv } from '../bench/own-input';
import { mainThreadWork, TRACED } from './trace';

/** Nothing of our own may hold up the page longer. */
const MOST_MS = 50;
/** A process does not give every page back to the system at once. */
const MOST_LEFT_MB = 80;

const folder = mkdtempSync(join(tmpdir(), 'nv-large-'));
let server: PreviewServer;
let browser: Browser;
let url: string;

beforeAll(async () => {
  writeFileSync(join(folder, 'large.geojson'), largeGeoJson());
  writeFileSync(join(folder, 'million.csv'), millionPointsCsv());
  // The same page with MapLibre in a file of its own: a trace names files, not packages.
  const outDir = join(folder, 'dist');
  await build({
    configFile: 'vite.config.ts',
    logLevel: 'error',
    build: {
      outDir,
      rolldownOptions: {
        output: { codeSplitting: { groups: [{ name: 'maplibre', test: /maplibre-gl/ }] } },
      },
    },
  });
  server = await preview({
    configFile: 'vite.config.ts',
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  url = `http://127.0.0.1:${address.port}/`;
  const found = await findBrowser();
  if ('missing' in found) throw new Error(found.missing);
  browser = await chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Megabytes of memory that the processes of pages hold, after garbage is collected. */
async function pageMemoryMb(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.detach();
  const whole = await browser.newBrowserCDPSession();
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
      const page = await (await browser.newContext()).newPage();
      await page.goto(`${url}?panel=data`);
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

      await browser.startTracing(page, { categories: TRACED });
      await page.evaluate(() => performance.mark('file given'));
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
      const work = mainThreadWork(await browser.stopTracing(), /maplibre/, 'file given');
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
          `  main thread, processor time, ${work.tasks} tasks: the longest ${work.longestMs.toFixed(1)} ms; without what MapLibre alone was at work on ${work.longestOwnMs.toFixed(1)} ms\n` +
          `  memory of the page: ${before.toFixed(0)} MB before, ${peak.toFixed(0)} MB with the layer, ${after.toFixed(0)} MB after its removal`,
      );
      expect(seen.size).toBeGreaterThan(3);
      expect(work.longestOwnMs, JSON.stringify(work.worst, null, 1)).toBeLessThan(MOST_MS);
      await page.context().close();
    },
  );
});
