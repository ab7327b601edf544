import { readDecimal } from '../core/decimal';

/** The kinds of parameters in an address; `parse` gives undefined for what is no value of its kind. */

const LIST_LIMIT = 40;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** One parameter of the query: its key, and both ways between text and value. */
export interface Param<T> {
  key: string;
  parse: (text: string) => T | undefined;
  format: (value: T) => string;
}

export const oneOf = <T extends string>(key: string, values: readonly T[]): Param<T> => ({
  key,
  parse: (text) => values.find((value) => value === text),
  format: (value) => value,
});

/** An id, or `LNG,LAT`. */
const PLACE = /^([a-z0-9]+(-[a-z0-9]+)*|-?\d+(\.\d+)?,-?\d+(\.\d+)?)$/;

export const place = (key: string): Param<string> => matching(key, PLACE);

/** Several places: their own commas make the semicolon the separator. */
export const places = (key: string, limit = LIST_LIMIT): Param<string[]> => ({
  key,
  parse: (text) => {
    const list = text.split(';');
    return list.length <= limit && list.every((item) => PLACE.test(item)) ? list : undefined;
  },
  format: (list) => list.join(';'),
});

/** Pairs of places, as `harbin~moscow;beijing~44.8,41.7`. */
export const placePairs = (key: string, limit: number): Param<{ from: string; to: string }[]> => ({
  key,
  parse: (text) => {
    const list = text.split(';').map((pair) => pair.split('~'));
    const sound = list.every((ends) => ends.length === 2 && ends.every((end) => PLACE.test(end)));
    return sound && list.length <= limit
      ? list.map(([from, to]) => ({ from: from!, to: to! }))
      : undefined;
  },
  format: (list) => list.map(({ from, to }) => `${from}~${to}`).join(';'),
});

/** Ids or codes of scenarios; none is written `none`. */
export const codes = (key: string, limit: number): Param<string[]> => ({
  key,
  parse: (text) => {
    const list = text === 'none' ? [] : text.split(',');
    return list.length <= limit && list.every((code) => CODE.test(code)) ? list : undefined;
  },
  format: (list) => (list.length === 0 ? 'none' : list.join(',')),
});

/** The id of a scenario, or the whole of it encoded. */
export const CODE = /^[\w.-]{1,16000}$/;

export const slug = (key: string): Param<string> => matching(key, SLUG);

/** A number above 0, at most `limit`. */
export const upTo = (key: string, limit: number): Param<number> => ({
  key,
  parse: (text) => {
    const value = readDecimal(text);
    return value > 0 && value <= limit ? value : undefined;
  },
  format: String,
});

export const slugs = (key: string): Param<string[]> => ({
  key,
  parse: (text) => {
    if (text === 'none') return [];
    const list = [...new Set(text.split(','))];
    return list.length <= LIST_LIMIT && list.every((item) => SLUG.test(item)) ? list : undefined;
  },
  format: (list) => (list.length === 0 ? 'none' : list.join(',')),
});

/** Text of one form. */
export const matching = (key: string, form: RegExp): Param<string> => ({
  key,
  parse: (text) => (form.test(text) ? text : undefined),
  format: (value) => value,
});

/** Numbers above 0, each above the one before. */
export const rising = (key: string, most: number): Param<number[]> => ({
  key,
  parse: (text) => {
    const list = text.split(',').map(readDecimal);
    const rises = list.every((bound, i) => bound > (list[i - 1] ?? 0));
    return list.length <= most && rises ? list : undefined;
  },
  format: (bounds) => bounds.join(','),
});

/** Some of the values, in their order. */
export const someOf = <T extends string>(key: string, values: readonly T[]): Param<T[]> => ({
  key,
  parse: (text) => {
    const list = text.split(',');
    const some = values.filter((value) => list.includes(value));
    return some.length === list.length ? some : undefined;
  },
  format: (some) => some.join(','),
});

/** Two different ids. */
export const pairOf = (key: string): Param<[string, string]> => ({
  key,
  parse: (text) => {
    const [a, b, ...more] = text.split(',');
    const sound = a && b && a !== b && more.length === 0 && SLUG.test(a) && SLUG.test(b);
    return sound ? [a, b] : undefined;
  },
  format: (pair) => pair.join(','),
});

/** A whole number from 1. */
export const wholeUpTo = (key: string, limit: number): Param<number> => ({
  key,
  parse: (text) =>
    /^[1-9]\d{0,5}$/.test(text) && Number(text) <= limit ? Number(text) : undefined,
  format: String,
});

/** There, or absent. */
export const flag = (key: string): Param<boolean> => ({
  key,
  parse: (text) => (text === '1' ? true : undefined),
  format: () => '1',
});
