import { describe, expect, it } from 'vitest';
import { guessEncoding, type Encoding } from '../../../../src/formats/read/encoding';

/** Words as they stand in tables, in the bytes that each encoding has for them. */
const WORDS: [Encoding, string, string[]][] = [
  ['windows-1252', 'latin1', ['México', 'São Paulo', 'Zürich, Genève', 'A Coruña', 'Malmö;Åre']],
  ['windows-1251', 'windows-1251', ['Омск', 'Улан-Удэ,51.8', 'г. Чита', 'ул. Ленина 5', 'Артём']],
  ['koi8-r', 'koi8-r', ['Омск', 'Улан-Удэ,51.8', 'г. Чита', 'ул. Ленина 5', 'Артём', 'Находка']],
  ['ibm866', 'ibm866', ['Омск', 'Улан-Удэ,51.8', 'г. Чита', 'ул. Ленина 5', 'Артём', 'Находка']],
  ['big5', 'big5', ['哈爾濱,臺北', '海參崴 伯力', '呼和浩特市', '滿洲里口岸']],
  ['gb18030', 'gb18030', ['哈尔滨', '呼和浩特市,40.8', '黑河 Heihe', '满洲里口岸']],
];

/** The bytes of a text in an encoding that only a decoder is at hand for. */
function encoded(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const known = new Map<string, number[]>();
  for (let a = 0; a < 256; a++) {
    known.set(decoder.decode(new Uint8Array([a])), [a]);
    if (['gb18030', 'big5'].includes(encoding) && a > 0x80)
      for (let b = 0x40; b < 0xff; b++) known.set(decoder.decode(new Uint8Array([a, b])), [a, b]);
  }
  return new Uint8Array([...text].flatMap((letter) => known.get(letter)!));
}

describe('the encoding of a short text is recognised', () => {
  it.each(WORDS)('%s', (encoding, label, words) => {
    for (const word of words) {
      const table = encoded(`name,lat,lon\n${word},1,2\n`, label);
      expect([word, guessEncoding(table)]).toEqual([word, encoding]);
    }
  });
});
