import type { Feature } from 'geojson';
import { signParts, type SignId } from '../layers/signs';
import { THEMES, type ThemeId } from '../layers/theme';
import { inOrder, visiblePoint, type DrawnAt, type MapSource } from './ground';
import {
  labelBox,
  labelShapes,
  lineBoxes,
  setLabel,
  type Anchor,
  type LabelStyle,
  type SetLabel,
} from './label';
import { lineLabel } from './line-label';
import type { PaperFace } from './paper-fonts';
import { leastCovering, type Taken } from './placement';
import { solid, within, type Box, type Shape } from './shapes';
import { StyleValues } from './style-values';
import { subjectLineBoxes } from './subject-lines';
import type { Typesetter } from './typesetter';

/** Units of the box that signs are drawn in. */
const SIGN_BOX = 24;

/** Layers whose labels the page's own furniture takes over. */
const LEFT_OUT = new Set(['graticule-labels']);

/** What no map may leave unnamed is written over signs rather than not at all. */
const OVER_SIGNS = new Set(['hubs-1', 'hubs-2']);

interface SymbolLayer {
  values: StyleValues;
  /** Each with where its sign lies, if it has one. */
  features: { feature: Feature; box: Box | undefined }[];
}

/** Names of wide areas, which may stand beside the middle of what they name. */
const WIDE = new Set(['sea-labels', 'region-labels', 'country-labels']);

/**
 * Signs and labels. Signs that would be cut by the frame or lie under the page's furniture are left
 * out with their names. Labels are placed one after the other, those of the highest slot and the
 * lowest sort key first, each where it touches no label and no sign and covers least of the lines that
 * the map is about, or not at all.
 */
export function drawSymbols(
  source: MapSource,
  at: DrawnAt,
  taken: Taken,
  type: Typesetter,
): Shape[] {
  const layers = source.layers.flatMap((layer): SymbolLayer[] => {
    if (layer.type !== 'symbol' || LEFT_OUT.has(layer.id)) return [];
    const values = new StyleValues(layer, at.zoom);
    if (!values.drawn) return [];
    const all = source.features(layer.source)?.features ?? [];
    const features = inOrder(all, values, 'symbol-sort-key').flatMap((feature) => {
      const box = signBox(feature, values, at);
      return box === null || (box && !taken.free([box])) ? [] : [{ feature, box }];
    });
    return [{ values, features }];
  });
  const signs = layers.flatMap(({ values, features }) =>
    [...features]
      .reverse()
      .flatMap(({ feature, box }) => (box ? [sign(feature, box, values)] : [])),
  );
  for (const { features } of layers)
    for (const { box } of features)
      // Small signs may be written over: where all stations are drawn there is no room beside them.
      if (box && box.width > 5.2 * at.pixel) taken.take([box], 'sign');
  taken.take(subjectLineBoxes(source, at), 'line');
  const labels = [...layers]
    .reverse()
    .flatMap(({ values, features }) =>
      features.flatMap(({ feature }) => label(feature, values, at, taken, type)),
    );
  return [...signs, ...labels];
}

/** Where a feature's sign lies; undefined without one, null where it would be cut or covered. */
function signBox(
  feature: Feature,
  values: StyleValues,
  { projection, pixel }: DrawnAt,
): Box | null | undefined {
  const name = values.text('icon-image', feature);
  if (!name.startsWith('sign:') || feature.geometry.type !== 'Point') return undefined;
  const point = visiblePoint(projection, feature.geometry.coordinates);
  if (!point) return null;
  const side = SIGN_BOX * values.number('icon-size', feature) * pixel;
  return { x: point[0] - side / 2, y: point[1] - side / 2, width: side, height: side };
}

function sign(feature: Feature, box: Box, values: StyleValues): Shape {
  const opacity = values.number('icon-opacity', feature);
  const [, id, state, theme] = values.text('icon-image', feature).split(':') as [
    string,
    SignId,
    string,
    ThemeId,
  ];
  return {
    kind: 'group',
    place: { x: box.x, y: box.y, scale: box.width / SIGN_BOX },
    children: signShapes(id, theme, state === 'closed', opacity),
  };
}

/** A sign in its own box of 24 units. */
export const signShapes = (id: SignId, theme: ThemeId, closed: boolean, opacity: number): Shape[] =>
  signParts(id, THEMES[theme], closed).map(({ d, fill, stroke, width }) => ({
    kind: 'path',
    d,
    ...(fill ? { fill: solid(fill, opacity) } : {}),
    ...(stroke ? { stroke: solid(stroke, opacity), width: width ?? 1 } : {}),
    cap: 'round',
    join: 'round',
  }));

