import { isSpace, ValueEnd } from './value-end';

/**
 * Finds the pieces of a JSON text while its bytes come in, without parsing it: the elements of the
 * array `features` of an object, its other members, or several values one after another. It knows
 * brackets and strings only; whether a piece is JSON is for JSON.parse to say. Nothing is kept but
 * the piece that is not yet complete, so a file of any size takes the memory of its largest feature.
 */

export interface Pieces {
  /**
   * A feature may begin here: where it ends when it has been taken straight from the bytes, else -1,
   * and it is looked for as any other value.
   */
  sound(bytes: Uint8Array, at: number): number;
  /** An element of `features`, or of an array at the top. The bytes are only lent. */
  feature(bytes: Uint8Array, at: number): void;
  /** A whole value at the top that has no `features`: a feature, a geometry, a topology. */
  value(bytes: Uint8Array, at: number): void;
  /** The array of features begins; `bare` when it stands at the top by itself. */
  features(bare: boolean): void;
  /** Another member of the object that holds the features. */
  member(key: string, json: string): void;
  /** Bytes that cannot stand where they do: reading goes on at the next feature. */
  trouble(code: 'not-json' | 'nested-too-deep' | 'value-too-large' | 'cut-short', at: number): void;
}

/** Largest single feature. */
export const MAX_PIECE_BYTES = 64 * 1024 * 1024;
/** Members beside `features` that are longer than this are not looked at. */
const MAX_MEMBER_BYTES = 1024 * 1024;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;

/**
 * Where the scan stands. `top`: between values. `key`, `colon`, `member`: in the object at the top.
 * `list`: between features. `skip`: after trouble, until a feature begins or the list ends.
 */
type Where = 'top' | 'key' | 'colon' | 'member' | 'list' | 'skip' | 'lost';

/** One file though it is long: a machine of states is read whole or not at all. */
export class JsonPieces {
  #buffer: Uint8Array = new Uint8Array(0);
  /** Place of the buffer's first byte in the file. */
  #base = 0;
  #where: Where = 'top';
  /** Where the value under way began: index into the buffer, -1 for none. */
  #start = -1;
  /** How far the bytes have been scanned, and the end of the value under way. */
  #at = 0;
  readonly #end = new ValueEnd();
  /** The bytes of the value under way came in more than one chunk. */
  #wasSplit = false;
  /** The object at the top: where it began, as long as it has shown no `features`. */
  #object = -1;
  /** That object is nested deeper than is read. */
  #deep = false;
  #key = '';
  #bare = false;
  #needsComma = false;

  constructor(readonly to: Pieces) {}

