import type { PaperLegend } from '../legend-block';
import type { Box } from '../shapes';
import type { SvgPage } from '../svg';
import { SLIDE, type DeckSlide, type Paragraph } from './deck';
import { fitText } from './fit-text';
import { legendColumn, type LegendColumn } from './legend-column';
import { blocks, bodyMaker } from './slide-body';
import type { Setting, SlideContent } from './slide-content';
import { footOf } from './slide-foot';
import { headOf } from './slide-head';
import { LEGEND, MAP_BOX, MARGIN, TEXT_WIDTH, textBox } from './slide-layout';

const TEXT_SIZES = [21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11];
/** Points between the text and signs below it, and the least height that is worth a sign. */
const SPACE = 18;
const LEAST_HEIGHT = 70;
/** So small may a text be that makes room for signs: below it they have a slide of their own. */
const LEAST_ABOVE_SIGNS = 16;
/** Points of a dot of the pictures of signs: sharp on a screen of threefold density. */
const SIGN_DENSITY = 4;

/** The slides of one stop of a story: one, and more where the text has no room on it. */
export async function storySlides(content: SlideContent, setting: Setting): Promise<DeckSlide[]> {
  const { theme } = setting;
  const narrow = content.kind === 'end' ? SLIDE.width - 2 * MARGIN : TEXT_WIDTH;
  const head = headOf(content, narrow, setting);
  const foot = footOf(content, setting);
  const top = head.bottom + 10;
  const box: Box = { x: MARGIN, y: top, width: narrow, height: foot.top - 8 - top };
  const beside = legendIn([LEGEND], content.legend ?? NONE, setting);
  const { text, height, below } = textAbove(beside.rest, bodyMaker(content, theme), box, setting);

  const first: DeckSlide = {
    texts: [...head.texts, ...textBox(content.title, { ...box, height }, text.set), ...foot.texts],
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
  await putLegend(first, [...beside.columns, ...below.columns], setting);
  return [
    first,
    ...(await furtherSlides(content, [...text.rest, ...foot.rest], below.rest, setting)),
  ];
}

/**
 * A text in its box, and below it what of the legend has no room elsewhere: a text somewhat smaller is
 * better than a slide more for a few signs. Where they do not fit below any, it is as large as it can be.
 */
function textAbove(
  legend: PaperLegend,
  body: (size: number) => Paragraph[],
  box: Box,
  setting: Setting,
): { text: ReturnType<typeof fitText>; height: number; below: SetLegend } {
  const at = (sizes: readonly number[]) => {
    const text = fitText(body, sizes, box, setting.type);
    const y = box.y + text.height + SPACE;
    const free: Box = { ...box, y, height: box.y + box.height - y };
    const columns = text.rest.length === 0 && free.height >= LEAST_HEIGHT ? columnsOf(free, 2) : [];
    const below = legendIn(columns, legend, setting);
    return { text, height: below.columns.length > 0 ? text.height : box.height, below };
  };
  if (legend.groups.length > 0)
    for (const size of TEXT_SIZES.filter((each) => each >= LEAST_ABOVE_SIGNS)) {
      const made = at([size]);
      if (made.text.rest.length === 0 && made.below.rest.groups.length === 0) return made;
    }
  return at(TEXT_SIZES);
}

const NONE: PaperLegend = { groups: [] };

interface SetLegend {
  columns: (LegendColumn & { box: Box })[];
  /** What has no room in them. */
  rest: PaperLegend;
}

/** A legend set in columns, as many as it needs. */
function legendIn(boxes: readonly Box[], legend: PaperLegend, { theme, type }: Setting): SetLegend {
  const set: SetLegend = { columns: [], rest: legend };
  for (const box of boxes) {
    if (set.rest.groups.length === 0) break;
    const column = legendColumn(set.rest, box, theme, type);
    set.columns.push({ ...column, box });
    set.rest = column.rest;
  }
  return set;
}

/** Puts columns of a legend on a slide: the signs of each as one picture. */
async function putLegend(
  slide: DeckSlide,
  columns: SetLegend['columns'],
  { draw }: Setting,
): Promise<void> {
  for (const { box, texts, signs } of columns) {
    const { width, height } = box;
    const page: SvgPage = { width, height, title: '', shapes: signs };
    const png = await draw(page, Math.round(width * SIGN_DENSITY));
    slide.texts.push(...texts);
    slide.pictures.push({ name: 'Legend', box, png, alt: '' });
  }
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
    } else {
      const set = legendIn(columnsOf(box, 4), signs, setting);
      await putLegend(slide, set.columns, setting);
      signs = set.rest;
    }
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
