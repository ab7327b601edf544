import type { PaperLegend } from '../legend-block';
import type { Box } from '../shapes';
import type { SvgPage } from '../svg';
import { SLIDE, type DeckSlide, type Paragraph } from './deck';
import { fitText } from './fit-text';
import { legendColumn } from './legend-column';
import { blocks, bodyMaker } from './slide-body';
import type { Setting, SlideContent } from './slide-content';
import { footOf } from './slide-foot';
import { headOf } from './slide-head';
import { LEGEND, MAP_BOX, MARGIN, TEXT_WIDTH, textBox } from './slide-layout';

const TEXT_SIZES = [21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11];
/** Points between the text and signs below it, and the least height that is worth a sign. */
const SPACE = 18;
const LEAST_HEIGHT = 70;
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
  let legend = content.legend ? await legendOn(first, content.legend, [LEGEND], setting) : NONE;
  // A few signs too many stand below the text rather than on a slide of their own.
  const below: Box = { ...box, y: top + fitted.height + SPACE };
  below.height = box.y + box.height - below.y;
  if (legend.groups.length > 0 && fitted.rest.length === 0 && below.height >= LEAST_HEIGHT) {
    for (const text of first.texts)
      if (text.box === box) text.box = { ...box, height: fitted.height };
    legend = await legendOn(first, legend, columnsOf(below, 2), setting);
  }
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
    } else signs = await legendOn(slide, signs, columnsOf(box, 4), setting);
    slides.push(slide);
  }
  return slides;
}

/** Columns side by side. */
const columnsOf = ({ x, y, width, height }: Box, count: number): Box[] =>
  Array.from({ length: count }, (_, i) => ({
    x: x + (i * width) / count,
    y,
    width: width / count - 16,
    height,
  }));
