/**
 * The encoding of a text whose file does not say it. UTF-8 and UTF-16 are recognised for sure;
 * GB18030 and windows-1251 by which bytes are common, which is a guess and is told as one.
 */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'windows-1251',
  'windows-1252',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

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
 * alone among letters without an accent.
 */
function standAlone(bytes: Uint8Array): boolean {
  const isHigh = (at: number): boolean => bytes[at]! >= 0x80;
  const isLetter = (at: number): boolean => /[a-z]/i.test(String.fromCharCode(bytes[at] ?? 0));
  let high = 0;
  let alone = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (!isHigh(i)) continue;
    high += 1;
    if (!isHigh(i - 1) && !isHigh(i + 1) && (isLetter(i - 1) || isLetter(i + 1))) alone += 1;
  }
  return alone > 0.6 * high;
}

function legacy(bytes: Uint8Array): Encoding {
  if (standAlone(bytes)) return 'windows-1252';
  let pairs = 0;
  let common = 0;
  let high = 0;
  let russian = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    high += 1;
    // Small Cyrillic letters of windows-1251 are E0 to FF, capitals C0 to DF, io A8 and B8.
    if (byte >= 0xe0 || byte === 0xb8) russian += 1;
  }
  for (let i = 0; i < bytes.length - 1; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    pairs += 1;
    // The common characters of GB 2312 begin with B0 to D7, punctuation with A1 to A3.
    if ((byte >= 0xb0 && byte <= 0xd7) || (byte >= 0xa1 && byte <= 0xa3)) common += 1;
    i += 1;
  }
  if (decodes(bytes, 'gb18030') && common > 0.7 * pairs) return 'gb18030';
  return russian > 0.5 * high
    ? 'windows-1251'
    : decodes(bytes, 'gb18030') && common > 0.4 * pairs
      ? 'gb18030'
      : russian > 0.25 * high
        ? 'windows-1251'
        : 'windows-1252';
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
