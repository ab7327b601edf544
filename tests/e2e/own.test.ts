import type { Page } from 'playwright';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { findings } from './axe';
import { addressOf, expectClean, goTo, mapIdle, queryOf, useBrowser, visit } from './browser';

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
const back = (page: Page) =>
  page.getByRole('button', { name: /All own layers|全部自有图层/ }).click();
const kinds = (page: Page) => page.getByTestId('own-kinds');

/** What the browser's own store holds of layers, as text. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const open = indexedDB.open('northern-vector-own');
    await new Promise((resolve) => (open.onsuccess = resolve));
    const all = open.result.transaction('layers').objectStore('layers').getAll();
    await new Promise((resolve) => (all.onsuccess = resolve));
    open.result.close();
    return JSON.stringify(all.result);
  });

/**
 * Gives the page's origin a store of so many bytes. A browser asks how much room is left once in 30
 * seconds and goes by that in between, so this must come before the page first keeps anything; and
 * it lasts as long as the page that it was asked from, hence one that nothing closes.
 */
async function smallStore(page: Page, bytes: number): Promise<void> {
  const origin = new URL(inject('pageUrl')).origin;
  const other = await page.context().newPage();
  await other.goto(`${inject('pageUrl')}icon.svg`);
  const devtools = await page.context().newCDPSession(other);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
}

/** Ends the tab as a crash does, and answers a new one at the same address. */
async function crashed(page: Page): Promise<Page> {
  const address = (await addressOf(page)).href;
  const again = await page.context().newPage();
  await Promise.all([
    page.waitForEvent('crash'),
    page.goto('chrome://crash').catch(() => undefined),
  ]);
  await again.goto(address);
  return again;
}

describe('own data', () => {
  it('is read, its defects told, mended, listed, filtered, joined; a crash loses nothing, a full store is told', async () => {
    const visited = await visit({
      address: '?panel=data&corridor=trans-siberian',
      before: (page) => smallStore(page, 1_000_000),
    });
    const { page } = visited;
    const features = [
      point(45.75, 126.65, { name: 'Harbin', people: 5 }),
      point(55.03, 82.92, { name: PAYLOAD, people: 2 }),
      point(0.1, 0.1, { name: 'Gulf', people: 1 }),
    ];
    await give(page, `towns${PAYLOAD.replaceAll('/', '')}.geojson`, collection(features));
    await kinds(page).waitFor();
    expect(await kinds(page).innerText()).toBe('2 points, 0 lines, 0 areas');
    expect(await page.getByTestId('own-defects').innerText()).toContain('swap the axes');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Swap longitude and latitude' }).click();
    await page.getByText('3 points').waitFor();
    await page.getByText('No defect was found.').waitFor();
    expect(await page.getByTestId('own-inside').innerText()).toContain(': 1 point,');

    await page.getByRole('searchbox', { name: 'Search the table' }).fill('onerror');
    await page.getByText('1 row', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Show on the map/ }).click();
    const card = page.getByRole('article');
    expect(await card.innerText()).toContain(PAYLOAD);
    await mapIdle(page);
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
    await expect.poll(() => kept(page)).toContain('swap-axes');
    expectClean(visited);

    const again = await crashed(page);
    await again.getByTestId('own-layers').getByText('3 features').waitFor();
    await again.getByRole('button', { name: /^Details of/ }).click();
    await again.getByRole('button', { name: 'Undo: Swap longitude and latitude' }).click();
    await again.getByText('2 points').waitFor();

    const many = Array.from({ length: 20_000 }, (_, i) =>
      point(100 + i / 1000, 50, { name: `${i}` }),
    );
    await back(again);
    await give(again, 'large.geojson', collection(many));
    await again.getByText('store is full', { exact: false }).waitFor();
    await back(again);
    const layers = again.getByTestId('own-layers').getByRole('listitem');
    expect(await layers.count()).toBe(2);

    await again.getByRole('button', { name: /^Remove towns/ }).click();
    await again.getByRole('button', { name: /^Remove large/ }).click();
    await again.getByText('No own layers yet.').waitFor();
    await again.reload();
    await again.getByText('No own layers yet.').waitFor();
    await visited.close();
  });

  it('of many formats at once; pasted text; what is no data is refused with the reason', async () => {
    const { page, trouble, close } = await visit({ address: '?panel=data&lang=zh' });
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
    await page.getByText('无法导入 d.png：不属于可读取的格式').waitFor();
    await expect.poll(() => page.getByRole('button', { name: '全部自有图层' }).count()).toBe(1);
    await page.getByRole('button', { name: '全部自有图层' }).click();
    await page.getByRole('button', { name: '粘贴文本' }).click();
    await page
      .getByRole('textbox', { name: /GeoJSON/ })
      .fill('名称,纬度,经度\n营地甲,45.75,126.65\n营地乙,52.03,113.5\n');
    await page.getByRole('button', { name: '读取文本' }).click();
    await page.getByText('2 个点、0 条线、0 个面').waitFor();
    await back(page);
    await expect.poll(() => page.getByTestId('own-layers').getByRole('listitem').count()).toBe(4);

    // "имя;широта;долгота" and a town in KOI8-R, which in another encoding names no coordinates.
    const koi = 'c9cdd13bdbc9d2cfd4c13bc4cfccc7cfd4c10afec9d4c13b35323b3131330a';
    await give(page, 'koi.csv', Buffer.from(koi, 'hex'));
    const encoding = page.getByRole('combobox', { name: /^文本编码/ });
    await expect.poll(() => encoding.inputValue()).toBe('koi8-r');
    await encoding.selectOption('windows-1251');
    await page.getByText('0 个点').waitFor();
    await encoding.selectOption('koi8-r');
    await page.getByText('1 个点').waitFor();
    await page.getByRole('region', { name: '表格' }).getByText('Чита').first().waitFor();
    await page.getByRole('button', { name: '移除 koi' }).click();

    // Its points are found by their names, and are ends of a way, origins and destinations.
    await page.getByRole('combobox', { name: '搜索' }).fill('营地甲');
    await page.getByRole('option', { name: /营地甲.*自有点/ }).click();
    await page.getByRole('article').getByText('126.65').waitFor();
    await goTo(page, '?panel=routes&lang=zh');
    await page.getByRole('combobox', { name: '起点' }).fill('营地乙');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await queryOf(page)).from).toBe('113.5,52.03');
    expect(await page.getByRole('combobox', { name: '起点' }).inputValue()).toBe('营地乙');
    await goTo(page, '?panel=matrix&lang=zh&matrix=chita&modes=rail');
    await page.getByRole('button', { name: '自有点' }).click();
    await page.getByRole('button', { name: '添加 粘贴的文本 的点' }).click();
    await page.getByRole('rowheader', { name: '营地甲' }).waitFor();
    await page.locator('[data-testid="matrix"][data-stale="false"]').waitFor();
    const words = ['matrix', 'chita', '126.65,45.75', '--modes', 'rail', '--format', 'json'];
    const told = execFileSync('node', ['src/setup/nv.mjs', ...words], { encoding: 'utf8' });
    const { cells } = JSON.parse(told) as { cells: { to: string; distanceKm: number }[] };
    const km = cells.find(({ to }) => to === '126.65,45.75')!.distanceKm;
    const cell = page.getByRole('row').nth(1).getByRole('gridcell').nth(1);
    expect(Number((await cell.innerText()).replaceAll(',', ''))).toBeCloseTo(km, 1);
    expect(trouble).toEqual([]);
    await close();
  });
});
