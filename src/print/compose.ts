import type { FeatureCollection } from 'geojson';
import type { ViewState } from '../core/projections';
import type { LngLat } from '../core/types';
import type { Theme } from '../layers/theme';
import { graticuleIn, graticuleLabels, graticuleStep, type DegreeLabel } from './graticule-lines';
import { drawGround, path, type DrawnAt, type MapSource } from './ground';
import { insetGlobe } from './inset';
import { legendBlock, type PaperLegend } from './legend-block';
import { paperProjection, paperZoom } from './paper-projection';
import { Taken } from './placement';
import { kmPerPoint, scaleBarAt, scaleBarShapes, type PaperBar } from './scale-bar';
import { boxPath, solid, type Box, type Shape } from './shapes';
import { cutOff, sheetSize, type Sheet, type SheetSize } from './sheet';
import { drawSymbols } from './symbols';
import type { Typesetter } from './typesetter';

/** What stands on a page beside its map, in the language of the page. */
export interface PageWords {
  title: string;
  subtitle: string;
  /** Headed "Legend", made when the paper's zoom is known. */
  legend: (zoom: number) => PaperLegend;
  /** Credits, boundaries, data version and date: a paragraph each. */
  foot: readonly string[];
  km: (km: number) => string;
  degree: DegreeLabel;
  /** Such as `1 : 25,000,000 in the middle`. */
  scale: (denominator: number) => string;
}

/** What furniture a page has. */
export interface Furniture {
  title: boolean;
  legend: boolean;
  scale: boolean;
  graticule: boolean;
  inset: boolean;
  foot: boolean;
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
  /** The legend has no room, however small its type. */
  legendLeftOut: boolean;
}

/** Points of a CSS pixel. */
const PIXEL = 0.75;

/** A page of shapes from the state of the screen: pure, in the browser and in Node the same. */
export function composePage(request: PageRequest, type: Typesetter): ComposedPage {
  const { sheet, theme, words, furniture } = request;
  const { width, height, margin, typeScale } = 'id' in sheet ? sheetSize(sheet) : sheet;
  const pixel = PIXEL * typeScale;
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
    const head = titleShapes(words, rest, typeScale, theme, type);
    shapes.push(...head.shapes);
    rest = cutOff(rest, 'top', head.height);
  }
  if (furniture.foot) {
    const foot = footShapes(words.foot, rest, typeScale, theme, type);
    shapes.push(...foot.shapes);
    rest = cutOff(rest, 'bottom', foot.height);
  }
  const legend = furniture.legend ? legendPlace(request, rest, typeScale, pixel, type) : null;
  if (legend) {
    shapes.push({ kind: 'group', name: 'legend', children: legend.shapes });
    rest = legend.rest;
  }
  const edge = furniture.graticule ? 11 * typeScale : 0;
  const frame: Box = {
    x: rest.x + edge,
    y: rest.y + edge,
    width: rest.width - 2 * edge,
    height: rest.height - 2 * edge,
  };
  const map = mapShapes(request, frame, typeScale, pixel, type);
  shapes.push(...map.shapes);
  return {
    width,
    height,
    title: words.title,
    shapes,
    frame,
    bar: map.bar,
    legendLeftOut: furniture.legend && legend === null,
  };
}

function titleShapes(
  { title, subtitle }: PageWords,
  box: Box,
  scale: number,
  theme: Theme,
  type: Typesetter,
): { shapes: Shape[]; height: number } {
  const shapes: Shape[] = [];
  let y = box.y;
  for (const [text, face, size, color] of [
    [title, 'bold', 17 * scale, theme.ink],
    [subtitle, 'regular', 9.5 * scale, theme.inkSoft],
  ] as const) {
    if (text === '') continue;
    for (const line of type.lines(text, face, size, box.width)) {
      shapes.push({
        kind: 'text',
        x: box.x,
        y: y + size,
        text: line,
        size,
        face,
        ink: solid(color),
        layer: 'title',
      });
      y += size * 1.25;
    }
  }
  return { shapes, height: y - box.y + 5 * scale };
}

function footShapes(
  foot: readonly string[],
  box: Box,
  scale: number,
  theme: Theme,
  type: Typesetter,
): { shapes: Shape[]; height: number } {
  const size = 5.6 * scale;
  const lines = foot.flatMap((text) => type.lines(text, 'regular', size, box.width));
  const height = lines.length * size * 1.3 + 4 * scale;
  const top = box.y + box.height - height + 4 * scale;
  const shapes = lines.map((text, i): Shape => ({
    kind: 'text',
    x: box.x,
    y: top + size + i * size * 1.3,
    text,
    size,
    face: 'regular',
    ink: solid(theme.inkSoft),
    layer: 'foot',
  }));
  return { shapes, height };
}

/** On wide pages the legend stands right of the map, on high ones below it. */
function legendPlace(
  request: PageRequest,
  rest: Box,
  scale: number,
  pixel: number,
  type: Typesetter,
): { shapes: Shape[]; rest: Box } | null {
  const zoom = zoomOf(request, rest, pixel);
  const legend = request.words.legend(zoom);
  const gap = 10 * scale;
  const wide = rest.width > rest.height * 1.1;
  for (const share of wide ? [0.2, 0.25, 0.32, 0.42] : [0.22, 0.3, 0.4, 0.5]) {
    const box: Box = wide
      ? {
          x: rest.x + rest.width * (1 - share) + gap,
          y: rest.y,
          width: rest.width * share - gap,
          height: rest.height,
        }
      : {
          x: rest.x,
          y: rest.y + rest.height * (1 - share) + gap,
          width: rest.width,
          height: rest.height * share - gap,
        };
    const block = legendBlock(legend, box, scale, request.theme, type);
    if (!block) continue;
    if (wide) return { shapes: block.shapes, rest: cutOff(rest, 'right', rest.width * share) };
    // Below the map the legend takes the height that it needs.
    const height = block.usedHeight + gap;
    const low = {
      ...box,
      y: rest.y + rest.height - block.usedHeight,
      height: block.usedHeight + 1,
    };
    const set = legendBlock(legend, low, scale, request.theme, type) ?? block;
    return { shapes: set.shapes, rest: cutOff(rest, 'bottom', height) };
  }
  return null;
}

