import { create, type Font } from 'fontkit';
import { withoutBreaks } from '../layers/name-breaks';
import type { PaperFace, PaperFontFile } from './paper-fonts';

/** A stretch of text that one font file can draw. */
export interface Run {
  file: PaperFontFile;
  text: string;
}

export type FontBytes = Partial<Record<PaperFontFile, Uint8Array>>;

/** Measures text and outlines it with the fonts that exports embed. */
export class Typesetter {
  /** Characters asked for that no font has. */
  readonly missing = new Set<string>();
  readonly #fonts = new Map<PaperFontFile, Font>();
  readonly #advances = new Map<string, number>();
  readonly #files = new Map<string, PaperFontFile | undefined>();

  /** Without `han` texts must have no Han characters, or those count as missing. */
  constructor(readonly bytes: FontBytes) {
    for (const [file, data] of Object.entries(bytes))
      this.#fonts.set(file as PaperFontFile, create(data as Buffer) as Font);
  }

  /** Whether every character can be drawn. */
  covers(text: string): boolean {
    return [...text].every((char) => this.#fileOf(char, 'regular') !== undefined);
  }

  /** The text cut into stretches of one font file each. */
  runs(text: string, face: PaperFace): Run[] {
    const runs: Run[] = [];
    for (let char of text) {
      let file = this.#fileOf(char, face);
      if (!file) {
        this.missing.add(char);
        file = face;
        char = '?';
      }
      const last = runs.at(-1);
      if (last?.file === file) last.text += char;
      else runs.push({ file, text: char });
    }
    return runs;
  }

  /** Width in points; `spacing` is added after each letter. */
  width(text: string, face: PaperFace, size: number, spacing = 0): number {
    let width = 0;
    for (const run of this.runs(text, face))
      for (const char of run.text) width += this.advance(run.file, char) * size + spacing;
    return width;
  }

  /** Width of a character in units of its size. */
  advance(file: PaperFontFile, char: string): number {
    const key = file + char;
    let advance = this.#advances.get(key);
    if (advance === undefined) {
      const font = this.#fonts.get(file)!;
      advance = font.glyphForCodePoint(char.codePointAt(0)!).advanceWidth / font.unitsPerEm;
      this.#advances.set(key, advance);
    }
    return advance;
  }

  /** SVG path data of a character in units of its font, y up, and units in its size. */
  outline(file: PaperFontFile, char: string): { d: string; unitsPerEm: number } {
    const font = this.#fonts.get(file)!;
    return {
      d: font.glyphForCodePoint(char.codePointAt(0)!).path.toSVG(),
      unitsPerEm: font.unitsPerEm,
    };
  }

  /** Lines no wider than `width`: broken at spaces, Han between any two characters. */
  lines(text: string, face: PaperFace, size: number, width: number): string[] {
    return this.#lines(text, face, size, width, words);
  }

  /** The same of a name that is broken only at spaces and at its marks; a longer part is a wider line. */
  nameLines(name: string, face: PaperFace, size: number, width: number): string[] {
    const parts = (line: string): string[] => line.split(NAME_PARTS).map(withoutBreaks);
    return this.#lines(name, face, size, width, parts);
  }

  #lines(
    text: string,
    face: PaperFace,
    size: number,
    width: number,
    piecesOf: (line: string) => readonly string[],
  ): string[] {
    const lines: string[] = [];
    for (const paragraph of text.split('\n')) {
      let [line, used] = ['', 0];
      for (const word of piecesOf(paragraph)) {
        if (line !== '' && used + this.width(word.trimEnd(), face, size) > width) {
          lines.push(line.trimEnd());
          [line, used] = ['', 0];
        }
        const more = line === '' ? word.trimStart() : word;
        line += more;
        used += this.width(more, face, size);
      }
      lines.push(line.trimEnd());
    }
    return lines;
  }

  #fileOf(char: string, face: PaperFace): PaperFontFile | undefined {
    const key = face + char;
    if (!this.#files.has(key)) {
      const point = char.codePointAt(0)!;
      const has = (file: PaperFontFile): boolean =>
        this.#fonts.get(file)?.hasGlyphForCodePoint(point) ?? false;
      this.#files.set(key, [face, 'han' as const].find(has));
    }
    return this.#files.get(key);
  }
}

/** After spaces and marks; no-break spaces hold together. */
const NAME_PARTS = /(?<=\u200b|[^\S\u00a0\u202f])(?!\s)/u;

/** Pieces between which a line may break, each with the space after it; no-break spaces hold together. */
const words = (text: string): string[] =>
  text.match(
    /[（《「]*[\u2e80-\u9fff\uff00-\uffef][，。；：、）》」！？·]*|(?:[^\s\u2e80-\u9fff\uff00-\uffef]|[\u00a0\u202f])+\s*|\s+/g,
  ) ?? [];
