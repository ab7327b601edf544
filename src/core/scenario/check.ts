import { UserError } from '../errors';
import type { LngLat } from '../types';

/** Checks of one value each; a failure says where it is, what it is, and what would be right. */
export interface Checker {
  fail: (place: string, value: unknown, right: string) => never;
  object: (value: unknown, place: string) => Record<string, unknown>;
  keys: (value: Record<string, unknown>, allowed: readonly string[], place: string) => void;
  list: (value: unknown, place: string, max: number) => unknown[];
  text: (value: unknown, place: string, maxLength: number) => string;
  slug: (value: unknown, place: string) => string;
  number: (value: unknown, place: string, min: number, max: number) => number;
  whole: (value: unknown, place: string, min: number, max: number) => number;
  oneOf: <T extends string | number>(value: unknown, place: string, allowed: readonly T[]) => T;
  lngLat: (value: unknown, place: string) => LngLat;
}

const SLUG = /^[a-z0-9][a-z0-9-]{0,99}$/;

/** A value as an error line shows it: short, on one line. */
function show(value: unknown): string {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

export function checker(): Checker {
  const fail = (place: string, value: unknown, right: string): never => {
    throw new UserError('bad-scenario', `scenario ${place} is ${show(value)}; it must be ${right}`);
  };
  const number = (value: unknown, place: string, min: number, max: number): number =>
    typeof value === 'number' && value >= min && value <= max
      ? value + 0 // -0 has no form in JSON
      : fail(place, value, `a number from ${min} to ${max}`);
  return {
    fail,
    number,
    object: (value, place) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? (value as Record<string, unknown>)
        : fail(place, value, 'an object'),
    keys: (value, allowed, place) => {
      for (const key of Object.keys(value))
        if (!allowed.includes(key))
          fail(`${place}.${key}`, value[key], `one of ${allowed.join(', ')}`);
    },
    list: (value, place, max) => {
      if (value === undefined) return [];
      return Array.isArray(value) && value.length <= max
        ? value
        : fail(place, Array.isArray(value) ? value.length : value, `a list of at most ${max}`);
    },
    text: (value, place, maxLength) =>
      typeof value === 'string' && value.trim() !== '' && value.length <= maxLength
        ? value
        : fail(place, value, `a text of 1 to ${maxLength} characters`),
    slug: (value, place) =>
      typeof value === 'string' && SLUG.test(value)
        ? value
        : fail(place, value, 'lower-case letters, digits and hyphens'),
    whole: (value, place, min, max) =>
      Number.isInteger(value)
        ? number(value, place, min, max)
        : fail(place, value, `a whole number from ${min} to ${max}`),
    oneOf: <T extends string | number>(value: unknown, place: string, allowed: readonly T[]): T =>
      allowed.includes(value as T)
        ? (value as T)
        : fail(place, value, `one of ${allowed.join(', ')}`),
    lngLat: (value, place) => {
      if (!Array.isArray(value) || value.length !== 2)
        return fail(place, value, 'an id or [longitude, latitude]');
      return [number(value[0], place, -180, 180), number(value[1], place, -90, 90)];
    },
  };
}
