import type { Page } from 'playwright';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findings } from './axe';
import { expectClean, mapIdle, useBrowser, visit } from './browser';

useBrowser();

const PAYLOAD = '<img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script>';
const point = (lng: number, lat: number, properties: object, rest = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [lng, lat] },
  ...rest,
});
const collection = (features: unknown[]): Buffer =>
  Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));

const give = (page: Page, name: string, buffer: Buffer): Promise<void> =>
  page
    .getByTestId('own-file')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
const back = (page: Page) => page.getByRole('button', { name: 'All own layers' }).click();
const kinds = (page: Page) => page.getByTestId('own-kinds');

describe('own data', () => {
  it('is read, its defects told, mended, listed, filtered, joined, and kept over a reload', async () => {
    const visited = await visit({ address: '?panel=data&corridor=trans-siberian' });
    const { page } = visited;
    await mapIdle(page);
    const features = [
      point(45.75, 126.65, { name: 'Harbin', people: 5 }),
      point(55.03, 82.92, { name: PAYLOAD, people: 2 }),
      point(0.1, 0.1, { name: 'Gulf', people: 1 }),
    ];
    await give(page, `towns${PAYLOAD.replaceAll('/', '')}.geojson`, collection(features));
    await kinds(page).waitFor();
    expect(await kinds(page).innerText()).toBe('2 points, 0 lines, 0 areas');
    expect(await page.getByTestId('own-defects').innerText()).toContain('swap the axes');
    await page.getByRole('button', { name: 'Swap longitude and latitude' }).click();
    await page.getByText('3 points').waitFor();
    await page.getByText('No defect was found.').waitFor();
    expect(await page.getByTestId('own-inside').innerText()).toContain(': 1 points');

    await page.getByRole('searchbox', { name: 'Search the table' }).fill('onerror');
    await page.getByText('1 row', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Show on the map/ }).click();
    const card = page.getByRole('article');
    expect(await card.innerText()).toContain(PAYLOAD);
    await mapIdle(page);
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);

    await page.reload();
    await page.getByTestId('own-layers').getByText('3 features').waitFor();
    await page.getByRole('button', { name: /^Details of/ }).click();
    await page.getByRole('button', { name: 'Undo: Swap longitude and latitude' }).click();
    await page.getByText('2 points').waitFor();
    await back(page);
    await page.getByRole('button', { name: /^Remove/ }).click();
    await page.getByText('No own layers yet.').waitFor();
    await page.reload();
    await page.getByText('No own layers yet.').waitFor();
    // A reload cancels requests that are under way.
    visited.trouble.splice(0, Infinity, ...visited.trouble.filter((t) => !t.endsWith(' failed')));
    expectClean(visited);
    await visited.close();
  });

  it('of many formats at once; pasted text; what is no data is refused with the reason', async () => {
    const { page, trouble, close } = await visit({ address: '?panel=data&lang=zh' });
    await mapIdle(page);
    await page.getByTestId('own-file').setInputFiles([
      {
        name: 'a.kml',
        mimeType: '',
        buffer: readFileSync('tests/fixtures/bad/files/coordinates-swapped.kml'),
      },
      { name: 'b.zip', mimeType: '', buffer: readFileSync('tests/fixtures/bad/files/no-prj.zip') },
      { name: 'c.fgb', mimeType: '', buffer: readFileSync('tests/fixtures/remote/hubs.fgb') },
      { name: 'd.png', mimeType: '', buffer: readFileSync('tests/fixtures/bad/files/picture.png') },
    ]);
    await page.getByText('无法导入 d.png：不属于可读取的格式。').waitFor();
    await expect.poll(() => page.getByRole('button', { name: '全部自有图层' }).count()).toBe(1);
    await page.getByRole('button', { name: '全部自有图层' }).click();
    await page.getByRole('button', { name: '粘贴文本' }).click();
    await page
      .getByRole('textbox', { name: /GeoJSON/ })
      .fill('名称,纬度,经度\n哈尔滨,45.75,126.65\n');
    await page.getByRole('button', { name: '读取文本' }).click();
    await page.getByText('1 个点、0 条线、0 个面').waitFor();
    await page.getByRole('button', { name: '全部自有图层' }).click();
    await expect.poll(() => page.getByTestId('own-layers').getByRole('listitem').count()).toBe(4);
    expect(trouble).toEqual([]);
    await close();
  });

  it('survives a crash of the tab; a full store is told and the layer stays', async () => {
    const { page, close } = await visit({ address: '?panel=data' });
    await mapIdle(page);
    await give(page, 'kept.geojson', collection([point(126, 45, { name: 'A' })]));
    await kinds(page).waitFor();
    await back(page);
    // Kept once the list of what is not kept could have named it: the browser's own store says so.
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const open = indexedDB.open('northern-vector-own');
          await new Promise((resolve) => (open.onsuccess = resolve));
          const all = open.result.transaction('layers').objectStore('layers').getAllKeys();
          await new Promise((resolve) => (all.onsuccess = resolve));
          open.result.close();
          return all.result.length;
        }),
      )
      .toBe(3);
    const address = page.url();
    const again = await page.context().newPage();
    const crash = page.goto('chrome://crash').catch(() => undefined);
    await again.goto(address);
    await crash;
    await again.getByTestId('own-layers').getByText('kept').waitFor();

    const devtools = await again.context().newCDPSession(again);
    const origin = new URL(again.url()).origin;
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 });
    const many = Array.from({ length: 20_000 }, (_, i) =>
      point(100 + i / 1000, 50, { name: `${i}` }),
    );
    await give(again, 'large.geojson', collection(many));
    await again.getByText('store is full', { exact: false }).waitFor();
    await back(again);
    expect(await again.getByTestId('own-layers').getByRole('listitem').count()).toBe(2);
    await close();
  });
});
