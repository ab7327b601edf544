import type { Paragraph, TextBox } from './deck';
import { fitText, heightOf } from './fit-text';
import type { Setting, SlideContent } from './slide-content';
import { MARGIN, textBox } from './slide-layout';

const TITLE_SIZES = [28, 26, 24, 22, 20, 18];
/** As much smaller a title may be for the sake of a line less, as a share of its largest size. */
const FOR_A_LINE = 0.85;

/** The title with the story's above it, and where below them the text begins. */
export function headOf(
  { kind, over, title }: SlideContent,
  width: number,
  { theme, type }: Pick<Setting, 'theme' | 'type'>,
): { texts: TextBox[]; bottom: number } {
  const above: Paragraph = { runs: [{ text: over }], size: 11, color: theme.inkSoft };
  const aboveHeight = over ? heightOf([above], width, type) + 4 : 0;
  const y = kind === 'start' ? 90 : 24;
  const line = (size: number): Paragraph[] => [
    { runs: [{ text: title }], size, bold: true, color: theme.ink },
  ];
  const sizes = kind === 'start' ? [38, 36, 34, 32, 30, ...TITLE_SIZES] : TITLE_SIZES;
  // What takes a line more in the widest font leaves a gap below the title in all others.
  const lines = (size: number): number => heightOf(line(size), width, type) / size;
  const best = sizes
    .filter((size) => size >= sizes[0]! * FOR_A_LINE)
    .reduce((most, size) => (lines(size) < lines(most) - 0.1 ? size : most));
  const fitted = fitText(line, sizes.slice(sizes.indexOf(best)), { width, height: 150 }, type);
  return {
    texts: [
      ...(over ? textBox(over, { x: MARGIN, y, width, height: aboveHeight }, [above]) : []),
      {
        name: title,
        box: { x: MARGIN, y: y + aboveHeight, width, height: fitted.height },
        paragraphs: fitted.set,
        title: true,
      },
    ],
    bottom: y + aboveHeight + fitted.height,
  };
}
