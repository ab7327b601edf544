import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import geographiclib from 'geographiclib-geodesic';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROJECTION_IDS } from '../../src/core/projections';
import type { Story } from '../../src/core/story/types';
import { LANGS, type Lang } from '../../src/core/types';
import { composePage, type ComposedPage } from '../../src/print/compose';
import { pdfFile } from '../../src/print/pdf';
import { overlap, type Box, type Shape, type TextShape } from '../../src/print/shapes';
import type { Sheet } from '../../src/print/sheet';
import { svgFile } from '../../src/print/svg';
import { ensureProgram } from '../../src/setup/programs.mjs';
import { pageRequest, typesetter, type Wanted } from '../../geodata/build/paper-page';
import { scenePage } from './scene-page';

const stories = JSON.parse(readFileSync('geodata/stories.json', 'utf8')) as Story[];
const type = typesetter();
/** Where the pictures are: kept, to be looked at. */
const folder = mkdtempSync(join(tmpdir(), 'nv-pages-'));

const SHEETS = {
  'A4 landscape': { id: 'a4', landscape: true },
  'A3 portrait': { id: 'a3', landscape: false },
  'A0 landscape': { id: 'a0', landscape: true },
  '16:9': { id: '16:9', landscape: true },
} as const satisfies Record<string, Partial<Sheet>>;
const SHEET_NAMES = Object.keys(SHEETS) as (keyof typeof SHEETS)[];

interface Case {
  what: string;
  lang: Lang;
  wanted: () => Promise<Wanted>;
}

// Each story's first scene in each language, on sheets in turn; each projection on each sheet.
const CASES: Case[] = [
  ...stories.flatMap(({ id, scenes }, story) =>
    LANGS.map((lang, i): Case => {
      const sheet = SHEET_NAMES[(story + i) % SHEET_NAMES.length]!;
      return {
        what: `${id}, ${lang}, ${sheet}`,
        lang,
        wanted: async () => ({ ...(await scenePage(scenes[0]!, lang)), sheet: SHEETS[sheet] }),
      };
    }),
  ),
  ...PROJECTION_IDS.flatMap((projection, p) =>
    SHEET_NAMES.map((sheet, i): Case => {
      const lang = LANGS[(p + i) % LANGS.length]!;
      const wanted = { lang, projection, sheet: SHEETS[sheet], corridor: 'trans-siberian' };
      return {
        what: `${projection}, ${lang}, ${sheet}`,
        lang,
        wanted: () => Promise.resolve(wanted),
      };
    }),
  ),
];

beforeAll(() => {
  ensureProgram('rsvg-convert', 'librsvg2-bin');
  ensureProgram('pdftoppm', 'poppler-utils');
});

function texts(shapes: readonly Shape[]): TextShape[] {
  return shapes.flatMap((shape) =>
    shape.kind === 'text' ? [shape] : shape.kind === 'group' ? texts(shape.children) : [],
  );
}

/** The ground of a text as small boxes along it, as high as its capitals. */
function boxes({ text, face, size, spacing = 0, x, y, rotate = 0 }: TextShape): Box[] {
  const width = type.width(text, face, size, spacing) - spacing;
  const angle = (rotate * Math.PI) / 180;
  const height = size * 0.68;
  if (rotate === 0) return [{ x, y: y - height, width, height }];
  const count = Math.ceil(width / height);
  return Array.from({ length: count }, (_, i) => {
    const along = ((i + 0.5) * width) / count;
    const cx = x + Math.cos(angle) * along + (Math.sin(angle) * height) / 2;
    const cy = y + Math.sin(angle) * along - (Math.cos(angle) * height) / 2;
    return { x: cx - height / 2, y: cy - height / 2, width: height, height };
  });
}

function overlaps(all: readonly TextShape[]): string[] {
  const set = all.map((text) => ({ text: text.text, boxes: boxes(text) }));
  return set.flatMap((one, i) =>
    set
      .slice(i + 1)
      .filter((other) => one.boxes.some((a) => other.boxes.some((b) => overlap(a, b))))
      .map((other) => `${one.text} on ${other.text}`),
  );
}

/** Spaces and breaks aside: a line may end anywhere. */
const bare = (text: string): string => text.replace(/\s/g, '');

