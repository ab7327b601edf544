import { describe, expect, it } from 'vitest';
import { guessEncoding, type Encoding } from '../../../../src/formats/read/encoding';
import { encoded } from '../../../fixtures/encoded';

/** Words as they stand in tables, in the bytes that each encoding has for them. */
const WORDS: [Encoding, string, string[]][] = [
  ['windows-1252', 'latin1', ['México', 'São Paulo', 'Zürich, Genève', 'A Coruña', 'Malmö;Åre']],
  ['windows-1251', 'windows-1251', ['Омск', 'Улан-Удэ,51.8', 'г. Чита', 'ул. Ленина 5', 'Артём']],
  ['koi8-r', 'koi8-r', ['Омск', 'Улан-Удэ,51.8', 'г. Чита', 'ул. Ленина 5', 'Артём', 'Находка']],
  ['ibm866', 'ibm866', ['Омск', 'Улан-Удэ,51.8', 'г. Чита', 'ул. Ленина 5', 'Артём', 'Находка']],
  ['big5', 'big5', ['哈爾濱,臺北', '海參崴 伯力', '呼和浩特市', '滿洲里口岸']],
  ['gb18030', 'gb18030', ['哈尔滨', '呼和浩特市,40.8', '黑河 Heihe', '满洲里口岸']],
];

describe('the encoding of a short text is recognised', () => {
  it.each(WORDS)('%s', (encoding, label, words) => {
    for (const word of words) {
      const table = encoded(`name,lat,lon\n${word},1,2\n`, label);
      expect([word, guessEncoding(table)]).toEqual([word, encoding]);
    }
  });
});
