import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { findings } from './axe';
import { mapIdle, useBrowser, visit } from './browser';
import { startOtherHost } from './other-host';

useBrowser();

/**
 * Where a place is on the screen, after what the map tells of two points under the pointer: on
 * Mercator longitude and the stretched latitude are straight.
 */
async function onScreen(page: Page, [lng, lat]: number[]): Promise<[number, number]> {
  const stretched = (degrees: number): number =>
    Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360));
  const told = async (x: number, y: number): Promise<number[]> => {
    const before = await page.getByTitle(/Coordinates/).innerText();
    await page.mouse.move(x, y);
    await expect.poll(() => page.getByTitle(/Coordinates/).innerText()).not.toBe(before);
    const text = await page.getByTitle(/Coordinates/).innerText();
    const [, north, ns, east, ew] = /([\d.]+)°?\s*([NS])\D*([\d.]+)°?\s*([EW])/.exec(text)!;
    return [Number(east) * (ew === 'W' ? -1 : 1), stretched(Number(north) * (ns === 'S' ? -1 : 1))];
  };
  const [x1, y1, x2, y2] = [700, 250, 1000, 600];
  const [a, b] = [await told(x1, y1), await told(x2, y2)];
  return [
    x1 + ((lng! - a[0]!) / (b[0]! - a[0]!)) * (x2 - x1),
    y1 + ((stretched(lat!) - a[1]!) / (b[1]! - a[1]!)) * (y2 - y1),
  ];
}

/** As it stands in the tile. */
const SABETTA = (
  JSON.parse(readFileSync('geodata/ports.geojson', 'utf8')) as {
    features: { id: string; geometry: { coordinates: number[] } }[];
  }
).features.find(({ id }) => id === 'sabetta-port')!.geometry.coordinates;

describe('layers from other hosts', () => {
  it('PMTiles, TileJSON, XYZ and FlatGeobuf: only after a notice, only on the second page', async () => {
    const host = await startOtherHost();
    const { page, foreign, trouble, close } = await visit({ address: 'remote.html' });
    await mapIdle(page);
    expect(host.asked).toEqual([]);
    const layers = page.getByTestId('remote-layers').getByRole('listitem');
    const add = async (path: string): Promise<void> => {
      const before = await layers.count();
      await page.getByLabel('Address').fill(host.origin + path);
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      const notice = page.getByRole('alertdialog');
      await notice.waitFor();
      expect(await notice.innerText()).toContain(new URL(host.origin).host);
      await notice.getByRole('button', { name: /^Ask/ }).click();
      await layers.nth(before).waitFor();
      await mapIdle(page);
    };

    await page.getByLabel('Address').fill(`${host.origin}/ports.pmtiles`);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('alertdialog').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(host.asked).toEqual([]);
    expect(foreign).toEqual([]);

    await add('/ports.pmtiles');
    expect(host.asked.every((line) => /^\/ports\.pmtiles bytes=/.test(line))).toBe(true);
    await add('/ports');
    await expect.poll(() => host.asked).toContain('/ports/0/0/0.pbf');
    await add('/pictures/{z}/{x}/{y}.png');
    await expect.poll(() => host.asked.some((line) => line.startsWith('/pictures/'))).toBe(true);
    await add('/hubs.fgb');
    expect(host.asked.some((line) => /^\/hubs\.fgb bytes=/.test(line))).toBe(true);
    await layers
      .first()
      .getByText(/\d+ features/)
      .waitFor();
    await layers.filter({ hasText: 'Ports by Martin' }).waitFor();

    // A click shows what the tile, or the file, says of the feature.
    const card = page.getByRole('article');
    await page.mouse.click(...(await onScreen(page, [106.88324, 47.90771])));
    await card.getByText('ulaanbaatar').waitFor();
    await page.mouse.click(...(await onScreen(page, SABETTA)));
    await card.getByText('sabetta-port').waitFor();

    await page.getByLabel('Projection').selectOption('globe');
    await page.locator('[data-projection="globe"]').waitFor();
    await mapIdle(page);
    expect(await findings(page)).toEqual([]);
    await page.getByLabel('Address').fill('http://example.com/x.pmtiles');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: /^Ask/ }).click();
    await page.getByText('That is no address', { exact: false }).waitFor();
    expect(trouble).toEqual([]);
    await close();
    await host.close();
  });

  it('the main page cannot ask another host', async () => {
    const host = await startOtherHost();
    const { page, close } = await visit();
    const asked = await page.evaluate(
      (url) =>
        fetch(url).then(
          () => 'answered',
          () => 'refused',
        ),
      `${host.origin}/ports`,
    );
    expect(asked).toBe('refused');
    expect(host.asked).toEqual([]);
    await close();
    await host.close();
  });
});
