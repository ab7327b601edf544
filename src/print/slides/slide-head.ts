import type { Paragraph, TextBox } from './deck';
import { fitText, heightOf } from './fit-text';
import type { Setting, SlideContent } from './slide-content';
import { MARGIN, textBox } from './slide-layout';

const TITLE_SIZES = [28, 26, 24, 22, 20, 18];

/** The title with the story's above it, and where below them the text begins. */
export function headOf(
  { kind, over, title }: SlideContent,
  width: number,
  { theme, type }: Pick<Setting, 'theme' | 'type'>,
): { texts: TextBox[]; bottom: number } {
  const above: Paragraph = { runs: [{ text: over }], size: 11, color: theme.inkSoft };
  const aboveHeight = over ? heightOf([above], width, type) + 4 : 0;
  const y = kind === 'start' ? 90 : 24;
  const fitted = fitText(
    (size) => [{ runs: [{ text: title }], size, bold: true, color: theme.ink }],
    kind === 'start' ? [38, 34, 30, ...TITLE_SIZES] : TITLE_SIZES,
    { width, height: 150 },
    type,
  );
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