  push(chunk: Uint8Array): void {
    const keepFrom = this.#object >= 0 ? this.#object : this.#start >= 0 ? this.#start : this.#at;
    const rest = this.#buffer.subarray(keepFrom);
    if (rest.length > MAX_PIECE_BYTES) {
      this.to.trouble('value-too-large', this.#base + keepFrom);
      this.#where = 'lost';
      return;
    }
    const joined = new Uint8Array(rest.length + chunk.length);
    joined.set(rest);
    joined.set(chunk, rest.length);
    this.#buffer = joined;
    this.#base += keepFrom;
    this.#at -= keepFrom;
    if (this.#start >= 0) this.#start -= keepFrom;
    if (this.#object >= 0) this.#object -= keepFrom;
    this.#run();
  }

  /** The file is at its end. */
  finish(): void {
    this.#run();
    if (this.#where === 'lost') return;
    const open = this.#start >= 0 || this.#where !== 'top';
    if (open) {
      const at = this.#start >= 0 ? this.#start : this.#at;
      this.to.trouble('cut-short', this.#base + at);
    }
  }

  #run(): void {
    while (this.#where !== 'lost') {
      if (this.#start >= 0) {
        if (!this.#scanValue()) return;
        continue;
      }
      const { length } = this.#buffer;
      while (this.#at < length && isSpace(this.#buffer[this.#at]!)) this.#at += 1;
      if (this.#at >= length) return;
      this.#step(this.#buffer[this.#at]!);
    }
  }

  /** One byte between values. */
  #step(byte: number): void {
    const at = this.#at;
    switch (this.#where) {
      case 'top':
        if (byte === OPEN) {
          if (this.#takeSound(at)) return;
          this.#object = at;
          this.#where = 'key';
          this.#needsComma = false;
          this.#at += 1;
        } else if (byte === OPEN_LIST) {
          this.#bare = true;
          this.to.features(true);
          this.#where = 'list';
          this.#needsComma = false;
          this.#at += 1;
        } else this.#lose('not-json', at);
        return;
      case 'key':
        if (byte === CLOSE) this.#endObject(at);
        else if (byte === COMMA && this.#needsComma) {
          this.#needsComma = false;
          this.#at += 1;
        } else if (byte === QUOTE && !this.#needsComma) this.#begin(at);
        else this.#lose('not-json', at);
        return;
      case 'colon':
        if (byte !== COLON) return this.#lose('not-json', at);
        this.#where = 'member';
        this.#at += 1;
        return;
      case 'member':
        if (byte === OPEN_LIST && this.#key === 'features') {
          this.#bare = false;
          this.#object = -1;
          this.to.features(false);
          this.#where = 'list';
          this.#needsComma = false;
          this.#at += 1;
        } else if (byte === COMMA || byte === CLOSE || byte === CLOSE_LIST)
          this.#lose('not-json', at);
        else this.#begin(at);
        return;
      case 'list':
        if (byte === CLOSE_LIST) {
          this.#at += 1;
          this.#where = this.#bare ? 'top' : 'key';
          this.#needsComma = true;
        } else if (byte === COMMA) {
          // Two commas in a row, or one before the first feature: said once, then read on.
          if (!this.#needsComma) this.to.trouble('not-json', this.#base + at);
          this.#needsComma = false;
          this.#at += 1;
        } else if (byte === CLOSE || byte === COLON) {
          this.to.trouble('not-json', this.#base + at);
          this.#where = 'skip';
          this.#at += 1;
        } else {
          if (this.#needsComma) this.to.trouble('not-json', this.#base + at);
          if (this.#takeSound(at)) this.#needsComma = true;
          else this.#begin(at);
        }
        return;
      case 'skip':
        if (byte === OPEN || byte === CLOSE_LIST) {
          this.#needsComma = false;
          this.#where = 'list';
        } else this.#at += 1;
    }
  }

  #takeSound(at: number): boolean {
    const end = this.to.sound(this.#buffer, at);
    if (end >= 0) this.#at = end;
    return end >= 0;
  }

  #begin(at: number): void {
    this.#start = at;
    this.#at = at;
    this.#end.begin();
    this.#wasSplit = false;
  }

  /** Scans on in the value under way; false when more bytes are needed. */
  #scanValue(): boolean {
    const end = this.#end.scan(this.#buffer, this.#at);
    if (end < 0) {
      this.#at = this.#end.at;
      this.#wasSplit = true;
      return false;
    }
    const start = this.#start;
    this.#start = -1;
    this.#at = end;
    this.#endValue(start, end);
    return true;
  }

  #endValue(start: number, end: number): void {
    const bytes = this.#buffer.subarray(start, end);
    switch (this.#where) {
      case 'key':
        this.#key = keyOf(bytes);
        this.#where = 'colon';
        return;
      case 'member':
        if (this.#end.isDeep) this.#deep = true;
        if (bytes.length <= MAX_MEMBER_BYTES) this.to.member(this.#key, text(bytes));
        this.#where = 'key';
        this.#needsComma = true;
        return;
      default:
        this.#needsComma = true;
        if (this.#end.isDeep) this.to.trouble('nested-too-deep', this.#base + start);
        else if (!this.#wasSplit || this.to.sound(bytes, 0) < 0)
          this.to.feature(bytes, this.#base + start);
    }
  }

  #endObject(at: number): void {
    this.#at = at + 1;
    this.#where = 'top';
    if (this.#object < 0) return;
    const start = this.#object;
    this.#object = -1;
    const isDeep = this.#deep;
    this.#deep = false;
    if (isDeep) this.to.trouble('nested-too-deep', this.#base + start);
    else this.to.value(this.#buffer.subarray(start, at + 1), this.#base + start);
  }

  /** Nothing after this can be trusted. */
  #lose(code: 'not-json', at: number): void {
    this.to.trouble(code, this.#base + at);
    this.#start = -1;
    this.#where = 'lost';
  }
}

const decoder = new TextDecoder();
const text = (bytes: Uint8Array): string => decoder.decode(bytes);

function keyOf(bytes: Uint8Array): string {
  try {
    return String(JSON.parse(text(bytes)));
  } catch {
    return text(bytes);
  }
}