function label(
  feature: Feature,
  values: StyleValues,
  at: DrawnAt,
  taken: Taken,
  type: Typesetter,
): Shape[] {
  let sections = values.sections(feature);
  if (values.text('text-transform', feature) === 'uppercase')
    sections = sections.map((each) => ({ ...each, text: each.text.toLocaleUpperCase() }));
  if (sections.length === 0) return [];
  const style = labelStyle(feature, values, at.pixel);
  if (values.text('symbol-placement', feature) === 'line')
    return lineLabel(feature, sections, style, values.layer.id, at.projection, taken, type);
  const point =
    feature.geometry.type === 'Point'
      ? visiblePoint(at.projection, feature.geometry.coordinates)
      : null;
  // What is outside of the frame is not named in it.
  if (!point || !within({ x: point[0], y: point[1], width: 0, height: 0 }, taken.frame)) return [];
  const { id } = values.layer;
  const anchors = values.list<Anchor>('text-variable-anchor', feature) ?? ['center'];
  const distance = values.number('text-radial-offset', feature) * style.size;
  // A long Han name that has no room as it is finds one in two lines: better so than left out.
  for (const whole of [true, false]) {
    const set = setLabel(sections, style, type, whole);
    if (!set) continue;
    const places =
      anchors.length > 1 ? around(set, anchors, point, distance) : over(set, point, id);
    const best = leastCovering(places, taken, OVER_SIGNS.has(id));
    if (!best) continue;
    taken.take(best.boxes.map((box) => apart(box, style)));
    return labelShapes(set, best.boxes, id);
  }
  return [];
}

/** A label's ground with so much on both sides that a name beside it is not read as part of it. */
function apart(box: Box, { size, spacing }: LabelStyle): Box {
  const gap = size * 0.45 + spacing;
  return { ...box, x: box.x - gap, width: box.width + 2 * gap };
}

/** A place of a label: the boxes of its lines. */
interface LabelPlace {
  boxes: Box[];
}

/** Places of a label around its point. Corners too: paper has the time to look for room. */
function around(
  set: SetLabel,
  anchors: readonly Anchor[],
  point: [number, number],
  distance: number,
): LabelPlace[] {
  const all = [...new Set<Anchor>([...anchors, ...CORNERS])];
  return [1, FARTHER].flatMap((factor) =>
    all.map((anchor): LabelPlace => ({
      boxes: lineBoxes(set, labelBox(set, anchor, point, distance * factor), anchor),
    })),
  );
}

const CORNERS: Anchor[] = ['top-left', 'top-right', 'bottom-left', 'bottom-right'];
/** A second ring of places, where the first has none that is free. */
const FARTHER = 1.4;

/** Places of a label over its point, and of a wide area's beside it. */
function over(set: SetLabel, point: [number, number], layer: string): LabelPlace[] {
  const shifts = WIDE.has(layer) ? SHIFTS : SHIFTS.slice(0, 1);
  return shifts.map(([right, down]): LabelPlace => ({
    boxes: lineBoxes(
      set,
      labelBox(set, 'center', [point[0] + right * set.width, point[1] + down * set.height], 0),
      'center',
    ),
  }));
}

/** In widths and heights of the label, the nearest first; it always lies over its point. */
const SHIFTS = [0, 0.25, 0.48]
  .flatMap((right) => [0, 0.3, 0.48].map((down) => [right, down] as const))
  .flatMap(
    ([right, down]) =>
      [
        [right, down],
        [right, -down],
        [-right, down],
        [-right, -down],
      ] as const,
  )
  .sort((a, b) => Math.hypot(...a) - Math.hypot(...b));

function labelStyle(feature: Feature, values: StyleValues, pixel: number): LabelStyle {
  const size = values.number('text-size', feature) * pixel;
  const color = values.color('text-color', feature) ?? solid('#000000');
  const halo = values.color('text-halo-color', feature);
  const haloWidth = values.number('text-halo-width', feature) * pixel * 2;
  const opacity = values.number('text-opacity', feature);
  return {
    face: faceOf(values.list<string>('text-font', feature)?.[0] ?? ''),
    size,
    color: color.color,
    opacity: color.opacity * opacity,
    halo:
      halo && haloWidth > 0
        ? { ...halo, opacity: opacity * halo.opacity, width: haloWidth }
        : undefined,
    spacing: values.number('text-letter-spacing', feature) * size,
    maxWidth: values.number('text-max-width', feature) * size,
    lineHeight: values.number('text-line-height', feature),
  };
}

const faceOf = (font: string): PaperFace =>
  font.includes('Bold') ? 'bold' : font.includes('Italic') ? 'italic' : 'regular';
