import { describe, expect, it } from 'vitest';
import { parseText } from '../../../../src/core/story/text';
import { SLIDE } from '../../../../src/print/slides/deck';
import { heightOf } from '../../../../src/print/slides/fit-text';
import { LEGEND } from '../../../../src/print/slides/slide-layout';
import { overlap } from '../../../../src/print/shapes';
import { content, deck, type } from './decks';

describe('a legend of more signs than a slide has room for', () => {
  const swatch = { kind: 'line', strokes: [{ color: '#000000', width: 2 }] } as const;
  const groups = Array.from({ length: 9 }, (_, g) => ({
    title: `Group ${g}`,
    entries: Array.from({ length: 14 }, (_, e) => ({ label: `sign ${g}.${e}`, swatch })),
  }));

  it('goes on below a short text where the rest has room there', async () => {
    const some = groups
      .slice(0, 4)
      .map((group) => ({ ...group, entries: group.entries.slice(0, 9) }));
    const { slides } = await deck(content({ legend: { groups: some } as never }));
    const [slide, ...others] = slides;
    expect(others.filter(({ texts }) => texts.some(({ name }) => name.startsWith('sign')))).toEqual(
      [],
    );
    const signs = slide!.texts.filter(({ name }) => name.startsWith('sign'));
    expect(signs).toHaveLength(4 * 9);
    const below = signs.filter(({ box }) => box.x < LEGEND.x);
    expect(below.length).toBeGreaterThan(0);
    for (const [i, { box, name }] of slide!.texts.entries())
      for (const other of slide!.texts.slice(i + 1))
        expect(overlap(box, other.box), `${name} on ${other.name}`).toBe(false);
  });

  it('has room below a text that could be larger: that is set smaller, and there is one slide', async () => {
    const some = groups
      .slice(0, 2)
      .map((group) => ({ ...group, entries: group.entries.slice(0, 12) }));
    const text = parseText('A text of some length. '.repeat(15));
    const size = async (legend: never): Promise<number> => {
      const { slides } = await deck(content({ title: 'Title', text, sources: [], legend }));
      expect(slides).toHaveLength(1);
      return slides[0]!.texts.findLast(({ name }) => name === 'Title')!.paragraphs[0]!.size;
    };
    const alone = await size({ groups: [] } as never);
    const above = await size({ groups: [...some, ...groups.slice(2, 3)] } as never);
    expect(above).toBeLessThan(alone);
    expect(above).toBeGreaterThanOrEqual(16);
  });

  it('goes on on slides of its own: every sign once, inside the slide, in type of 9 points at least', async () => {
    const { slides } = await deck(content({ legend: { groups } as never }));
    const texts = slides.flatMap((slide) => slide.texts);
    for (const { label } of groups.flatMap(({ entries }) => entries))
      expect(texts.filter(({ name }) => name === label)).toHaveLength(1);
    expect(slides.length).toBeGreaterThan(1);
    for (const { box, paragraphs } of texts.filter(({ name }) => /^(sign|Group)/.test(name))) {
      expect(box.y + box.height).toBeLessThanOrEqual(540);
      expect(box.x + box.width).toBeLessThanOrEqual(960);
      expect(paragraphs[0]!.size).toBeGreaterThanOrEqual(9);
    }
  });
});

describe('text of a slide', () => {
  // Widths in ems, summed from the advances of DejaVu Sans 2.37.
  it.each([
    ['regular', 'Railway, 1520 mm gauge', 12.78],
    ['bold', 'One border, fifty crossings', 15.12],
    ['regular', 'Железная дорога, колея 1520 мм', 17.75],
    ['bold', 'Одна граница, пятьдесят пунктов пропуска', 25.36],
    ['bold', 'Царигийн өргөн солигдох газар', 18.53],
  ] as const)('has room in %s where DejaVu Sans stands for Arial: %s', (face, line, ems) => {
    expect(type.width(line, face, 1)).toBeGreaterThanOrEqual(ems);
    expect(type.width(line, face, 1)).toBeLessThan(ems * 1.12);
  });
});

describe('a slide', () => {
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
