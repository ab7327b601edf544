import { describe, expect, it } from 'vitest';
import { quotations } from '../../../src/i18n/quotations';

describe('quotations', () => {
  const marked = (text: string, english: string[]): string[] =>
    quotations(text, english)
      .filter((piece) => piece.english)
      .map((piece) => piece.text);

  it('are told from the words around them, and nothing is lost', () => {
    const text = 'январь. Официальная длина (State Border Commission), 2024';
    const pieces = quotations(text, ['State Border Commission']);
    expect(pieces.map((piece) => piece.english)).toEqual([false, true, false]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });

  it('are found in their order, so that one within another is not taken for it', () => {
    expect(marked('January to July. July', ['January to July', 'July'])).toEqual([
      'January to July',
      'July',
    ]);
  });

  it('are only what the text has, and words: figures read alike everywhere', () => {
    expect(marked('22 млн т; 2024', ['coking coal', '2024'])).toEqual([]);
    expect(quotations('', ['coking coal'])).toEqual([]);
  });
});
