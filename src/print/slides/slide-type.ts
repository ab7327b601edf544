import type { PaperFontFile } from '../paper-fonts';
import { Typesetter } from '../typesetter';

/**
 * How much wider than Noto the widest font may be that a program sets in its place, line for line. Slides
 * ask for Arial and Microsoft YaHei, both narrower than Noto; a Linux without Arial or its metric twin
 * sets DejaVu Sans. Over all stories in all languages these factors let every text stay in its box there,
 * and cost half a point of size. `tests/all/slides.test.ts` shows it.
 */
const WIDER: Readonly<Record<PaperFontFile, number>> = {
  regular: 1.17,
  italic: 1.17,
  bold: 1.27,
  han: 1.04,
};

/** Measures the text of slides, whose fonts are those of the machine they are shown on. */
export class SlideTypesetter extends Typesetter {
  override advance(file: PaperFontFile, char: string): number {
    return super.advance(file, char) * WIDER[file];
  }
}
