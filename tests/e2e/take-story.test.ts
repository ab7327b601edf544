import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import type { Story } from '../../src/core/story/types';
import { LANGS, LANGUAGES, type Lang } from '../../src/core/types';
import { writeStory } from '../../src/formats/story-file';
import { findings } from './axe';
import { downloaded, expectClean, mapIdle, useBrowser, visit } from './browser';

useBrowser();

const PAYLOAD = '</script><script>document.title="broken"</script><img src=x onerror=alert(1)>';

const inAll = (text: string) => Object.fromEntries(LANGS.map((lang) => [lang, `${lang} ${text}`]));

/** A story with a figure to measure, the pole in sight, and text that would like to be code. */
const STORY: Story = {
  id: 'own-usb',
  title: inAll('Өвөл 北方 «Север»'),
  summary: inAll(PAYLOAD),
  start: true,
  end: true,
  scenes: [
    {
      id: 'way',
      title: inAll(PAYLOAD),
      text: inAll('{{route from=harbin to=vladivostok modes=rail : km}}'),
      notes: inAll('Say this'),
      address: '?from=harbin&to=vladivostok&modes=rail&panel=routes#map=4.5/45/128',
      sources: [{ title: PAYLOAD, publisher: 'Us', date: '2026' }],
    },
    {
      id: 'pole',
      title: inAll('Arctic'),
      text: {},
      address: '?projection=arctic#map=1.9/70/110',
      sources: [],
    },
  ],
};

/** Scripts of letters whose font the map or the page has used. */
const lettersDrawn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const within = { latin: 'U+0-FF', cyrillic: 'U+301', 'cyrillic-ext': 'U+460', han: 'U+2E80' };
    const used = [...document.fonts].filter(({ status }) => status === 'loaded');
    return Object.entries(within).flatMap(([name, start]) =>
      used.some(({ unicodeRange }) => unicodeRange.startsWith(start)) ? [name] : [],
    );
  });

describe('the file that takes a story along', () => {
  it('is made in the dialog, presents itself without network, and the story’s text stays text', async () => {
    const made = await visit({ address: '?panel=stories' });
    await made.page.locator('input[type="file"]').setInputFiles({
      name: 'usb.json',
      mimeType: 'application/json',
      buffer: Buffer.from(writeStory(STORY)),
    });
    await made.page.getByRole('button', { name: 'Take along', exact: true }).click();
    expect(await findings(made.page)).toEqual([]);
    const button = made.page.getByRole('button', { name: 'Make the file' });
    const bytes = await downloaded(made.page, button);
    const said = await made.page.getByTestId('take-status').innerText();
    expect(said).toBe(`Saved: own-usb.html, ${(bytes.length / 1e6).toFixed(1)} MB`);
    // The dialog says 7.5 MB.
    expect(bytes.length / 1e6).toBeGreaterThan(7);
    expect(bytes.length / 1e6).toBeLessThan(8);
    expectClean(made);
    await made.close();

    const file = join(mkdtempSync(join(tmpdir(), 'nv-usb-')), 'own-usb.html');
    writeFileSync(file, bytes);
    const asked: string[] = [];
    const visited = await visit({
      at: pathToFileURL(file).href,
      size: { width: 800, height: 500 },
      before: async (page) => {
        await page.context().setOffline(true);
        page.on('request', (request) => asked.push(request.url().slice(0, 80)));
      },
    });
    const { page } = visited;
    await page.getByRole('heading', { level: 1, name: 'en Өвөл 北方 «Север»' }).waitFor();
    await mapIdle(page);
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { level: 1, name: `en ${PAYLOAD}` }).waitFor();
    await page
      .locator('[data-figure]')
      .filter({ hasText: /\d{3}\skm/ })
      .waitFor();
    await mapIdle(page);
    const [speaker] = await Promise.all([
      page.context().waitForEvent('page'),
      page.keyboard.press('s'),
    ]);
    await speaker.getByText('en Say this').waitFor();
    await speaker.keyboard.press('PageDown');
    await page.locator('[data-slide="pole"]').waitFor();
    await page.keyboard.press('s');
    await page.keyboard.press('PageUp');
    await page.locator('[data-slide="way"]').waitFor();
    await page.keyboard.press('PageDown');
    await page.locator('[data-slide="pole"]').waitFor();
    await page.locator('[data-projection="arctic"]').waitFor();
    await mapIdle(page);
    await page.keyboard.press('End');
    await page.locator('[data-slide="end"]').waitFor();
    expect(await page.locator('article').innerText()).toContain(PAYLOAD);
    expect(await page.locator('article img').count()).toBe(0);

    // Left to explore, in each language: the whole map is in the file.
    await page.keyboard.press('Escape');
    for (const lang of ['zh', 'ru', 'mn'] as Lang[]) {
      await page.locator('header select').last().selectOption(lang);
      await page.locator(`html[lang="${LANGUAGES[lang].locale}"]`).waitFor();
      await mapIdle(page);
    }
    expect(await lettersDrawn(page)).toEqual(['latin', 'cyrillic', 'cyrillic-ext', 'han']);
    expect(await page.title()).not.toBe('broken');
    expect(asked.filter((url) => !/^(data|file):/.test(url))).toEqual([]);
    expectClean(visited);
    await visited.close();
  });
});
