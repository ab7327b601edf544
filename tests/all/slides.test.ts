import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { slidesOf, type Story } from '../../src/core/story/types';
import { LANGS } from '../../src/core/types';
import { MAP_BOX } from '../../src/print/slides/slide-layout';
import { ensureProgram } from '../../src/setup/programs.mjs';
import { downloaded, expectClean, useBrowser, visit } from '../e2e/browser';

/**
 * Every story in every language as slides, made by the page and opened by another program. What
 * LibreOffice sets is read back from its PDF, word by word with its place. The pictures of the pages
 * stay in .cache/slides, to be looked at.
 */
useBrowser();

const stories = JSON.parse(readFileSync('geodata/stories.json', 'utf8')) as Story[];
const SHEETS = resolve('.cache/slides');
const EMU_PER_POINT = 12_700;
/** Points by which letters may stand out of their box: italics and accents do. */
const SLACK = 3;

interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}
interface Word extends Rect {
  text: string;
}

/**
 * What stands for the Arial that slides name: Noto Sans, which is no narrower, or DejaVu Sans, as where
 * neither Arial nor its metric twin is: by up to a quarter wider, as much as any such font.
 */
const ARIALS = ['Noto Sans', 'DejaVu Sans'] as const;

/** The fonts of a presenter's own machine, whatever is installed on this one. */
function fontSettings(folder: string, arial: (typeof ARIALS)[number]): string {
  const file = join(folder, 'fonts.conf');
  const folders = [resolve('static/fonts/paper')];
  if (arial === 'DejaVu Sans')
    folders.push(dirname(execFileSync('fc-match', ['-f', '%{file}', arial], { encoding: 'utf8' })));
  const stands = (font: string, instead: string): string =>
    `<alias binding="same"><family>${font}</family><prefer><family>${instead}</family></prefer></alias>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
${folders.map((each) => `<dir>${each}</dir>`).join('')}<cachedir>${folder}/cache</cachedir>
${stands('Arial', arial)}${stands('Microsoft YaHei', 'Noto Sans SC')}
</fontconfig>`,
  );
  return file;
}

/** The boxes of the text of each slide, in points. */
function textBoxes(pptx: Uint8Array): { box: Rect; text: string }[][] {
  const parts = unzipSync(pptx);
  const count = Object.keys(parts).filter((name) =>
    /^ppt\/slides\/slide\d+\.xml$/.test(name),
  ).length;
  return Array.from({ length: count }, (_, i) => {
    const xml = strFromU8(parts[`ppt/slides/slide${i + 1}.xml`]!);
    const slide = new DOMParser().parseFromString(xml, 'text/xml');
    return [...slide.getElementsByTagName('p:sp')].map((shape) => {
      const point = (name: string, key: string): number =>
        Number(shape.getElementsByTagName(name)[0]!.getAttribute(key)) / EMU_PER_POINT;
      return {
        box: {
          x: point('a:off', 'x'),
          y: point('a:off', 'y'),
          width: point('a:ext', 'cx'),
          height: point('a:ext', 'cy'),
        },
        text: [...shape.getElementsByTagName('a:t')].map((each) => each.textContent).join(''),
      };
    });
  });
}

/** The words of each page of a PDF with their places, in points. */
function wordsOf(pdf: string): Word[][] {
  const html = execFileSync('pdftotext', ['-bbox', pdf, '-'], {
    encoding: 'utf8',
    maxBuffer: 64e6,
  });
  return html
    .split('<page ')
    .slice(1)
    .map((page) =>
      [
        ...page.matchAll(
          /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g,
        ),
      ].map(([, left, top, right, bottom, text]) => ({
        x: Number(left),
        y: Number(top),
        width: Number(right) - Number(left),
        height: Number(bottom) - Number(top),
        text: text!,
      })),
    );
}

/** The middle of a word's height counts: a font's own box is higher than its letters. */
const holds = (box: Rect, word: Word): boolean =>
  word.x >= box.x - SLACK &&
  word.x + word.width <= box.x + box.width + SLACK &&
  word.y + word.height / 2 >= box.y &&
  word.y + word.height / 2 <= box.y + box.height + SLACK;

const overlap = (a: Rect, b: Rect): boolean =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 1 &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 1;

/** Words of one line that cover each other by more than a hyphen's width. */
const onOneAnother = (a: Word, b: Word): boolean =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 2 &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) >
    0.6 * Math.min(a.height, b.height);

