import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseText } from '../../../../src/core/story/text';
import type { Deck } from '../../../../src/print/slides/deck';
import { pptxFile } from '../../../../src/print/slides/pptx';
import { content, deck, png } from './decks';

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
  it('is written in pieces, each a word of one script, none of it lost: LibreOffice sets a link in one font and does not break it', async () => {
    const title = '中俄友好城市（省）: sister cities to 2004 – города';
    const source = { title, publisher: 'P', date: '2026', url: 'https://example.org/' };
    const slide = parts(written(await deck(content({ sources: [source] })))).get(
      'ppt/slides/slide1.xml',
    )!;
    const pieces = elements(slide, 'a:r')
      .filter((run) => run.getElementsByTagName('a:hlinkClick').length > 0)
      .map((run) => run.getElementsByTagName('a:t')[0]!.textContent);
    expect(pieces.join('')).toContain(title);
    for (const piece of pieces) {
      expect(
        /\p{Script=Han}/u.test(piece) && /[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(piece),
      ).toBe(false);
      expect(piece).not.toMatch(/\S\s+\S/);
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
      'A |report',
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
});
