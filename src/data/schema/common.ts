import * as v from 'valibot';
import { GEOMETRY_GRADES, MODES, NAME_LANGS, STATUSES } from '../../core/types';

/** The parts that several layers' properties share. */

const someText = v.pipe(v.string(), v.nonEmpty('must not be empty'));

export const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be a slug of lower-case letters, digits and hyphens'),
);

export const text = someText;
export const lang = v.picklist(NAME_LANGS);

const local = v.optional(v.object({ lang: someText, text: someText }));
const transliterated = v.optional(v.array(lang));

/** A name that must have English; the other languages where they are known. */
export const partialName = v.object({
  en: someText,
  zh: v.optional(someText),
  ru: v.optional(someText),
  mn: v.optional(someText),
  local,
  transliterated,
});

/** A name in all four languages. */
export const fullName = v.object({
  en: someText,
  zh: someText,
  ru: someText,
  mn: someText,
  local,
  transliterated,
});

/** A year, a month or a day. */
export const date = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'must be a date such as 2024, 2024-06 or 2024-06-10'),
);

export const source = v.object({
  title: someText,
  publisher: someText,
  date: someText,
  url: v.optional(v.pipe(v.string(), v.url('must be an address'))),
});
export const sources = v.pipe(v.array(source), v.minLength(1, 'needs at least one source'));

export const positive = v.pipe(v.number(), v.gtValue(0, 'must be above 0'));
export const notNegative = v.pipe(v.number(), v.minValue(0, 'must not be negative'));

export const population = v.object({
  value: v.pipe(v.number(), v.integer(), v.minValue(0)),
  year: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100)),
  source,
});

export const country = v.union([
  v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code of two capitals')),
  v.literal('sea'),
]);

export const regionId = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2}-[a-z0-9]{1,3}$/, 'must be a lower-case ISO 3166-2 code'),
);

export const mode = v.picklist(MODES);
export const status = v.picklist(STATUSES);
export const geometryGrade = v.picklist(GEOMETRY_GRADES);
export const gauge = v.picklist([1520, 1435, 1067, 762]);

/** Months in which something is open, 1 to 12. */
export const months = v.optional(
  v.pipe(
    v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12))),
    v.minLength(1),
    v.maxLength(12),
  ),
);

/** Kilometre posts by line id. */
export const posts = v.optional(v.record(slug, notNegative));

/** What every feature of every layer carries. */
export const provenance = { sources, positionErrorKm: notNegative };
