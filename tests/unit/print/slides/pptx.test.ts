import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseText } from '../../../../src/core/story/text';
import { THEMES } from '../../../../src/layers/theme';
import { SLIDE, type Deck } from '../../../../src/print/slides/deck';
import { heightOf } from '../../../../src/print/slides/fit-text';
import { pptxFile } from '../../../../src/print/slides/pptx';
import { storySlides, type SlideContent } from '../../../../src/print/slides/story-slides';
import { typesetter } from '../request';

const type = typesetter();
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
const setting = { theme: THEMES.light, type, draw: () => Promise.resolve(png) };

const content = (change: Partial<SlideContent> = {}): SlideContent => ({
  kind: 'scene',
  over: 'A story',
  title: 'A scene',
  text: parseText(
    '## Heading\n\nTwo **bold** words and {{distance from=a to=b : km}}.\n\n- one\n- **two**\n- three',
  ),
  figure: () => '1,234 km',
  under: '',
  notes: parseText('Say this.\n\n- and that'),
  sources: [
    {
      title: 'A report',
      publisher: 'An office',
      date: '2024',
      url: 'https://example.org/?a=1&b="2"',
    },
  ],
  sourcesLabel: 'Sources',
  map: { png, alt: 'Map' },
  legend: {
    groups: [
      {
        title: 'Railways',
        entries: [
          { label: 'built', swatch: { kind: 'line', strokes: [{ color: '#000000', width: 2 }] } },
        ],
      },
    ],
  },
  foot: 'Credits.',
  live: { label: 'Open', url: 'https://example.org/map?story=a&scene=b' },
  ...change,
});

async function deck(...contents: SlideContent[]): Promise<Deck> {
  const slides = await Promise.all(contents.map((each) => storySlides(each, setting)));
  return {
    title: contents[0]!.title,
    locale: 'en-GB',
    background: '#ffffff',
    ink: '#000000',
    link: '#004a75',
    slides: slides.flat(),
  };
}

/** The XML parts of a file, each parsed: what is not well-formed throws. */
function parts(file: Uint8Array): Map<string, Document> {
  const parser = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  });
  return new Map(
    Object.entries(unzipSync(file))
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, bytes]) => [
        name,
        parser.parseFromString(strFromU8(bytes), 'text/xml') as unknown as Document,
      ]),
  );
}

const elements = (of: Document, name: string): Element[] => [...of.getElementsByTagName(name)];
const textOf = (of: Document): string =>
  elements(of, 'a:t')
    .map((each) => each.textContent)
    .join('|');
const written = (made: Deck): Uint8Array => pptxFile(made, new Date('2026-11-26T00:00:00Z'));

