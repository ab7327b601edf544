import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { slidesOf, type Story } from '../../src/core/story/types';
import { LANGS } from '../../src/core/types';
import { findings } from './axe';
import { addressOf, expectClean, goTo, mapIdle, queryOf, useBrowser, useVisit } from './browser';

useBrowser();
const shared = useVisit({ size: { width: 1280, height: 720 } });

const stories = JSON.parse(readFileSync('geodata/stories.json', 'utf8')) as Story[];
const story = stories.find(({ id }) => id === 'gauge-break')!;
const slides = slidesOf(story);
const slide = (page: Page, id: string) => page.locator(`[data-slide="${id}"]`);
/** A finger over the text of the stage, from one x to another. */
async function drawFinger(page: Page, from: number, to: number): Promise<void> {
  const touch = await page.context().newCDPSession(page);
  const y = 300;
  const send = (type: 'touchStart' | 'touchMove', x: number) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] });
  await send('touchStart', from);
  // In steps, as a finger goes: after the first the browser decides whether it scrolls.
  for (const part of [0.1, 0.4, 0.7, 1]) await send('touchMove', from + (to - from) * part);
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await touch.detach();
}

describe('a story', () => {
  it.each(LANGS)(
    'is presented from the first slide to the last by keyboard in %s',
    async (lang) => {
      const { page } = shared();
      await goTo(page, `?story=${story.id}&lang=${lang}`);
      await page.locator(`html[lang^="${lang}"]`).waitFor();
      await slide(page, 'start').waitFor();
      expect(await slide(page, 'start').innerText()).toContain(story.title[lang]);
      const keys = ['ArrowRight', 'Space', 'PageDown', 'ArrowDown'];
      for (const [i, next] of slides.entries()) {
        if (i > 0) await page.keyboard.press(keys[i % keys.length]!);
        await slide(page, next.id).waitFor();
        if (next.kind !== 'scene') continue;
        expect(await page.locator('h1').innerText()).toBe(next.scene.title[lang]);
        expect((await queryOf(page)).scene).toBe(next.id);
        // Every figure is measured, and has an answer.
        for (const figure of await page.locator('[data-figure]').all())
          await figure.filter({ hasText: /\d/ }).waitFor({ timeout: 60_000 });
      }
      await page.keyboard.press('Home');
      await slide(page, 'start').waitFor();
      await page.keyboard.press('End');
      await slide(page, 'end').waitFor();
      expectClean(shared());
    },
  );

  it('is left to explore and come back to, has an overview, and axe finds nothing', async () => {
    const { page } = shared();
    await goTo(page, `?story=${story.id}&scene=manzhouli&theme=projector`);
    await page.locator('html[lang^="en"]').waitFor();
    await slide(page, 'manzhouli').waitFor();
    await mapIdle(page);
    await drawFinger(page, 300, 100);
    await slide(page, 'dual').waitFor();
    await drawFinger(page, 100, 300);
    await slide(page, 'manzhouli').waitFor();
    await page.keyboard.press('k');
    await page.getByTestId('stage-legend').waitFor();
    expect(await findings(page), 'with the legend').toEqual([]);
    await page.keyboard.press('o');
    const overview = page.getByRole('dialog');
    await overview.locator('img').nth(1).waitFor();
    expect(await findings(page), 'in the overview').toEqual([]);
    await overview.getByRole('button', { name: story.scenes[3]!.title.en! }).click();
    await slide(page, story.scenes[3]!.id).waitFor();
    await page.keyboard.press('p');
    await page.getByTestId('pointing').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    const back = page.getByRole('button', { name: /Back to the story/ });
    await back.waitFor();
    expect(await findings(page), 'exploring').toEqual([]);
    await back.click();
    await slide(page, story.scenes[3]!.id).waitFor();
    expect((await queryOf(page)).scene).toBe(story.scenes[3]!.id);
    expectClean(shared());
  });

  it('has a window for the speaker, which shows the notes and steers', async () => {
    const { page } = shared();
    await goTo(page, `?story=${story.id}&scene=line`);
    await slide(page, 'line').waitFor();
    const [speaker] = await Promise.all([
      page.context().waitForEvent('page'),
      page.keyboard.press('s'),
    ]);
    await speaker.getByText(story.scenes[0]!.notes!.en!).waitFor();
    await speaker.getByText(story.scenes[1]!.title.en!).waitFor();
    // The figures of the scene to come are measured before it is shown.
    await speaker.locator('.next [data-figure]', { hasText: /\d/ }).first().waitFor();
    await speaker.keyboard.press('PageDown');
    await slide(page, story.scenes[1]!.id).waitFor();
    await speaker.getByText(story.scenes[1]!.notes!.en!).waitFor();
    await speaker.close();
  });
});

describe('the maker', () => {
  it('makes a story of three scenes, brings it back from its file, and shows script as text', async () => {
    const { page } = shared();
    await goTo(page, '?panel=stories');
    const script = '<img src=x onerror="document.title=1">';
    await page.getByRole('button', { name: 'New story' }).click();
    for (const title of ['One', 'Two', script]) {
      await page.getByRole('button', { name: 'Capture what is seen' }).click();
      const form = page.getByTestId('maker-scenes').locator('li').last();
      await form.getByRole('textbox', { name: 'Title' }).fill(title);
      await form.getByRole('textbox', { name: 'Text', exact: true }).fill(`**${title}** ${script}`);
      await form.getByRole('textbox', { name: 'Title' }).press('Tab');
    }
    expect(await findings(page)).toEqual([]);
    const scenes = page.getByTestId('maker-scenes').getByRole('heading');
    await page.getByRole('button', { name: 'Move up: Two' }).click();
    expect((await scenes.allInnerTexts()).slice(0, 2)).toEqual(['1. Two', '2. One']);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect((await scenes.allInnerTexts()).slice(0, 2)).toEqual(['1. One', '2. Two']);

    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    const path = join(mkdtempSync(join(tmpdir(), 'story-')), saved.suggestedFilename());
    await saved.saveAs(path);
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.locator('input[type="file"]').setInputFiles(path);
    await page.getByTestId('maker-scenes').waitFor();
    expect(await scenes.allInnerTexts()).toEqual(['1. One', '2. Two', `3. ${script}`]);

    await page.getByRole('button', { name: `Present: ${script}` }).click();
    await page.getByRole('heading', { level: 1, name: script }).waitFor();
    expect(await page.locator('article').innerText()).toContain(`${script} ${script}`);
    expect(await page.locator('article img').count()).toBe(0);
    expectClean(shared());

    // The browser keeps it: its address opens it again.
    await addressOf(page);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: script }).waitFor();
  });

  it('refuses a file that is no story and says why', async () => {
    const { page } = shared();
    await goTo(page, '?panel=stories');
    await page.locator('input[type="file"]').setInputFiles({
      name: 'x.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"format":"other"}'),
    });
    const reason = page.getByRole('alert').filter({ hasText: 'x.json: the file is no story' });
    await reason.waitFor();
  });
});
