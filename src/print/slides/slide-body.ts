import type { Block, Inline } from '../../core/story/text';
import type { Theme } from '../../layers/theme';
import type { Paragraph, Run } from './deck';
import type { SlideContent } from './slide-content';
import { sourceRuns } from './slide-foot';

/** The text column at a size; on the last slide, the sources. */
export function bodyMaker(content: SlideContent, theme: Theme): (size: number) => Paragraph[] {
  const { kind, text, figure, under, sources } = content;
  if (kind === 'end')
    return (size) =>
      sources.map((source) => ({
        runs: sourceRuns(source),
        size: size * 0.7,
        color: theme.ink,
        bullet: true,
        before: size * 0.25,
      }));
  return (size) => [
    ...blocks(text, figure, size, theme.ink),
    ...(under
      ? [
          {
            runs: [{ text: under }],
            size: size * 0.75,
            color: theme.inkSoft,
            before: size * 0.6,
          },
        ]
      : []),
  ];
}

/** The blocks of a scene's text as paragraphs; figures are bold, as on the page. */
export function blocks(
  text: readonly Block[],
  figure: (text: string) => string,
  size: number,
  color: string,
): Paragraph[] {
  const runs = (parts: readonly Inline[]): Run[] =>
    parts.map((part) =>
      part.kind === 'figure'
        ? { text: figure(part.figure), bold: true }
        : { text: part.text, bold: part.bold },
    );
  return text.flatMap((block): Paragraph[] => {
    if (block.kind === 'list')
      return block.items.map((item) => ({
        runs: runs(item),
        size,
        color,
        bullet: true,
        before: size * 0.25,
      }));
    const heading = block.kind === 'heading';
    return [
      {
        runs: runs(block.inline),
        size: heading ? size * 1.1 : size,
        bold: heading,
        color,
        before: size * (heading ? 0.75 : 0.5),
      },
    ];
  });
}
