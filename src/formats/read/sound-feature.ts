import type { FieldCounts, FieldCount } from '../../data/own/field-counts';
import type { Shape } from '../../data/own/shape';
import {
  afterColon,
  afterNumber,
  afterSpace,
  afterString,
  afterValue,
  isEscaped,
  keyIs,
  long,
  read,
} from './json-bytes';
import { SoundGeometry } from './sound-geometry';

const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** The members of a feature that mean something, as bits; 0 for any other. */
const TYPE = 1;
const PROPERTIES = 2;
const GEOMETRY = 4;
const ID = 8;
const NEEDED = TYPE | PROPERTIES | GEOMETRY;

const EMPTY = 0;
const NUMBER = 1;
const TEXT = 2;

/** A property as features before have had it. */
interface KnownField {
  /** Its name as it is written. */
  bytes: Uint8Array;
  name: string;
  count: FieldCount | undefined;
}

const decoder = new TextDecoder();
const text = (bytes: Uint8Array, from: number, to: number): string =>
  decoder.decode(bytes.subarray(from, to));

/**
 * Reads a feature from its bytes without making objects of it, which is most of what reading a
 * large file costs. It answers only where the feature is surely JSON and free of any defect, and
 * then says what JSON.parse, `isSound` and `shapeOf` would; a test holds it to that. Everything
 * else is for them.
 */
export class SoundFeature {
  /** Of the last feature that was read. */
  get shape(): Shape {
    return this.#geometry.shape;
  }
  id: string | number | undefined;

  readonly #geometry = new SoundGeometry();
  /** The properties of features before, by their place among the properties. */
  readonly #known: (KnownField | undefined)[] = [];
  readonly #kinds: number[] = [];

  /** Where the feature that begins at `at` ends, or -1. */
  after(bytes: Uint8Array, at: number): number {
    if (bytes[at] !== OPEN) return -1;
    let seen = 0;
    this.id = undefined;
    at = afterSpace(bytes, at + 1);
    for (;;) {
      const key = at;
      const keyEnd = afterString(bytes, at);
      at = keyEnd < 0 ? -1 : afterColon(bytes, keyEnd);
      if (at < 0) return -1;
      const member = memberOf(bytes, key, keyEnd);
      if (member !== 0) {
        if ((seen & member) !== 0) return -1;
        seen |= member;
        at = this.#member(bytes, at, member);
      } else at = isEscaped(bytes, key, keyEnd) ? -1 : afterValue(bytes, at);
      if (at < 0) return -1;
      at = afterSpace(bytes, at);
      if (bytes[at] === CLOSE) break;
      if (bytes[at] !== COMMA) return -1;
      at = afterSpace(bytes, at + 1);
    }
    return (seen & NEEDED) === NEEDED ? at + 1 : -1;
  }

  /** Counts the properties of the last feature: it has been taken. */
  count(fields: FieldCounts): void {
    for (let i = 0; i < this.#kinds.length; i++) {
      const field = this.#known[i]!;
      field.count ??= fields.of(field.name);
      if (!field.count || this.#kinds[i] === EMPTY) continue;
      if (this.#kinds[i] === NUMBER) field.count.numbers += 1;
      else field.count.texts += 1;
    }
  }

  #member(bytes: Uint8Array, at: number, member: number): number {
    switch (member) {
      case TYPE: {
        const end = afterString(bytes, at);
        return end > 0 && keyIs(bytes, at, end, 'Feature') ? end : -1;
      }
      case GEOMETRY:
        return this.#geometry.after(bytes, at);
      case PROPERTIES:
        return this.#properties(bytes, at);
      default:
        return this.#identity(bytes, at);
    }
  }

  #identity(bytes: Uint8Array, at: number): number {
    if (bytes[at] !== QUOTE) {
      long[0] = 0;
      const end = afterNumber(bytes, at);
      if (end > 0) this.id = long[0] === 1 ? Number(text(bytes, at, end)) : read[0]!;
      return end;
    }
    const end = afterString(bytes, at);
    if (end > 0)
      this.id = isEscaped(bytes, at, end)
        ? (JSON.parse(text(bytes, at, end)) as string)
        : text(bytes, at + 1, end - 1);
    return end;
  }

  #properties(bytes: Uint8Array, at: number): number {
    const kinds = this.#kinds;
    kinds.length = 0;
    if (bytes[at] !== OPEN) {
      const isNull = bytes[at] === 0x6e;
      return isNull ? afterValue(bytes, at) : -1;
    }
    at = afterSpace(bytes, at + 1);
    if (bytes[at] === CLOSE) return at + 1;
    for (;;) {
      const key = at;
      const keyEnd = afterString(bytes, at);
      at = keyEnd < 0 ? -1 : afterColon(bytes, keyEnd);
      if (at < 0) return -1;
      this.#note(bytes, key, keyEnd, kinds.length);
      const first = bytes[at];
      const start = at;
      at = first === QUOTE ? afterString(bytes, at) : afterValue(bytes, at);
      if (at < 0) return -1;
      const isEmpty = first === 0x6e || (first === QUOTE && at === start + 2);
      const isNumber = first === MINUS || (first! >= 0x30 && first! <= 0x39);
      kinds.push(isEmpty ? EMPTY : isNumber ? NUMBER : TEXT);
      at = afterSpace(bytes, at);
      if (bytes[at] === CLOSE) return at + 1;
      if (bytes[at] !== COMMA) return -1;
      at = afterSpace(bytes, at + 1);
    }
  }

  /** Properties mostly come in the same order: then their names need not be made anew. */
  #note(bytes: Uint8Array, key: number, keyEnd: number, place: number): void {
    const known = this.#known[place];
    if (known && sameAs(bytes, key, keyEnd, known.bytes)) return;
    const written = bytes.slice(key, keyEnd);
    const name = JSON.parse(text(bytes, key, keyEnd)) as string;
    this.#known[place] = { bytes: written, name, count: undefined };
  }
}

/** Told by its length first: most features have no other member of these lengths. */
function memberOf(bytes: Uint8Array, key: number, keyEnd: number): number {
  switch (keyEnd - key - 2) {
    case 2:
      return keyIs(bytes, key, keyEnd, 'id') ? ID : 0;
    case 4:
      return keyIs(bytes, key, keyEnd, 'type') ? TYPE : 0;
    case 8:
      return keyIs(bytes, key, keyEnd, 'geometry') ? GEOMETRY : 0;
    case 10:
      return keyIs(bytes, key, keyEnd, 'properties') ? PROPERTIES : 0;
    default:
      return 0;
  }
}

function sameAs(bytes: Uint8Array, at: number, end: number, known: Uint8Array): boolean {
  if (end - at !== known.length) return false;
  for (let i = 0; i < known.length; i++) if (bytes[at + i] !== known[i]) return false;
  return true;
}
