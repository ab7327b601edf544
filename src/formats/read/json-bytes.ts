/**
 * JSON read straight from its bytes, without making anything of it: each function begins at a byte
 * and answers where the value ends, or -1 where it is not JSON or the bytes end before it does.
 */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const DOT = 0x2e;

/** Deepest nesting that is read here; JSON.parse sees to what is deeper. */
const MAX_DEPTH = 32;
/** A number of so many digits is exact as an integer. */
const EXACT_DIGITS = 15;
const POWERS = Array.from({ length: 64 }, (_, i) => Number(`1e${i}`));
const ESCAPED = new Set([...'"\\/bfnrt'].map((letter) => letter.charCodeAt(0)));

const isDigit = (byte: number | undefined): boolean => byte! >= ZERO && byte! <= NINE;
const isHex = (byte: number | undefined): boolean =>
  isDigit(byte) || ((byte! | 0x20) >= 0x61 && (byte! | 0x20) <= 0x66);

/** Behind the space that JSON allows between values. */
export function afterSpace(bytes: Uint8Array, at: number): number {
  let byte = bytes[at];
  while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) byte = bytes[++at];
  return at;
}

/** Behind a string, which begins at its quote. */
export function afterString(bytes: Uint8Array, at: number): number {
  const { length } = bytes;
  if (bytes[at] !== QUOTE) return -1;
  for (at += 1; at < length; at += 1) {
    const byte = bytes[at]!;
    if (byte === QUOTE) return at + 1;
    if (byte < 0x20) return -1;
    if (byte !== BACKSLASH) continue;
    at += 1;
    if (ESCAPED.has(bytes[at]!)) continue;
    if (bytes[at] !== 0x75 || ![1, 2, 3, 4].every((i) => isHex(bytes[at + i]))) return -1;
    at += 4;
  }
  return -1;
}

/** The number that `afterNumber` has read last. */
export const read = new Float64Array(1);
/** How that number was written with more digits than are surely exact. */
export const long = new Uint8Array(1);

/** Behind a number; its value is in `read`, within a unit of its last place where `long` is set. */
export function afterNumber(bytes: Uint8Array, at: number): number {
  const start = at;
  const isNegative = bytes[at] === MINUS;
  if (isNegative) at += 1;
  let byte = bytes[at]!;
  if (!isDigit(byte)) return -1;
  let digits = 0;
  let whole = 0;
  if (byte === ZERO) {
    byte = bytes[++at]!;
    if (isDigit(byte)) return -1;
  } else
    do {
      whole = whole * 10 + (byte - ZERO);
      digits += 1;
      byte = bytes[++at]!;
    } while (byte >= ZERO && byte <= NINE);
  let places = 0;
  if (byte === DOT) {
    byte = bytes[++at]!;
    if (!isDigit(byte)) return -1;
    do {
      whole = whole * 10 + (byte - ZERO);
      places += 1;
      byte = bytes[++at]!;
    } while (byte >= ZERO && byte <= NINE);
    digits += places;
  }
  // A number at the end of the bytes may go on in the next.
  if (at >= bytes.length) return -1;
  if ((byte | 0x20) === 0x65) {
    byte = bytes[++at]!;
    if (byte === MINUS || byte === 0x2b) byte = bytes[++at]!;
    if (!isDigit(byte)) return -1;
    while (isDigit(byte)) byte = bytes[++at]!;
    if (at >= bytes.length) return -1;
    read[0] = Number(String.fromCharCode(...bytes.subarray(start, Math.min(at, start + 400))));
    long[0] = 1;
    return at - start > 400 ? -1 : at;
  }
  if (places >= POWERS.length) return -1;
  const size = places === 0 ? whole : whole / POWERS[places]!;
  read[0] = isNegative ? -size : size;
  if (digits > EXACT_DIGITS) long[0] = 1;
  return at;
}

/** Behind a word such as `null`. */
function afterWord(bytes: Uint8Array, at: number, word: string): number {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return -1;
  return at + word.length;
}

/** Behind a value of any kind. */
export function afterValue(bytes: Uint8Array, at: number, depth = 0): number {
  switch (bytes[at]) {
    case QUOTE:
      return afterString(bytes, at);
    case 0x7b:
      return depth < MAX_DEPTH ? afterMembers(bytes, at, depth) : -1;
    case 0x5b:
      return depth < MAX_DEPTH ? afterItems(bytes, at, depth) : -1;
    case 0x74:
      return afterWord(bytes, at, 'true');
    case 0x66:
      return afterWord(bytes, at, 'false');
    case 0x6e:
      return afterWord(bytes, at, 'null');
    default:
      return afterNumber(bytes, at);
  }
}

function afterItems(bytes: Uint8Array, at: number, depth: number): number {
  at = afterSpace(bytes, at + 1);
  if (bytes[at] === 0x5d) return at + 1;
  for (;;) {
    at = afterValue(bytes, at, depth + 1);
    if (at < 0) return -1;
    at = afterSpace(bytes, at);
    if (bytes[at] === 0x5d) return at + 1;
    if (bytes[at] !== COMMA) return -1;
    at = afterSpace(bytes, at + 1);
  }
}

function afterMembers(bytes: Uint8Array, at: number, depth: number): number {
  at = afterSpace(bytes, at + 1);
  if (bytes[at] === 0x7d) return at + 1;
  for (;;) {
    at = afterKey(bytes, at);
    if (at < 0) return -1;
    at = afterValue(bytes, at, depth + 1);
    if (at < 0) return -1;
    at = afterSpace(bytes, at);
    if (bytes[at] === 0x7d) return at + 1;
    if (bytes[at] !== COMMA) return -1;
    at = afterSpace(bytes, at + 1);
  }
}

/** Behind a key and its colon: where the value begins. */
function afterKey(bytes: Uint8Array, at: number): number {
  at = afterString(bytes, at);
  return at < 0 ? -1 : afterColon(bytes, at);
}

/** From behind a key to where its value begins. */
export function afterColon(bytes: Uint8Array, at: number): number {
  at = afterSpace(bytes, at);
  return bytes[at] === COLON ? afterSpace(bytes, at + 1) : -1;
}

/** Whether the string between these places is this word, written without escapes. */
export function keyIs(bytes: Uint8Array, at: number, end: number, word: string): boolean {
  if (end - at !== word.length + 2) return false;
  for (let i = 0; i < word.length; i++) if (bytes[at + 1 + i] !== word.charCodeAt(i)) return false;
  return true;
}

/** Whether the string between these places is written with escapes. */
export function isEscaped(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] === BACKSLASH) return true;
  return false;
}
