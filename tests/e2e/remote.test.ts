import { describe, expect, it } from 'vitest';
import { findings } from './axe';
import { mapIdle, useBrowser, visit } from './browser';
import { startOtherHost } from './other-host';

useBrowser();

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