describe('a link', () => {
  it('is written in pieces of one script each, none of it lost: LibreOffice sets a link in one font', async () => {
    const title = '中俄友好城市（省）: sister cities to 2004 – города';
    const source = { title, publisher: 'P', date: '2026', url: 'https://example.org/' };
    const slide = parts(written(await deck(content({ sources: [source] })))).get(
      'ppt/slides/slide1.xml',
    )!;
    const pieces = elements(slide, 'a:r')
      .filter((run) => run.getElementsByTagName('a:hlinkClick').length > 0)
      .map((run) => run.getElementsByTagName('a:t')[0]!.textContent);
    expect(pieces.join('')).toContain(title);
    for (const piece of pieces)
      expect(
        /\p{Script=Han}/u.test(piece) && /[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(piece),
      ).toBe(false);
  });
});

describe('a legend of more signs than a slide has room for', () => {
  const swatch = { kind: 'line', strokes: [{ color: '#000000', width: 2 }] } as const;
  const groups = Array.from({ length: 9 }, (_, g) => ({
    title: `Group ${g}`,
    entries: Array.from({ length: 14 }, (_, e) => ({ label: `sign ${g}.${e}`, swatch })),
  }));

  it('goes on on slides of its own: every sign once, inside the slide, in type of 6 points at least', async () => {
    const { slides } = await deck(content({ legend: { groups } as never }));
    const texts = slides.flatMap((slide) => slide.texts);
    for (const { label } of groups.flatMap(({ entries }) => entries))
      expect(texts.filter(({ name }) => name === label)).toHaveLength(1);
    expect(slides.length).toBeGreaterThan(1);
    for (const { box, paragraphs } of texts.filter(({ name }) => /^(sign|Group)/.test(name))) {
      expect(box.y + box.height).toBeLessThanOrEqual(540);
      expect(box.x + box.width).toBeLessThanOrEqual(960);
      expect(paragraphs[0]!.size).toBeGreaterThanOrEqual(6);
    }
  });
});

describe('a PPTX', () => {
  it('has a slide and notes for each scene, and every relation and type leads to a part', async () => {
    const file = written(
      await deck(
        content({ kind: 'start' }),
        content(),
        content({ kind: 'end', map: undefined, legend: undefined }),
      ),
    );
    const names = new Set(Object.keys(unzipSync(file)));
    const all = parts(file);
    expect([...names].filter((name) => /^ppt\/slides\/slide/.test(name))).toHaveLength(3);
    expect([...names].filter((name) => /^ppt\/notesSlides\/notes/.test(name))).toHaveLength(3);
    for (const [name, document] of all) {
      if (!name.endsWith('.rels')) continue;
      const folder = name.replace(/_rels\/[^/]+$/, '');
      const owner = all.get(name.replace('_rels/', '').replace(/\.rels$/, ''));
      const used = owner
        ? new Set(
            [...owner.getElementsByTagName('*')].flatMap((each) =>
              ['r:id', 'r:embed'].map((key) => each.getAttribute(key)),
            ),
          )
        : undefined;
      const ids = elements(document, 'Relationship').map((each) => each.getAttribute('Id')!);
      for (const relation of elements(document, 'Relationship')) {
        if (relation.getAttribute('TargetMode') === 'External') continue;
        const target = new URL(
          relation.getAttribute('Target')!,
          `file:///${folder}`,
        ).pathname.slice(1);
        expect(names.has(target), `${name}: ${target}`).toBe(true);
      }
      for (const id of used ?? []) if (id) expect(ids, name).toContain(id);
    }
    for (const each of elements(all.get('[Content_Types].xml')!, 'Override'))
      expect(names.has(each.getAttribute('PartName')!.slice(1))).toBe(true);
  });

  it('holds title, text, figures, legend, sources and notes as text, the map as a picture with its words, and the link', async () => {
    const all = parts(written(await deck(content())));
    const slide = all.get('ppt/slides/slide1.xml')!;
    const text = textOf(slide);
    for (const part of [
      'A scene',
      'Heading',
      '1,234 km',
      'two',
      'Railways',
      'built',
      'A report',
      'Credits.',
    ])
      expect(text).toContain(part);
    expect(textOf(all.get('ppt/notesSlides/notesSlide1.xml')!)).toBe('Say this.|and that');
    expect(elements(slide, 'p:pic')).toHaveLength(2);
    expect(elements(slide, 'p:cNvPr').some((each) => each.getAttribute('descr') === 'Map')).toBe(
      true,
    );
    const links = elements(all.get('ppt/slides/_rels/slide1.xml.rels')!, 'Relationship')
      .filter((each) => each.getAttribute('TargetMode') === 'External')
      .map((each) => each.getAttribute('Target'));
    expect(links).toEqual([
      'https://example.org/map?story=a&scene=b',
      'https://example.org/?a=1&b="2"',
    ]);
    // The first of the shapes is the title, which outlines and screen readers begin with.
    expect(elements(slide, 'p:sp')[0]!.getElementsByTagName('p:ph')[0]!.getAttribute('type')).toBe(
      'title',
    );
    // One paragraph has one set of properties, and it comes first.
    for (const paragraph of elements(slide, 'a:p')) {
      expect(paragraph.getElementsByTagName('a:pPr')).toHaveLength(1);
      expect((paragraph.firstChild as Element).tagName).toBe('a:pPr');
    }
  });

  it.each([
    '<script>alert(1)</script>',
    '"/><p:bad x="',
    ']]><!--',
    'a\u0000b\u0008c\uffff',
    '&amp;&#0;',
  ])('takes the text %j as text', async (text) => {
    const all = parts(
      written(
        await deck(
          content({
            title: text,
            over: text,
            text: parseText(text),
            notes: parseText(text),
            foot: text,
            map: { png, alt: text },
            sources: [{ title: text, publisher: text, date: text }],
          }),
        ),
      ),
    );
    const clean = [...text].filter((char) => char >= ' ' && char !== '\uffff').join('');
    const slide = all.get('ppt/slides/slide1.xml')!;
    expect(elements(slide, 'a:t')[1]!.textContent === clean || textOf(slide).includes(clean)).toBe(
      true,
    );
    const known = /^(p|a):/;
    for (const document of [slide, all.get('ppt/notesSlides/notesSlide1.xml')!])
      for (const each of document.getElementsByTagName('*')) {
        expect(each.tagName).toMatch(known);
        expect(each.tagName).not.toBe('p:bad');
      }
  });

  it.each([
    ['words', 'Перевалка '.repeat(390)],
    ['one word', 'x'.repeat(4000)],
    ['Han', '哈尔滨到海参崴的铁路'.repeat(390)],
    ['a list', '- пункт пропуска\n'.repeat(220)],
  ])(
    'keeps every text within its box and the slide, and goes on with a second slide: %s',
    async (_, text) => {
      const { slides } = await deck(
        content({
          title: text.slice(0, 120),
          text: parseText(text.slice(0, 4000)),
          sources: Array.from({ length: 30 }, (_, i) => ({
            title: `${text.slice(0, 150)} ${i}`,
            publisher: 'p',
            date: '2024',
          })),
        }),
      );
      expect(slides.length).toBeGreaterThan(1);
      for (const { texts } of slides)
        for (const { name, box, paragraphs } of texts) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width, name).toBeLessThanOrEqual(SLIDE.width);
          expect(box.y + box.height, name).toBeLessThanOrEqual(SLIDE.height);
          expect(heightOf(paragraphs, box.width, type), name).toBeLessThanOrEqual(
            box.height + 0.01,
          );
        }
      // Nothing is lost on the way.
      const all = slides
        .flatMap(({ texts }) =>
          texts.flatMap(({ paragraphs }) =>
            paragraphs.flatMap(({ runs }) => runs.map((run) => run.text)),
          ),
        )
        .join('\n');
      for (let i = 0; i < 30; i++) expect(all).toContain(` ${i}`);
      const count = (of: string, letter: string): number => of.split(letter).length;
      const body = text.slice(0, 4000).replace(/[\s-]/g, '');
      for (const letter of new Set(body))
        if (count(all, letter) < count(body, letter)) throw new Error(`some ${letter} are lost`);
    },
  );
});
