import type { ViewState } from '../core/projections';
import type { LngLat } from '../core/types';
import type { Theme } from '../layers/theme';
import type { Furniture } from './furniture';
import type { DegreeLabel } from './graticule-lines';
import type { MapSource } from './ground';
import type { PaperLegend } from './legend-block';
import { legendOf, legendPlace, type PlacedLegend } from './legend-place';
import { mapBlock, mapIn } from './map-block';
import { hasBarePart, mappedPart } from './mapped';
import { footStrip, titleStrip } from './page-texts';
import type { PaperBar } from './scale-bar';
import type { Seen } from './seen';
import { boxPath, solid, type Box, type Shape } from './shapes';
import { cutOff, sheetSize, type Sheet, type SheetSize } from './sheet';
import type { Typesetter } from './typesetter';

/** What stands on a page beside its map, in the language of the page. */
export interface PageWords {
  title: string;
  subtitle: string;
  /** Made when it is known what the map shows. */
  legend: (zoom: number, seen: Seen) => PaperLegend;
  /** Credits, boundaries, data version and date: a paragraph each. */
  foot: readonly string[];
  /** That the map is bare where nothing is mapped. */
  bare: string;
  km: (km: number) => string;
  degree: DegreeLabel;
  /** Such as `1 : 25,000,000 in the middle`. */
  scale: (denominator: number) => string;
}

export interface PageRequest {
  /** A sheet of paper, or any other size: the picture of a slide. */
  sheet: Sheet | SheetSize;
  source: MapSource;
  theme: Theme;
  /** The screen's view; its zoom counts in pixels of the screen. */
  view: ViewState;
  screen: { width: number; height: number };
  words: PageWords;
  furniture: Furniture;
}

export interface ComposedPage {
  width: number;
  height: number;
  title: string;
  shapes: Shape[];
  /** Where the map lies. */
  frame: Box;
  /** The bar, for those who check it, and the place under its left end. */
  bar: (PaperBar & { from: LngLat; to: LngLat }) | null;
  /** Of what the map shows; it stands on the page where that has been asked for. */
  legend: PaperLegend;
  /** The legend has no room, however small its type. */
  legendLeftOut: boolean;
}

/** Points of a CSS pixel. */
const PIXEL = 0.75;

/** A page of shapes from the state of the screen: pure, in the browser and in Node the same. */
export function composePage(request: PageRequest, type: Typesetter): ComposedPage {
  const { sheet, words, furniture } = request;
  const size = 'id' in sheet ? sheetSize(sheet) : sheet;
  const pixel = PIXEL * size.typeScale;
  let page = layOut(request, size, words.foot, pixel, type);
  // Where nothing is mapped paper is bare, and the foot says so.
  const { projection } = mapIn(request, page.frame, pixel);
  if (furniture.foot && hasBarePart(mappedPart(request.source, projection), page.frame))
    page = layOut(request, size, [...words.foot, words.bare], pixel, type);
  const map = mapBlock(request, page.frame, size.typeScale, pixel, type);
  return {
    width: size.width,
    height: size.height,
    title: words.title,
    shapes: [...page.shapes, ...map.shapes],
    frame: page.frame,
    bar: map.bar,
    legend: page.placed?.legend ?? legendOf(request, page.frame, pixel),
    legendLeftOut: furniture.legend && page.placed === null,
  };
}

/** All that stands around the map, and the frame that is left for it. */
function layOut(
  request: PageRequest,
  { width, height, margin, typeScale }: SheetSize,
  footLines: readonly string[],
  pixel: number,
  type: Typesetter,
): { shapes: Shape[]; frame: Box; placed: PlacedLegend | null } {
  const { theme, words, furniture } = request;
  let rest: Box = {
    x: margin,
    y: margin,
    width: width - 2 * margin,
    height: height - 2 * margin,
  };
  const shapes: Shape[] = [
    { kind: 'path', d: boxPath({ x: 0, y: 0, width, height }), fill: solid(theme.halo) },
  ];

  if (furniture.title && words.title + words.subtitle !== '') {
    const head = titleStrip(words, rest, typeScale, theme, type);
    shapes.push(...head.shapes);
    rest = cutOff(rest, 'top', head.height);
  }
  if (furniture.foot) {
    const foot = footStrip(footLines, rest, typeScale, theme, type);
    shapes.push(...foot.shapes);
    rest = cutOff(rest, 'bottom', foot.height);
  }
  const edge = furniture.graticule ? 11 * typeScale : 0;
  const frameIn = (box: Box): Box => ({
    x: box.x + edge,
    y: box.y + edge,
    width: box.width - 2 * edge,
    height: box.height - 2 * edge,
  });
  const placed = furniture.legend
    ? legendPlace(request, rest, frameIn, typeScale, pixel, type)
    : null;
  if (placed) {
    shapes.push({ kind: 'group', name: 'legend', children: placed.shapes });
    rest = placed.rest;
  }
  return { shapes, frame: frameIn(rest), placed };
}
