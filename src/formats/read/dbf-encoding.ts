import { ENCODINGS, guessEncoding, type Encoding, type FoundEncoding } from './encoding';

/** Encodings that a .dbf names in its head for sure; the other codes are written by any program. */
const LANGUAGE_DRIVERS: Readonly<Record<number, Encoding>> = {
  0x26: 'ibm866',
  0x65: 'ibm866',
  0xc9: 'windows-1251',
  0x4d: 'gb18030',
  0x7a: 'gb18030',
};

/** Code pages that the Encoding Standard knows by another label than `windows-` and their number. */
const CODE_PAGES: Readonly<Record<string, string>> = {
  '866': 'ibm866',
  '932': 'shift_jis',
  '936': 'gb18030',
  '949': 'euc-kr',
  '950': 'big5',
  '20866': 'koi8-r',
  '54936': 'gb18030',
  '65001': 'utf-8',
  '88591': 'windows-1252',
  '88595': 'iso-8859-5',
};

/**
 * The encoding that a .cpg names: a label (`UTF-8`, `GBK`) or a code page (`1251`, `ANSI 1251`,
 * `CP936`). Undefined where it is none that is read, so that a person is asked and not misled.
 */
export function encodingNamed(cpg: string): Encoding | undefined {
  const name = cpg.trim();
  const page = /^(?:(?:ansi|oem|cp|windows)[ _-]?)?(\d{3,5})$/i.exec(name)?.[1];
  try {
    const label = page ? (CODE_PAGES[page] ?? `windows-${page}`) : name;
    const { encoding } = new TextDecoder(label);
    // GB 18030 is what GBK has and more.
    const wider = encoding === 'gbk' ? 'gb18030' : encoding;
    return ENCODINGS.find((known) => known === wider);
  } catch {
    return undefined;
  }
}

/** As the .cpg says, else as the head of the .dbf says, else a guess from its names and its records. */
export function dbfEncoding(dbf: Uint8Array, cpg: Uint8Array | undefined): FoundEncoding {
  const told = (cpg && encodingNamed(new TextDecoder().decode(cpg))) ?? LANGUAGE_DRIVERS[dbf[29]!];
  return told
    ? { encoding: told, guessed: false }
    : { encoding: guessEncoding(textOf(dbf)), guessed: true };
}

/** Bytes of a .dbf's own head, and of the description of each field, which begins with its name. */
const HEAD_BYTES = 32;
const NAME_BYTES = 11;

/** The names of the fields and the records, without the numbers that stand between them. */
function textOf(dbf: Uint8Array): Uint8Array {
  const start = new DataView(dbf.buffer, dbf.byteOffset).getUint16(8, true);
  const names: number[] = [];
  for (let at = HEAD_BYTES; at + HEAD_BYTES <= start; at += HEAD_BYTES)
    names.push(...dbf.subarray(at, at + NAME_BYTES).filter((byte) => byte !== 0), 0x20);
  const text = new Uint8Array(names.length + dbf.length - start);
  text.set(names);
  text.set(dbf.subarray(start), names.length);
  return text;
}
