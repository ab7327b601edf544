import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { PROJECTION_IDS } from '../../src/core/projections';
import { LANGS } from '../../src/core/types';
import { THEMES } from '../../src/layers/theme';
import { addressOf, expectClean, moveTo, useBrowser, useVisit } from './browser';

useBrowser();
/** The fonts that have been asked for so far. */
const fonts: string[] = [];
const shared = useVisit({
  address: '?lang=zh&projection=mercator&panel=data',
  before: (page) => {
    page.on('request', (request) => {
      if (request.resourceType() === 'font') fonts.push(request.url());
    });
    return Promise.resolve();
  },
});

/** The colours of a strip across the middle of the map, as `#rrggbb`, one a pixel. */
async function middle(shot: Buffer, box: { x: number; y: number; width: number; height: number }) {
  const [width, height] = [60, 5];
  const region = {
    left: Math.round(box.x + box.width / 2 - width / 2),
    top: Math.round(box.y + box.height / 2 - height / 2),
    width,
    height,
  };
  const { data, info } = await sharp(shot)
    .extract(region)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Array.from({ length: width * height }, (_, i) => {
    const rgb = data.subarray(i * info.channels, i * info.channels + 3);
    return `#${Buffer.from(rgb).toString('hex')}`;
  });
}

/** On 180 degrees, inside Chukotka and inside Wrangel Island. */
const ON_180 = [
  { place: 'Chukotka', at: '67.3/180', zoom: 5 },
  { place: 'Wrangel Island', at: '71.25/180', zoom: 7 },
];

describe('the map', () => {
  const titles = {
    en: 'Northern Vector',
    zh: '北方向量',
    ru: 'Северный вектор',
    mn: 'Умардын вектор',
  };
  it.each(PROJECTION_IDS.map((projection, i) => ({ projection, lang: LANGS[i]! })))(
    'draws North Asia in $projection without a seam at 180 degrees, speaks $lang and asks nobody else',
    async ({ projection, lang }) => {
      const { page } = shared();
      await moveTo(page, `?projection=${projection}&lang=${lang}`);
      expect(await page.title()).toBe(titles[lang]);
      expect(await page.getAttribute('html', 'lang')).toContain(lang);
      // Labels come from the page's own fonts, Han from its own subset.
      const script = { en: 'latin', zh: 'han', ru: 'cyrillic', mn: 'cyrillic' }[lang];
      expect(fonts.some((url) => url.includes(`/fonts/${script}`))).toBe(true);

      const box = (await page.locator('[data-idle]').boundingBox())!;
      for (const { place, at, zoom } of ON_180) {
        const address = `?projection=${projection}&layers=regions&panel=data#map=${zoom}/${at}`;
        await moveTo(page, address);
        const colours = await middle(await page.screenshot({ scale: 'css' }), box);
        const land = THEMES.light.macroRegion['russian-far-east'];
        const same = colours.filter((colour) => colour === land).length / colours.length;
        expect(same, place).toBeGreaterThan(0.9);
      }
      expectClean(shared());
    },
  );

  it('is complete once it rests: drawn anew, it is the same picture dot by dot', async () => {
    const { page } = shared();
    await page.mouse.move(0, 0);
    await moveTo(page, '?panel=data&lang=zh#map=5/45.75/126.65');
    const box = (await page.locator('[data-idle]').boundingBox())!;
    // Clear of what lies over the map.
    const clip = { x: box.x + 60, y: box.y + 60, width: box.width - 160, height: box.height - 160 };
    const picture = (): Promise<Buffer> => page.screenshot({ clip });
    const first = await picture();
    const isFirst = async (): Promise<boolean> => first.equals(await picture());
    // Harbin gets a ring and loses it: both draw the map, and place its labels, again.
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect.poll(isFirst, { timeout: 30_000 }).toBe(false);
    await page.keyboard.press('Escape');
    await page.mouse.move(0, 0);
    await expect.poll(isFirst, { timeout: 30_000 }).toBe(true);
  });

  it('opens a card by a click, shows coordinates, and keeps the middle when the projection changes', async () => {
    const { page } = shared();
    await moveTo(page, '?panel=data#map=6/45.75/126.65');
    const box = (await page.locator('[data-idle]').boundingBox())!;
    const middleOf = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.click(middleOf.x, middleOf.y);
    const card = page.getByTestId('card');
    await card.waitFor();
    expect(await card.innerText()).toContain('Harbin');
    expect(await card.innerText()).toContain('哈尔滨');
    await page.keyboard.press('Escape');
    expect(await card.count()).toBe(0);

    await page.mouse.move(middleOf.x + 1, middleOf.y);
    const readout = page.getByTitle(/Coordinates/);
    await expect.poll(() => readout.innerText()).toMatch(/^45\.7.*N 126\.6.*E$/);
    await readout.click();
    expect(await readout.innerText()).toMatch(/°\d+′/);

    await moveTo(page, '?panel=data#map=4/62/130');
    for (const id of ['arctic', 'globe', 'mercator', 'north-asia']) {
      await page.getByLabel('Projection').selectOption(id);
      await page.locator(`[data-projection="${id}"][data-idle="true"]`).waitFor();
      const [, lat, lng] = (await addressOf(page)).hash.match(
        /map=[\d.]+\/(-?[\d.]+)\/(-?[\d.]+)/,
      )!;
      expect(Math.abs(Number(lat) - 62)).toBeLessThan(0.2);
      expect(Math.abs(Number(lng) - 130)).toBeLessThan(0.2);
    }
    expectClean(shared());
  });
});