/** How unlike the pixels of a part of a picture are: a map that was not drawn is one colour. */
async function variety(picture: string, { x, y, width, height }: Rect): Promise<number> {
  const { width: across } = await sharp(picture).metadata();
  const scale = across! / 960;
  const part = {
    left: Math.round(x * scale),
    top: Math.round(y * scale),
    width: Math.round(width * scale),
    height: Math.round(height * scale),
  };
  const { channels } = await sharp(picture).extract(part).stats();
  return Math.max(...channels.map(({ stdev }) => stdev));
}

beforeAll(() => {
  ensureProgram('loimpress', 'libreoffice-impress');
  ensureProgram('pdftotext', 'poppler-utils');
  mkdirSync(SHEETS, { recursive: true });
});

describe.each(stories.map((story) => [story.id, story] as const))(
  'the slides of %s',
  (id, story) => {
    let decks: Record<string, Uint8Array>;

    beforeAll(async () => {
      // A small map on the page: those of the slides are drawn anew.
      const visited = await visit({
        address: '?panel=stories',
        size: { width: 800, height: 500 },
      });
      const { page } = visited;
      page.setDefaultTimeout(1_200_000);
      const take = page.getByRole('button', { name: `Take along ${story.title.en}` });
      await take.click();
      await page.getByRole('radio', { name: 'All four languages' }).check();
      decks = unzipSync(await downloaded(page, page.getByRole('button', { name: 'Make slides' })));
      expectClean(visited);
      await visited.close();
    }, 1_500_000);

    const cases = LANGS.flatMap((lang) => ARIALS.map((arial) => [lang, arial] as const));
    it.each(cases)(
      'are set by LibreOffice as they were meant, in %s and %s',
      async (lang, arial) => {
        const pptx = decks[`${id}-${lang}.pptx`]!;
        const folder = mkdtempSync(join(tmpdir(), 'nv-slides-'));
        const file = join(folder, `${id}-${lang}.pptx`);
        writeFileSync(file, pptx);
        execFileSync(
          'soffice',
          [
            `-env:UserInstallation=file://${folder}/profile`,
            '--headless',
            '--convert-to',
            'pdf',
            '--outdir',
            folder,
            file,
          ],
          { env: { ...process.env, FONTCONFIG_FILE: fontSettings(folder, arial) }, stdio: 'pipe' },
        );
        const pdf = join(folder, `${id}-${lang}.pdf`);
        const slides = textBoxes(pptx);
        const pages = wordsOf(pdf);
        expect(pages).toHaveLength(slides.length);
        expect(slides.length).toBeGreaterThanOrEqual(slidesOf(story).length);

        for (const [i, boxes] of slides.entries()) {
          const outside = pages[i]!.filter((word) => !boxes.some(({ box }) => holds(box, word)));
          expect(outside, `slide ${i + 1}: words outside of their boxes`).toEqual([]);
          const over = pages[i]!.flatMap((a, j) =>
            pages[i]!.slice(j + 1).flatMap((b) =>
              onOneAnother(a, b) ? [`${a.text} / ${b.text}`] : [],
            ),
          );
          expect(over, `slide ${i + 1}: words over one another`).toEqual([]);
          const crossing = boxes.flatMap((a, j) =>
            boxes
              .slice(j + 1)
              .flatMap((b) => (overlap(a.box, b.box) ? [`${a.text} / ${b.text}`] : [])),
          );
          expect(crossing, `slide ${i + 1}: boxes that overlap`).toEqual([]);
          // All of it is set: nothing is a box for want of a letter, nothing is lost.
          const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
          const set = letters(pages[i]!.map(({ text }) => text).join('')).length;
          const meant = letters(boxes.map(({ text }) => text).join('')).length;
          expect(Math.abs(set - meant) / meant, `slide ${i + 1}: letters`).toBeLessThan(0.02);
        }
        const fonts = execFileSync('pdffonts', [pdf], { encoding: 'utf8' });
        expect(fonts).toContain(arial.replace(' ', ''));
        if (lang === 'zh') expect(fonts).toContain('NotoSansSC');
        if (arial !== ARIALS[0]) return;

        // Each scene's slide shows a map and says where it is from.
        execFileSync('pdftoppm', ['-r', '40', '-png', pdf, join(SHEETS, `${id}-${lang}`)]);
        for (const { title } of story.scenes) {
          const at = slides.findIndex((boxes) => boxes.some(({ text }) => text === title[lang]));
          expect(at, title[lang]).toBeGreaterThanOrEqual(0);
          const said = slides[at]!.map(({ text }) => text).join(' ');
          expect(said).toContain('Natural Earth');
          const digits = String(slides.length).length;
          const picture = join(SHEETS, `${id}-${lang}-${String(at + 1).padStart(digits, '0')}.png`);
          expect(await variety(picture, MAP_BOX.scene), picture).toBeGreaterThan(8);
        }
      },
    );
  },
);
