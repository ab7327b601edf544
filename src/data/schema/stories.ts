import * as v from 'valibot';
import { figureTexts, parseFigure } from '../../core/story/figure';
import { TEXT_LIMIT } from '../../core/story/text';
import { END, START } from '../../core/story/types';
import { LANGS, NAME_LANGS, type Lang } from '../../core/types';
import * as c from './common';

/** Bounds of a story, so that a file of somebody else cannot fill the browser. */
export const STORY_LIMITS = {
  scenes: 60,
  title: 120,
  summary: 600,
  text: TEXT_LIMIT,
  notes: 4000,
  address: 20_000,
  sources: 30,
  figures: 80,
} as const;

const written = (limit: number) =>
  v.pipe(v.string(), v.maxLength(limit, `must have at most ${limit} characters`));

/** Text in the languages it has been written in, at least one. */
const words = (limit: number) =>
  v.pipe(
    v.strictObject(v.entriesFromList(LANGS, v.optional(written(limit)))),
    v.check((all) => Object.values(all).some((text) => text), 'must be written in one language'),
  );

/** A scene may be a picture without words. */
const fewWords = (limit: number) => v.union([words(limit), v.strictObject({})]);

/** A query and hash of this page, and nothing that leads elsewhere. */
const address = v.pipe(
  written(STORY_LIMITS.address),
  v.regex(/^(\?[^#]*)?(#.*)?$/, 'must be a query and hash such as ?corridor=bam#map=4/56/110'),
);

const figureValue = v.union([
  v.strictObject({
    unit: v.picklist(['km', 'h', 'km2', 'people', 'count', 'ratio']),
    value: v.pipe(v.number(), v.finite()),
  }),
  v.strictObject({ missing: written(400) }),
]);

const frozen = v.strictObject({
  date: v.pipe(v.string(), v.isoDate()),
  edition: v.optional(written(40)),
  values: v.pipe(
    v.record(written(200), figureValue),
    v.check(
      (values) => Object.keys(values).length <= STORY_LIMITS.figures,
      `must have at most ${STORY_LIMITS.figures} figures`,
    ),
  ),
});

const side = v.pipe(v.number(), v.minValue(100), v.maxValue(10_000));

export const scene = v.strictObject({
  id: v.pipe(
    c.slug,
    v.maxLength(60),
    v.notValues([START, END], 'start and end are the slides before and after the scenes'),
  ),
  title: fewWords(STORY_LIMITS.title),
  text: fewWords(STORY_LIMITS.text),
  notes: v.optional(fewWords(STORY_LIMITS.notes)),
  address,
  stage: v.optional(v.strictObject({ width: side, height: side })),
  sources: v.pipe(v.array(c.source), v.maxLength(STORY_LIMITS.sources)),
  frozen: v.optional(frozen),
});

/** A story, of the product or of a person. */
export const story = v.strictObject({
  id: v.pipe(c.slug, v.maxLength(60)),
  title: words(STORY_LIMITS.title),
  summary: fewWords(STORY_LIMITS.summary),
  start: v.boolean(),
  end: v.boolean(),
  scenes: v.pipe(
    v.array(scene),
    v.maxLength(STORY_LIMITS.scenes, `must have at most ${STORY_LIMITS.scenes} scenes`),
    v.check(
      (scenes) => new Set(scenes.map(({ id }) => id)).size === scenes.length,
      'two scenes have the same id',
    ),
  ),
});

const inAllLanguages = <T extends Partial<Record<Lang, string>>>(all: T) =>
  NAME_LANGS.every((lang) => all[lang]?.trim());

/** Each language asks the same figures, and each of them can be asked. */
const soundFigures = (all: Partial<Record<Lang, string>>): boolean => {
  const asked = Object.values(all).map((text) => [...new Set(figureTexts(text))].sort().join('|'));
  return (
    new Set(asked).size <= 1 &&
    Object.values(all)
      .flatMap(figureTexts)
      .every((text) => !('reason' in parseFigure(text)))
  );
};

/** geodata/stories.json: a story that comes with the product, in all languages, with its sources. */
export const productStory = v.pipe(
  story,
  v.check(
    ({ title, summary, scenes }) =>
      [
        title,
        summary,
        ...scenes.flatMap((each) => [each.title, each.text, each.notes ?? {}]),
      ].every(inAllLanguages),
    'must be written in all languages, notes too',
  ),
  v.check(
    ({ scenes }) => scenes.every(({ sources }) => sources.length > 0),
    'every scene needs a source',
  ),
  v.check(
    ({ scenes }) => scenes.every(({ text }) => soundFigures(text)),
    'a figure is not understood, or the languages differ in their figures',
  ),
);
