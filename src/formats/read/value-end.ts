/** Deepest nesting that is read: coordinates of a MultiPolygon in collections need 14 levels. */
export const MAX_JSON_DEPTH = 100;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const RECORD_SEPARATOR = 0x1e;

const ORDINARY = 0;
const STRING = 1;
const OPENS = 2;
const CLOSES = 3;
const ENDS = 4;
/** What each byte means outside strings: one look-up instead of many comparisons. */
const KINDS = new Uint8Array(256);
KINDS[QUOTE] = STRING;
for (const bracket of '{[') KINDS[bracket.charCodeAt(0)] = OPENS;
for (const bracket of '}]') KINDS[bracket.charCodeAt(0)] = CLOSES;
for (const byte of [0x2c, 0x20, 0x09, 0x0a, 0x0d, RECORD_SEPARATOR]) KINDS[byte] = ENDS;

/** Space, tab, line feed, carriage return; and the record separator of RFC 8142. */
export const isSpace = (byte: number): boolean =>
  byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === RECORD_SEPARATOR;

/** Looks for the end of one JSON value by its brackets and strings, over as many chunks as it takes. */
export class ValueEnd {
  /** How far it has looked. */
  at = 0;
  /** The value is nested deeper than is read. */
  isDeep = false;
  #depth = 0;
  #inString = false;

  /** A new value begins. */
  begin(): void {
    this.isDeep = false;
    this.#depth = 0;
    this.#inString = false;
  }

  /** Looks on from `at`: where the value ends, or -1 when more bytes are needed. */
  scan(buffer: Uint8Array, at: number): number {
    const { length } = buffer;
    let depth = this.#depth;
    let inString = this.#inString;
    let end = -1;
    while (at < length) {
      const byte = buffer[at]!;
      if (inString) {
        if (byte === BACKSLASH) {
          if (at + 1 >= length) break;
          at += 2;
          continue;
        }
        at += 1;
        if (byte !== QUOTE) continue;
        inString = false;
        if (depth > 0) continue;
        end = at;
        break;
      }
      const kind = KINDS[byte]!;
      if (kind === ORDINARY) at += 1;
      else if (kind === STRING) {
        inString = true;
        at += 1;
      } else if (kind === OPENS) {
        depth += 1;
        if (depth > MAX_JSON_DEPTH) this.isDeep = true;
        at += 1;
      } else if (kind === CLOSES) {
        if (depth <= 1) {
          end = depth === 0 ? at : at + 1;
          break;
        }
        depth -= 1;
        at += 1;
      } else if (depth === 0) {
        end = at;
        break;
      } else at += 1;
    }
    this.at = at;
    this.#depth = depth;
    this.#inString = inString;
    return end;
  }
}
