import type { Block, Inline } from '../../core/story/text';
import type { Source } from '../../core/types';
import type { Theme } from '../../layers/theme';
import type { PaperLegend } from '../legend-block';
import type { Box } from '../shapes';
import type { SvgPage } from '../svg';
import type { Typesetter } from '../typesetter';
import { SLIDE, type DeckSlide, type Paragraph, type Run, type TextBox } from './deck';
import { fitText, heightOf } from './fit-text';
import { legendColumn } from './legend-column';

/** What stands on a slide of a story, in one language, figures measured. */
export interface SlideContent {
  kind: 'start' | 'scene' | 'end';
  /** Above the title, smaller. */
  over: string;
  title: string;
  text: readonly Block[];
  /** A figure between braces as it is written. */
  figure: (text: string) => string;
  /** Smaller, below the text: the day of frozen figures. */
  under: string;
  notes: readonly Block[];
  sources: readonly Source[];
  /** "Sources" */
  sourcesLabel: string;
  map: { png: Uint8Array; alt: string } | undefined;
  legend: PaperLegend | undefined;
  /** Credits, boundaries, data edition. */
  foot: string;
  live: { label: string; url: string };
}

/** What slides are set with. */
export interface Setting {
  theme: Theme;
  type: Typesetter;
  /** Makes a picture of a page, so many pixels wide, see-through where nothing is drawn. */
  draw: (page: SvgPage, widthPx: number) => Promise<Uint8Array>;
}

const MARGIN = 30;
const TEXT_WIDTH = 304;
const BOTTOM = 462;

/** Where the map lies on a slide: beside the text, and on a scene's beside its legend. */
export const MAP_BOX: Record<'start' | 'scene', Box> = {
  start: { x: 354, y: 24, width: SLIDE.width - 354 - MARGIN, height: BOTTOM - 24 },
  scene: { x: 354, y: 24, width: 430, height: BOTTOM - 24 },
};
const LEGEND: Box = { x: 796, y: 24, width: SLIDE.width - 796 - 16, height: BOTTOM - 24 };
const FOOT: Box = { x: MARGIN, y: 470, width: SLIDE.width - 2 * MARGIN, height: 56 };

const TITLE_SIZES = [28, 26, 24, 22, 20, 18];
const TEXT_SIZES = [21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11];
/** Points of a dot of the pictures of signs: sharp on a screen of threefold density. */
const SIGN_DENSITY = 4;

/** The slides of one stop of a story: one, and more where the text has no room on it. */
export async function storySlides(content: SlideContent, setting: Setting): Promise<DeckSlide[]> {
  const { theme, type } = setting;
  const narrow = content.kind === 'end' ? SLIDE.width - 2 * MARGIN : TEXT_WIDTH;
  const head = headOf(content, narrow, setting);
  const foot = footOf(content, setting);
  const top = head.bottom + 10;
  const body = bodyMaker(content, theme);
  const box: Box = { x: MARGIN, y: top, width: narrow, height: foot.top - 8 - top };
  const fitted = fitText(body, TEXT_SIZES, box, type);

  const first: DeckSlide = {
    texts: [...head.texts, ...textBox(content.title, box, fitted.set), ...foot.texts],
    pictures: [],
    notes: blocks(content.notes, content.figure, 12, theme.ink),
  };
  if (content.map && content.kind !== 'end')
    first.pictures.push({
      name: content.map.alt,
      box: MAP_BOX[content.kind],
      ...content.map,
      link: content.live.url,
    });
  const legend = content.legend ? await legendOn(first, content.legend, [LEGEND], setting) : NONE;
  return [
    first,
    ...(await furtherSlides(content, [...fitted.rest, ...foot.rest], legend, setting)),
  ];
}

const NONE: PaperLegend = { groups: [] };

/** Puts a legend into the columns of a slide; what has no room there comes back. */
async function legendOn(
  slide: DeckSlide,
  legend: PaperLegend,
  columns: readonly Box[],
  { theme, type, draw }: Setting,
): Promise<PaperLegend> {
  let rest = legend;
  for (const box of columns) {
    if (rest.groups.length === 0) break;
    const column = legendColumn(rest, box, theme, type);
    const { width, height } = box;
    const page: SvgPage = { width, height, title: '', shapes: column.signs };
    const png = await draw(page, Math.round(width * SIGN_DENSITY));
    slide.texts.push(...column.texts);
    slide.pictures.push({ name: 'Legend', box, png, alt: '' });
    rest = column.rest;
  }
  return rest;
}

/** What is left over, in the whole width of slides of its own: text first, then the legend. */
async function furtherSlides(
  content: SlideContent,
  text: readonly Paragraph[],
  legend: PaperLegend,
  setting: Setting,
): Promise<DeckSlide[]> {
  const { theme, type } = setting;
  const slides: DeckSlide[] = [];
  let [left, signs] = [[...text], legend];
  while (left.length > 0 || signs.groups.length > 0) {
    const title = `${content.title} (${slides.length + 2})`;
    const head = headOf({ ...content, title }, SLIDE.width - 2 * MARGIN, { theme, type });
    const box: Box = {
      x: MARGIN,
      y: head.bottom + 10,
      width: SLIDE.width - 2 * MARGIN,
      height: SLIDE.height - MARGIN - head.bottom - 10,
    };
    const slide: DeckSlide = { texts: head.texts, pictures: [], notes: [] };
    if (left.length > 0) {
      const now = left;
      const fitted = fitText(() => now, [0], box, type);
      slide.texts.push(...textBox(title, box, fitted.set));
      left = fitted.rest;
    } else signs = await legendOn(slide, signs, columnsOf(box), setting);
    slides.push(slide);
  }
  return slides;
}

/** Four columns, side by side. */
const columnsOf = ({ x, y, width, height }: Box): Box[] =>
  [0, 1, 2, 3].map((i) => ({ x: x + (i * width) / 4, y, width: width / 4 - 16, height }));

function headOf(
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

/** The text column at a size; on the last slide, the sources. */
function bodyMaker(content: SlideContent, theme: Theme): (size: number) => Paragraph[] {
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

/** Sources, credits and the link to the live scene, from the lower edge up. */
function footOf(
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
  const sizes = [9, 8.5, 8, 7.5, 7, 6.5, 6];
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

const sourceRuns = ({ title, publisher, date, url }: Source): Run[] => [
  { text: title, link: url },
  { text: `. ${publisher}, ${date}` },
];

function textBox(name: string, box: Box, paragraphs: Paragraph[]): TextBox[] {
  return paragraphs.length > 0 ? [{ name, box, paragraphs }] : [];
}

/** The blocks of a scene's text as paragraphs; figures are bold, as on the page. */
function blocks(
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
