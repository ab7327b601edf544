import type { Source } from '../../core/types';
import type { Paragraph, Run, TextBox } from './deck';
import { heightOf } from './fit-text';
import type { Box } from '../shapes';
import type { Setting, SlideContent } from './slide-content';
import { BOTTOM, FOOT, textBox } from './slide-layout';

/** Sources, credits and the link to the live scene, from the lower edge up. */
export function footOf(
  content: SlideContent,
  { theme, type }: Setting,
): { texts: TextBox[]; top: number; rest: Paragraph[] } {
  const { width } = FOOT;
  const small = (text: string, link?: string): Paragraph => ({
    runs: [{ text, link }],
    size: 7,
    color: theme.inkSoft,
  });
  const last = [small(content.live.label, content.live.url), small(content.foot)];
  const lastHeight = heightOf(last, width, type);
  const bottom = FOOT.y + FOOT.height;
  const texts = textBox(
    content.live.label,
    { ...FOOT, y: bottom - lastHeight, height: lastHeight },
    last,
  );
  if (content.kind !== 'scene' || content.sources.length === 0)
    return { texts, top: content.kind === 'start' ? BOTTOM : bottom - lastHeight, rest: [] };
  const list: Run[] = content.sources.flatMap((source, i) => [
    ...(i > 0 ? [{ text: ' · ' }] : []),
    ...sourceRuns(source),
  ]);
  const paragraph = (size: number): Paragraph => ({
    runs: [{ text: `${content.sourcesLabel}: `, bold: true }, ...list],
    size,
    color: theme.ink,
  });
  const box: Box = { ...FOOT, height: FOOT.height - lastHeight - 2 };
  const sizes = [9, 8.5, 8, 7.5, 7];
  const size = sizes.find((each) => heightOf([paragraph(each)], width, type) <= box.height);
  if (size === undefined)
    return {
      texts,
      top: BOTTOM,
      rest: content.sources.map((source) => ({
        runs: sourceRuns(source),
        size: 12,
        color: theme.ink,
        bullet: true,
        before: 3,
      })),
    };
  return {
    texts: [...textBox(content.sourcesLabel, box, [paragraph(size)]), ...texts],
    top: BOTTOM,
    rest: [],
  };
}

/** A source as a line, its title a link where it has an address. */
export const sourceRuns = ({ title, publisher, date, url }: Source): Run[] => [
  { text: title, link: url },
  { text: `. ${publisher}, ${date}` },
];