function zoomOf({ view, screen }: PageRequest, frame: Box, pixel: number): number {
  return paperZoom(view.zoom, screen, {
    width: frame.width / pixel,
    height: frame.height / pixel,
  });
}

function mapShapes(
  request: PageRequest,
  frame: Box,
  scale: number,
  pixel: number,
  type: Typesetter,
): { shapes: Shape[]; bar: ComposedPage['bar'] } {
  const { theme, source, view, words, furniture } = request;
  const zoom = zoomOf(request, frame, pixel);
  const projection = paperProjection(source.projection, { ...view, zoom }, frame, pixel);
  const at: DrawnAt = { projection, zoom, pixel };
  const step = graticuleStep(projection, frame);
  const graticule = graticuleIn(projection, frame, step);
  const onPaper: MapSource = {
    ...source,
    features: (id): FeatureCollection | undefined =>
      id === 'graticule' ? graticule : source.features(id),
  };

  const inner = 3 * scale;
  const taken = new Taken({
    x: frame.x + inner,
    y: frame.y + inner,
    width: frame.width - 2 * inner,
    height: frame.height - 2 * inner,
  });
  const above: Shape[] = [];
  let bar: ComposedPage['bar'] = null;
  if (furniture.scale) {
    const made = scaleShapes(request, projection, frame, scale, type);
    above.push(...made.shapes);
    taken.take([made.box]);
    bar = made.bar;
  }
  if (furniture.inset) {
    const side = Math.min(78 * scale, frame.width * 0.2, frame.height * 0.25);
    const box: Box = {
      x: frame.x + frame.width - side - 5 * scale,
      y: frame.y + frame.height - side - 5 * scale,
      width: side,
      height: side,
    };
    taken.take([box]);
    above.push(...insetGlobe(source.features('land'), projection, frame, box, theme));
  }
  const globe =
    source.projection === 'globe'
      ? [
          {
            kind: 'path' as const,
            d: path(projection, { type: 'Sphere' }) ?? '',
            fill: solid(theme.sea),
          },
        ]
      : [];
  const shapes: Shape[] = [
    {
      kind: 'group',
      name: 'map',
      clip: boxPath(frame),
      children: [
        { kind: 'path', d: boxPath(frame), fill: solid(theme.paper) },
        ...globe,
        ...drawGround(onPaper, at),
        ...drawSymbols(onPaper, at, taken, type),
      ],
    },
    ...above,
    { kind: 'path', d: boxPath(frame), stroke: solid(theme.ink), width: 0.8 * scale },
    ...(furniture.graticule
      ? graticuleLabels(projection, frame, step, words.degree, 5.6 * scale, theme, type)
      : []),
  ];
  return { shapes, bar };
}

function scaleShapes(
  { words, theme }: PageRequest,
  projection: ReturnType<typeof paperProjection>,
  frame: Box,
  scale: number,
  type: Typesetter,
): { shapes: Shape[]; box: Box; bar: ComposedPage['bar'] } {
  const size = 6.6 * scale;
  const most = Math.min(130 * scale, frame.width * 0.3);
  // In the lower left corner, or, where that is off the earth, in the middle.
  const corner = { x: frame.x + 14 * scale, y: frame.y + frame.height - 20 * scale };
  const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
  const bar =
    scaleBarAt(projection, corner.x, corner.y, most) ??
    scaleBarAt(projection, middle.x, middle.y, most);
  const perPoint = kmPerPoint(projection, middle.x, middle.y);
  // A point is 1/72 inch: 0.0254 / 72 metres.
  const ratio = perPoint ? words.scale(roundDenominator((perPoint * 1000 * 72) / 0.0254)) : '';
  if (!bar) return { shapes: [], box: { x: frame.x, y: frame.y, width: 0, height: 0 }, bar: null };
  const label = words.km(bar.km);
  const box: Box = {
    x: bar.x - 8 * scale,
    y: bar.y - size * 1.7,
    width:
      Math.max(bar.width + type.width(label, 'regular', size), type.width(ratio, 'regular', size)) +
      16 * scale,
    height: size * 4.2,
  };
  const place = (x: number): LngLat => projection.invert!([x, bar.y]) as LngLat;
  return {
    box,
    bar: { ...bar, from: place(bar.x), to: place(bar.x + bar.width) },
    shapes: [
      ...scaleBarShapes(bar, label, size, theme, type),
      {
        kind: 'text',
        x: bar.x,
        y: bar.y + size * 1.6,
        text: ratio,
        size: size * 0.9,
        face: 'regular',
        ink: solid(theme.ink),
        halo: { color: theme.halo, opacity: 0.9, width: size * 0.3 },
        layer: 'scale',
      },
    ],
  };
}

/** Two figures that count: nobody measures 1 : 24,871,304. */
function roundDenominator(denominator: number): number {
  const power = 10 ** (Math.floor(Math.log10(denominator)) - 1);
  return Math.round(denominator / power) * power;
}
