/**
 * The fonts of paper: `npm run fonts:paper` makes the files, the composer measures with them, and
 * every export embeds or outlines from them, so that a page looks the same everywhere.
 */

/** Paths under static/. Han has one weight; what is bold in it is drawn with a thin stroke around. */
export const PAPER_FONT_FILES = {
  regular: 'fonts/paper/regular.ttf',
  bold: 'fonts/paper/bold.ttf',
  italic: 'fonts/paper/italic.ttf',
  han: 'fonts/paper/han.ttf',
} as const;

export type PaperFontFile = keyof typeof PAPER_FONT_FILES;
export type PaperFace = Exclude<PaperFontFile, 'han'>;

/** Han, kana, and full-width signs: what the Han file is for. */
const HAN = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/;
export const needsHan = (text: string): boolean => HAN.test(text);
