/**
 * The encoding of a text whose file does not say it. UTF-8 and UTF-16 are recognised for sure; the
 * older ones by which letters and bytes are common, which is a guess and is told as one. Those that
 * `guessEncoding` never answers are for a person to choose.
 */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'windows-1251',
  'koi8-r',
  'ibm866',
  'iso-8859-5',
  'x-mac-cyrillic',
  'windows-1252',
  'shift_jis',
  'euc-jp',
  'euc-kr',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** How a text is encoded, and whether that is a guess. */
export interface FoundEncoding {
  encoding: Encoding;
  guessed: boolean;
}

/** So many bytes tell enough. */
const SAMPLE_BYTES = 256 * 1024;

export async function encodingOf(file: Blob): Promise<Encoding> {
  return guessEncoding(new Uint8Array(await file.slice(0, SAMPLE_BYTES).arrayBuffer()));
}

export function guessEncoding(bytes: Uint8Array): Encoding {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const wide = zerosAt(bytes);
  if (wide) return wide;
  if (decodes(bytes, 'utf-8')) return 'utf-8';
  return legacy(bytes);
}

/** Latin text in UTF-16 has a zero in every other byte. */
function zerosAt(bytes: Uint8Array): Encoding | undefined {
  const length = Math.min(bytes.length, 4096) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const many = length / 2 / 3;
  if (length < 4) return undefined;
  if (odd > many && even === 0) return 'utf-16le';
  if (even > many && odd === 0) return 'utf-16be';
  return undefined;
}

function decodes(bytes: Uint8Array, encoding: string): boolean {
  try {
    // A sample may end in the middle of a letter: `stream` waits for the rest.
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * The letters of Chinese and Russian texts stand together; the accented letters of Latin ones stand
 * alone among letters without an accent. In Big5 every second byte may look like such a letter.
 */
function standAlone(bytes: Uint8Array): boolean {
  const isHigh = (at: number): boolean => bytes[at]! >= 0x80;
  const isLetter = (at: number): boolean => /[a-z]/i.test(String.fromCharCode(bytes[at] ?? 0));
  let high = 0;
  let alone = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (!isHigh(i)) continue;
    high += 1;
    const near = [-1, 1].some(
      (side) => isHigh(i + side) || (isLetter(i + side) && isHigh(i + 2 * side)),
    );
    if (!near && (isLetter(i - 1) || isLetter(i + 1))) alone += 1;
  }
  return alone > 0.6 * high;
}

const CYRILLIC = ['windows-1251', 'koi8-r', 'ibm866'] as const;

/**
 * How far a text looks like Russian or Mongolian, at most 1: the share of its letters that are
 * common ones, less what no text has: a capital after a small letter, and signs that are no letters.
 * In a wrong encoding capitals and small letters change places, or letters become signs.
 */
function looksCyrillic(bytes: Uint8Array, encoding: Encoding): number {
  const text = new TextDecoder(encoding).decode(bytes);
  const strange = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  const common = text.match(/[оеаинтсрвл]/giu)?.length ?? 0;
  const turned = text.match(/[а-яё](?=[А-ЯЁ])/gu)?.length ?? 0;
  const signs = text.match(/[^\p{ASCII}\p{L}«»—–№ ]/gu)?.length ?? 0;
  return (common - 2 * (turned + signs)) / strange;
}

/** What the pairs of bytes of a Chinese text are like, as shares of all pairs. */
interface Pairs {
  /** The common characters of GB 2312 begin with B0 to D7, punctuation with A1 to A3. */
  gb: number;
  /** Of Big5 the second byte may stand in ASCII, and the commonest begin with A4 to AF. */
  big5: number;
}

function pairsOf(bytes: Uint8Array): Pairs {
  let [pairs, gb, big5] = [0, 0, 0];
  for (let i = 0; i < bytes.length - 1; i++) {
    const [first, second] = [bytes[i]!, bytes[i + 1]!];
    if (first < 0x80) continue;
    pairs += 1;
    if ((first >= 0xb0 && first <= 0xd7) || (first >= 0xa1 && first <= 0xa3)) gb += 1;
    if ((first >= 0xa4 && first <= 0xaf) || (second >= 0x40 && second < 0x80)) big5 += 1;
    i += 1;
  }
  return { gb: gb / pairs, big5: big5 / pairs };
}

function legacy(bytes: Uint8Array): Encoding {
  if (standAlone(bytes)) return 'windows-1252';
  const scores = CYRILLIC.map((encoding) => looksCyrillic(bytes, encoding));
  const best = Math.max(...scores);
  if (best > 0.4) return CYRILLIC[scores.indexOf(best)]!;
  const pairs = pairsOf(bytes);
  if (pairs.big5 > 0.3 && decodes(bytes, 'big5')) return 'big5';
  const isGb = decodes(bytes, 'gb18030');
  if (isGb && pairs.gb > 0.7) return 'gb18030';
  const high = bytes.reduce((n, byte) => n + Number(byte >= 0x80), 0);
  // Small letters of windows-1251 are E0 to FF, io is B8.
  const russian = bytes.reduce((n, byte) => n + Number(byte >= 0xe0 || byte === 0xb8), 0) / high;
  if (russian > 0.5) return 'windows-1251';
  if (isGb && pairs.gb > 0.4) return 'gb18030';
  return russian > 0.25 ? 'windows-1251' : 'windows-1252';
}

/** Bytes read in one go: larger than what a blob's own stream gives, which is 64 kB. */
const CHUNK_BYTES = 1024 * 1024;

/** The bytes of a file in UTF-8, chunk by chunk. */
export async function* utf8Chunks(file: Blob, encoding: Encoding): AsyncGenerator<Uint8Array> {
  const decoder = encoding === 'utf-8' ? undefined : new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for (let at = 0; at < file.size; at += CHUNK_BYTES) {
    const bytes = new Uint8Array(await file.slice(at, at + CHUNK_BYTES).arrayBuffer());
    yield decoder ? encoder.encode(decoder.decode(bytes, { stream: true })) : bytes;
  }
  const rest = decoder?.decode();
  if (rest) yield encoder.encode(rest);
}
