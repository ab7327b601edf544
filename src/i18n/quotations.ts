/** A stretch of a text, and whether it is in English whatever the language around it. */
export interface Piece {
  text: string;
  english: boolean;
}

/** Figures read alike in all languages. */
export const inWords = (quotation: string): boolean => /\p{L}/u.test(quotation);

/**
 * A text divided where it quotes the data, whose free text is English: `english` are the quotations
 * in their order. What is not found is not marked, nor what is no words.
 */
export function quotations(text: string, english: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  const put = (to: number, isEnglish: boolean): void => {
    if (to > end) pieces.push({ text: text.slice(end, to), english: isEnglish });
    end = to;
  };
  for (const quotation of english) {
    const at = text.indexOf(quotation, end);
    if (at < 0 || !inWords(quotation)) continue;
    put(at, false);
    put(at + quotation.length, true);
  }
  put(text.length, false);
  return pieces;
}
