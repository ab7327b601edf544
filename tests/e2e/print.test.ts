import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { findings } from './axe';
import { downloaded, expectClean, mapIdle, useBrowser, visit } from './browser';

useBrowser();

const SCRIPT = '<script>document.title="x"</script>';

describe('the composer of printed maps', () => {
  it('makes a page by keyboard, shows it, and saves it as PDF, SVG and PNG of the chosen width', async () => {
    const visited = await visit({ address: '?corridor=trans-siberian&radius=50' });
    const { page } = visited;
    await mapIdle(page);
    await page.getByRole('button', { name: 'Print or export the map' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Printed map' });
    const ready = page.locator('dialog [data-ready="true"]');
    await ready.waitFor({ timeout: 120_000 });
    const choice = (name: string) => dialog.getByRole('combobox', { name, exact: true });
    const title = dialog.getByRole('textbox', { name: 'Title', exact: true });
    expect(await title.inputValue()).toBe('Trans-Siberian Railway');

    // Long tasks of the page while a page is made in the worker, one order after the other.
    await page.evaluate(() => {
      const held = globalThis as unknown as { longest: number };
      held.longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries())
          held.longest = Math.max(held.longest, duration);
      }).observe({ type: 'longtask' });
    });
    await title.fill(SCRIPT);
    await choice('Page').selectOption('a3');
    await choice('Orientation').selectOption({ label: 'Portrait' });
    await choice('Projection').selectOption({ label: 'Arctic, polar' });
    await ready.waitFor({ timeout: 120_000 });
    const canvas = await dialog.locator('canvas').evaluate((node) => ({
      width: (node as HTMLCanvasElement).width,
      height: (node as HTMLCanvasElement).height,
    }));
    expect(canvas.height / canvas.width).toBeCloseTo(Math.SQRT2, 1);
    expect(
      await page.evaluate(() => (globalThis as unknown as { longest: number }).longest),
    ).toBeLessThan(200);
    expect(await findings(page)).toEqual([]);

    const save = (kind: string) => dialog.getByRole('button', { name: `Save as ${kind}` });
    const svg = await downloaded(page, save('SVG'));
    const text = svg.toString('utf8');
    expect(text).toMatch(/^<svg [^>]*width="841.89pt" height="1190.55pt"/);
    expect(text).toContain('<title>&lt;script&gt;');
    expect(text).not.toMatch(/<script|<image|<foreignObject|href=/);

    const pdf = (await downloaded(page, save('PDF'))).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).toMatch(/\/MediaBox \[0 0 841\.8\d* 1190\.5\d*\]/);
    expect(pdf).toMatch(/\/FontFile2/);
    expect(pdf).not.toMatch(/\/JavaScript|\/OpenAction/);

    await dialog.getByLabel('Width of the PNG, pixels').fill('1500');
    await dialog.getByLabel('Width of the PNG, pixels').press('Tab');
    const png = await downloaded(page, save('PNG'));
    const { format, width, height } = await sharp(png).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', width: 1500, height: 2121 });
    // The same picture that another program makes of the SVG.
    const grey = (picture: Buffer) =>
      sharp(picture).resize(300, 424, { fit: 'fill' }).flatten().greyscale().raw().toBuffer();
    const [ours, other] = await Promise.all([grey(png), grey(svg)]);
    const off = ours.reduce((sum, value, i) => sum + Math.abs(value - other[i]!), 0) / ours.length;
    expect(off).toBeLessThan(3);

    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.title()).toBe('Northern Vector');
    expectClean(visited);
    await visited.close();
  });
});
