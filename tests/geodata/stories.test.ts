import { describe, expect, it } from 'vitest';
import { figuresIn, parseFigure, type Figure, type FigureValue } from '../../src/core/story/figure';
import { plainText } from '../../src/core/story/text';
import { wordsIn } from '../../src/core/story/types';
import { Atlas } from '../../src/data/atlas';
import { figureValues } from '../../src/data/questions/figures';
import { productStory } from '../../src/data/schema/stories';
import { LANGS, type Lang } from '../../src/core/types';
import { parseAddress } from '../../src/state/address';
import { answer } from '../cli/nv';
import { readGeodata } from './read';

const atlas = new Atlas(readGeodata);
const stories = await atlas.list('stories.json', productStory);
const texts = [
  ...new Set(stories.flatMap(({ scenes }) => scenes.flatMap((s) => figuresIn(s.text)))),
];
const values = await figureValues(atlas, texts, {});

const number = (value: FigureValue): number => ('missing' in value ? NaN : value.value);

const YEAR = /(?<!\d)(19|20)\d\d(?!\d)/;
/** As Chinese and Mongolian number them. */
const MONTH = /\d+(月|-р сар)/g;
/** Millimetres. */
const GAUGES = ['1435', '1520'];

describe('the stories', () => {
  it('are the seven of the brief, and sound', () => {
    expect(atlas.issues).toEqual([]);
    expect(stories.map(({ id }) => id)).toEqual([
      'moving-to-the-north',
      'umbrella-model',
      'two-railways',
      'northern-sea-route',
      'one-border',
      'novosibirsk',
      'gauge-break',
    ]);
    for (const { scenes } of stories) expect(scenes.length).toBeGreaterThanOrEqual(5);
  });

  it('have scenes whose addresses are understood, with a camera', () => {
    for (const { id, scenes } of stories)
      for (const scene of scenes) {
        const [search, hash] = scene.address.split('#');
        const { address, bad } = parseAddress(search!, `#${hash}`);
        expect(bad, `${id} ${scene.id}`).toEqual([]);
        expect(address.camera, `${id} ${scene.id}`).toBeDefined();
      }
  });

  it('name only corridors, places and areas that there are', async () => {
    const ids = new Set(
      (
        await Promise.all(
          (['hubs', 'ports', 'crossings', 'nodes', 'regions', 'borders'] as const).map((layer) =>
            atlas.layer(layer),
          ),
        )
      ).flatMap((features) => features.map((feature) => String(feature.id))),
    );
    const corridors = new Set((await atlas.corridors()).map(({ id }) => id));
    const areas = new Set(['northeast-china', 'russian-far-east', 'far-east-zabaykalye']);
    for (const { scenes } of stories)
      for (const scene of scenes) {
        const { address } = parseAddress(scene.address.split('#')[0]!, '');
        for (const id of address.corridors ?? []) expect(corridors).toContain(id);
        for (const id of [address.from, address.to, address.hub, address.border])
          if (id) expect(ids, scene.id).toContain(id);
        for (const id of [...(address.pair ?? []), address.place, address.area])
          if (id) expect(areas.has(id) || ids.has(id), `${scene.id}: ${id}`).toBe(true);
      }
  });

  it('hold no bare figure: each is measured, belongs to a measure, is a gauge, or stands beside its year', () => {
    const bare: string[] = [];
    for (const { id, scenes } of stories)
      for (const scene of scenes) {
        const asked = figuresIn(scene.text).join(' ').match(/\d+/g) ?? [];
        for (const lang of LANGS)
          for (const words of [wordsIn(scene.text, lang), wordsIn(scene.notes ?? {}, lang)]) {
            const sentences = plainText(words, () => '')
              .replace(MONTH, '')
              .split(/[.;](?=\s+\p{Lu})|[。；\n]/u);
            sentences.forEach((sentence, i) => {
              // A sentence may go on about the year of the one before it.
              if (YEAR.test(`${sentences[i - 1] ?? ''} ${sentence}`)) return;
              for (const figure of sentence.match(/\d[\d.,\u00a0]*\d|\d/g) ?? [])
                if (![...asked, ...GAUGES].includes(figure.replace(/[,\u00a0]/g, '')))
                  bare.push(`${id} ${scene.id} ${lang}: ${figure} in ${sentence.trim()}`);
            });
          }
      }
    expect(bare).toEqual([]);
  });

  it('ask no figure that has no answer', () => {
    for (const text of texts) expect(values[text], text).not.toHaveProperty('missing');
  });

  it('write every language in its own letters', () => {
    const letters: Record<Lang, RegExp> = {
      en: /[a-z]/,
      zh: /\p{Script=Han}/u,
      ru: /[а-я]/,
      mn: /[өү]/i,
    };
    for (const { scenes } of stories)
      for (const lang of LANGS) {
        const all = scenes.map(({ text }) => plainText(wordsIn(text, lang), () => '')).join(' ');
        expect(all, lang).toMatch(letters[lang]);
        if (lang === 'ru') expect(all).not.toMatch(/[өү]/i);
      }
  });
});

/** The command that answers the same question, and where in its answer the figure stands. */
function command({ kind, args, field }: Figure): { args: string[]; at: (json: never) => number } {
  const world = ['scenario', 'month', 'modes', 'by'].flatMap((key) =>
    args[key] && args[key] !== 'today' ? [`--${key}`, args[key]] : [],
  );
  if (kind === 'route')
    return {
      args: ['route', args.from!, args.to!, ...world],
      at: (json: { distanceKm: number; hours: { typical: number } }) =>
        field === 'km' ? json.distanceKm : json.hours.typical,
    };
  if (kind === 'reach')
    return {
      args: ['reach', args.from!, '--within', `${args.within}${args.by === 'time' ? 'h' : 'km'}`],
      at: ({ bands: [band] }: { bands: { hubs: unknown[]; population: number }[] }) =>
        field === 'hubs' ? band!.hubs.length : band!.population,
    };
  if (kind === 'corridor')
    return { args: ['corridor', args.id!], at: (json: { distanceKm: number }) => json.distanceKm };
  return {
    args: ['catchment', args.id!, '--radius', args.radius!],
    at: (json: { population: number }) => json.population,
  };
}

describe('the figures of the stories', () => {
  const asked = texts
    .map((text) => ({ text, figure: parseFigure(text) as Figure }))
    .filter(
      ({ figure: { kind, field } }) =>
        (kind === 'route' && ['km', 'hours'].includes(field)) ||
        kind === 'reach' ||
        (kind === 'corridor' && field === 'km') ||
        (kind === 'catchment' && field === 'people'),
    );

  it.each(asked)('are those of nv: $text', async ({ text, figure }) => {
    const { args, at } = command(figure);
    expect(number(values[text]!)).toBeCloseTo(at((await answer(...args)) as never), 6);
  });
});