function expectSound(page: ComposedPage, foot: readonly string[]): void {
  expect([...type.missing], 'letters that no font has').toEqual([]);
  const all = texts(page.shapes);
  expect(overlaps(all), 'texts on texts').toEqual([]);
  for (const text of all)
    for (const box of boxes(text))
      if (
        box.x < 0 ||
        box.y < 0 ||
        box.x + box.width > page.width ||
        box.y + box.height > page.height
      )
        throw new Error(`${text.text} leaves the page`);

  // The legend is whole, and whom to credit is said.
  expect(page.legendLeftOut).toBe(false);
  const written = (layer: string): string =>
    bare(
      all
        .filter((text) => text.layer === layer)
        .map(({ text }) => text)
        .join(''),
    );
  expect(page.legend.groups.length).toBeGreaterThan(2);
  for (const { title, entries } of page.legend.groups)
    for (const text of [title, ...entries.map(({ label }) => label)])
      expect(written('legend')).toContain(bare(text));
  for (const paragraph of foot) expect(written('foot')).toContain(bare(paragraph));
  expect(foot.join(' ')).toMatch(/Natural Earth.*Northern Vector/s);

  const { from, to, km } = page.bar!;
  const { s12 } = geographiclib.Geodesic.WGS84.Inverse(from[1], from[0], to[1], to[0]);
  expect(Math.abs(s12! / 1000 / km - 1), 'scale bar').toBeLessThan(0.02);
}

/**
 * A picture in grey, a tenth of its size: two programs set the edges of letters up to a pixel apart,
 * which is no difference here, and a missing word or area is a large one.
 */
async function grey(path: string): Promise<Buffer> {
  return sharp(path)
    .flatten({ background: '#ffffff' })
    .resize(140, 140, { fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer();
}

describe(`printed pages, as other programs draw them (pictures in ${folder})`, () => {
  it.each(CASES)('the page of $what is whole', async ({ what, lang, wanted }) => {
    const request = await pageRequest(await wanted());
    type.missing.clear();
    const page = composePage(request, type);
    expectSound(page, request.words.foot);

    const file = join(folder, what.replace(/[^\p{L}\p{N}]+/gu, '-'));
    writeFileSync(`${file}.svg`, svgFile(page, type));
    writeFileSync(`${file}.pdf`, await pdfFile(page, type));
    execFileSync('rsvg-convert', ['-w', '1400', '-o', `${file}-svg.png`, `${file}.svg`]);
    execFileSync('pdftoppm', [
      ...['-png', '-singlefile', '-scale-to-x', '1400', '-scale-to-y', '-1'],
      ...[`${file}.pdf`, `${file}-pdf`],
    ]);

    // Every font is embedded and cut to its letters, and every letter is text again.
    const fonts = execFileSync('pdffonts', [`${file}.pdf`], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/[A-Z]{6}\+NotoSans.* yes yes yes /);
    const read = bare(
      execFileSync('pdftotext', ['-layout', `${file}.pdf`, '-'], { encoding: 'utf8' }),
    );
    for (const { title } of page.legend.groups) expect(read).toContain(bare(title));
    expect(/\p{sc=Han}/u.test(read)).toBe(
      lang === 'zh' ||
        /\p{sc=Han}/u.test(
          texts(page.shapes)
            .map(({ text }) => text)
            .join(''),
        ),
    );

    // Two programs that share no code draw the same picture from the two files.
    const [svg, pdf] = await Promise.all([grey(`${file}-svg.png`), grey(`${file}-pdf.png`)]);
    const apart = [...svg].map((value, i) => Math.abs(value - pdf[i]!));
    expect(apart.reduce((sum, each) => sum + each, 0) / apart.length).toBeLessThan(2.5);
    expect(Math.max(...apart)).toBeLessThan(60);
    const { channels } = await sharp(`${file}-svg.png`).stats();
    expect(channels[0]!.stdev).toBeGreaterThan(10);
  });
});

describe('what somebody types', () => {
  const PAYLOADS = [
    '<script>alert(1)</script>',
    ') Tj ET /JS (app.alert(1)) >> endobj',
    '&lt;b&gt; &#x41; ]]>',
  ];
  it.each(PAYLOADS)('%s stays text in both files', async (title) => {
    const page = composePage(
      await pageRequest({ title, subtitle: title, more: [title], change: { layers: {} } }),
      type,
    );
    const file = join(folder, 'payload');
    writeFileSync(`${file}.pdf`, await pdfFile(page, type));
    const read = execFileSync('pdftotext', ['-layout', `${file}.pdf`, '-'], { encoding: 'utf8' });
    expect(read.split(title).length - 1).toBe(3);
    expect(execFileSync('pdfinfo', ['-js', `${file}.pdf`], { encoding: 'utf8' }).trim()).toBe('');
    // Another reader of XML finds the text, and no element that draws nothing.
    writeFileSync(`${file}.svg`, svgFile(page));
    execFileSync('rsvg-convert', ['-w', '600', '-o', `${file}.png`, `${file}.svg`]);
    const { DOMParser } = await import('@xmldom/xmldom');
    const svg = new DOMParser().parseFromString(
      readFileSync(`${file}.svg`, 'utf8'),
      'image/svg+xml',
    );
    expect([...svg.getElementsByTagName('title')].map((node) => node.textContent)).toEqual([title]);
    const written = [...svg.getElementsByTagName('text')].map((node) => node.textContent);
    expect(written.filter((text) => text === title)).toHaveLength(3);
    expect(svg.getElementsByTagName('script')).toHaveLength(0);
  });
});
