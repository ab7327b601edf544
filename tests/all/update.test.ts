import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { build, type Plugin } from 'vite';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Host } from '../e2e/offline-host';
import { expectClean, mapIdle, useBrowser, visit, type Visit } from '../e2e/browser';

/**
 * An installed page and a later build of other sources: the notice, what it takes over, and what a
 * person had in hand. Two true builds, where tests/e2e/offline.test.ts changes a file of one.
 */
const TITLE = 'A later edition';
let host: Host;
let opened: Visit;
let page: Page;
const built = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'nv-update-')));

useBrowser();

/** The sources with another title in the first bundle. */
const later = (): Plugin => ({
  name: 'later-sources',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('/messages/en.json') ? code.replace('"Northern Vector"', `"${TITLE}"`) : null,
});

beforeAll(async () => {
  // As published: in a test's environment Vite builds a page that keeps nothing.
  vi.stubEnv('NODE_ENV', 'production');
  for (const [i, outDir] of built.entries())
    await build({
      configFile: 'vite.config.ts',
      logLevel: 'error',
      plugins: i === 1 ? [later()] : [],
      build: { outDir, emptyOutDir: true },
    });
  vi.unstubAllEnvs();
  host = new Host(built[0]!);
  await host.start();
  opened = await visit({
    at: host.address,
    address: '?panel=data',
    offline: true,
    // A small map is drawn sooner, and the browser keeps the page after that.
    size: { width: 800, height: 500 },
  });
  ({ page } = opened);
  page.setDefaultTimeout(120_000);
});
afterAll(async () => {
  await opened.close();
  await host.stop();
  for (const dir of [...built, host.dir]) rmSync(dir, { recursive: true });
});

const press = (name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
const heading = (name: string) => page.getByRole('heading', { level: 1, name });

it('a new version is taken when its notice is pressed, and nothing of a person is lost', async () => {
  await mapIdle(page);
  await page.getByTestId('offline').waitFor();

  await press('Measure');
  await press('Point');
  await page.locator('.canvas').click();
  await page.getByRole('button', { name: 'Remove Point 1', exact: true }).waitFor();
  await press('Scenario');
  await press('New scenario');
  await page.getByRole('textbox', { name: 'Name' }).fill('Mine');
  await press('Stories');
  await press('New story');
  await press('Capture what is seen');
  await page
    .getByRole('textbox', { name: 'Title', exact: true })
    .nth(1)
    .fill('The scene that was taken');
  await heading('Northern Vector').waitFor();

  host.exchange(built[1]!);
  await page.reload();
  const notice = page.getByText('A new version of this map is here.');
  await notice.waitFor();
  await heading('Northern Vector').waitFor();
  // Typed, and the field still has the focus.
  await page.getByRole('button', { name: 'My story' }).click();
  await page.getByRole('textbox', { name: 'Summary' }).fill('Typed a moment before');
  await press('Reload');
  await heading(TITLE).waitFor();
  await mapIdle(page);
  expect(await notice.count()).toBe(0);
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(1);

  await page.getByRole('button', { name: 'My story' }).click();
  expect(await page.getByRole('textbox', { name: 'Summary' }).inputValue()).toBe(
    'Typed a moment before',
  );
  expect(await page.getByRole('textbox', { name: 'Title', exact: true }).nth(1).inputValue()).toBe(
    'The scene that was taken',
  );
  await press('Scenario');
  await page.getByRole('option', { name: 'Mine' }).waitFor({ state: 'attached' });
  await press('Measure');
  await page.getByRole('button', { name: 'Remove Point 1', exact: true }).waitFor();

  await host.stop();
  await page.reload();
  await heading(TITLE).waitFor();
  await mapIdle(page);
  expectClean(opened);
});
