import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listOf } from '../../src/setup/offline.mjs';
import { mapIdle, useBrowser, visit } from './browser';
import { Host } from './offline-host';

useBrowser();

/** As after a build of changed sources, without the minute that it takes. */
function rebuild({ dir }: Host): void {
  const page = join(dir, 'index.html');
  const html = readFileSync(page, 'utf8').replace(
    '<head>',
    '<head><meta name="build" content="2">',
  );
  writeFileSync(page, html);
  const script = join(dir, 'service-worker.js');
  const code = readFileSync(script, 'utf8').split('\n').slice(1).join('\n');
  writeFileSync(script, listOf(dir) + code);
}

describe('the installed page', () => {
  it('opens without network after the first visit, and says when a new version is here', async () => {
    const host = new Host('dist');
    await host.start();
    const { page, trouble, close } = await visit({
      at: host.address,
      offline: true,
      // A small map is drawn sooner.
      size: { width: 800, height: 500 },
    });
    const kept = page.getByTestId('offline');
    const openData = () => page.getByRole('button', { name: 'Data', exact: true }).click();
    await mapIdle(page);
    await openData();
    await kept.waitFor();

    await host.stop();
    await page.goto(`${host.address}?story=gauge-break&scene=line&lang=ru`);
    await page.locator('[data-figure]').filter({ hasText: '23' }).waitFor();
    await mapIdle(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Регионы', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: 'Регионы' }).waitFor();
    expect(trouble).toEqual([]);

    rebuild(host);
    await host.start();
    await page.goto(host.address);
    // Only then does the page look after what is kept.
    await mapIdle(page);
    const notice = page.getByText('A new version of this map is here.');
    await notice.waitFor();
    const build = page.locator('meta[name="build"]');
    expect(await build.count()).toBe(0);
    await page.getByRole('button', { name: 'Reload' }).click();
    await build.waitFor({ state: 'attached' });
    await mapIdle(page);
    expect(await notice.count()).toBe(0);
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(1);
    expect(trouble).toEqual([]);
    await close();
    await host.stop();
  });

  it('has a manifest whose icons are there, with the sizes that it says', async () => {
    const manifest = JSON.parse(readFileSync('dist/manifest.webmanifest', 'utf8')) as {
      start_url: string;
      scope: string;
      icons: { src: string; sizes: string; type: string }[];
    };
    expect([manifest.start_url, manifest.scope]).toEqual(['./', './']);
    const { default: sharp } = await import('sharp');
    for (const { src, sizes } of manifest.icons.filter(({ type }) => type === 'image/png')) {
      const { width, height } = await sharp(`dist/${src}`).metadata();
      expect(`${width}x${height}`).toBe(sizes);
    }
  });
});
