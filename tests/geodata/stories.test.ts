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

/** A numeral written out, with one more word after it at most, before a unit. */
const QUANTITY_IN_WORDS: Record<Lang, RegExp> = {
  en: /(?<!\d\s)\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds?|thousands?|millions?|dozens?)([- ]\w+)? (kilomet|km\b|hours?\b|days?\b|people\b|tonnes)/i,
  zh: /(?<!\d)[一二三四五六七八九十百千万亿两几][来多余]?(公里|千米|小时|天|人口|吨)/,
  ru: /(?<!\p{L}|\d\s)(одн|дв|тр[иеё]|четыр|пят|шест|сем[ьи]|восем|восьм|девят|десят|сорок|сто |сотн|тысяч|миллион)\p{L}*(\s\p{L}+)?\s(километр|км|час|сут|дн[еяю]|человек|тонн)/iu,
  mn: /(?<!\p{L}|\d\s)(нэг|хоёр|гурван|дөрвөн|таван|зургаан|долоон|найман|есөн|арв|хорин|гучин|дөчин|тавин|жаран|далан|наян|ерэн|зуу|мянга|сая)\p{L}*(\s\p{L}+)?\s(километр|км|цаг|хоног|хүн|тонн)/iu,
};

const total = (found: Iterable<RegExpMatchArray>): number =>
  [...found].reduce((sum, [, km]) => sum + Number(km!.replace(',', '')), 0);

/** Those that there are: what each says at least and at most, and the scene's own figure for it. */
const IN_WORDS: Record<string, { least: number; most: number; of: (text: string) => number }> = {
  // "More than twelve thousand": the three published lengths of the text together.
  'one-border line': {
    ...{ least: 12_000, most: 13_000 },
    of: (text) => total(text.matchAll(/([\d,]+)\skm/g)),
  },
  'novosibirsk reach': {
    ...{ least: 1000, most: 1000 },
    of: (text) => Number(/from=novosibirsk within=(\d+) :/.exec(text)![1]),
  },
  // One day and two: both are asked.
  'novosibirsk day': {
    ...{ least: 24 + 48, most: 24 + 48 },
    of: (text) => total(text.matchAll(/within=(\d+) by=time/g)),
  },
  // "Some ten".
  'gauge-break erenhot': {
    ...{ least: 8, most: 15 },
    of: (text) => number(values[/\{\{(route [^}]*: km)\}\}/.exec(text)![1]!]!),
  },
};

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

  it('write a quantity in words only where a figure of the same scene bears it out', () => {
    const scenes = stories.flatMap(({ id, scenes: all }) =>
      all.map((scene) => ({ name: `${id} ${scene.id}`, scene })),
    );
    for (const { name, scene } of scenes)
      for (const lang of LANGS) {
        const words = [scene.title, scene.text, scene.notes ?? {}].map((text) =>
          plainText(wordsIn(text, lang), () => ''),
        );
        const found = QUANTITY_IN_WORDS[lang].exec(words.join('\n'));
        if (found) expect(IN_WORDS, `${lang}: ${found[0]}`).toHaveProperty([name]);
      }
    for (const [name, { least, most, of }] of Object.entries(IN_WORDS)) {
      const { text } = scenes.find((each) => each.name === name)!.scene;
      expect(of(wordsIn(text, 'en')), name).toBeGreaterThanOrEqual(least);
      expect(of(wordsIn(text, 'en')), name).toBeLessThanOrEqual(most);
    }
    expect(QUANTITY_IN_WORDS.en.test('some twenty-five kilometres on')).toBe(true);
    expect(QUANTITY_IN_WORDS.zh.test('大约三百公里')).toBe(true);
    expect(QUANTITY_IN_WORDS.ru.test('около трёхсот километров')).toBe(true);
    expect(QUANTITY_IN_WORDS.mn.test('гурван зуун км')).toBe(true);
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
