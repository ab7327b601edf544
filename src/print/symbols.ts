import type { Feature } from 'geojson';
import { signParts, type SignId } from '../layers/signs';
import { THEMES, type ThemeId } from '../layers/theme';
import { inOrder, visiblePoint, type DrawnAt, type MapSource } from './ground';
import { labelBox, labelShapes, setLabel, type Anchor, type LabelStyle } from './label';
import { lineLabel } from './line-label';
import type { PaperFace } from './paper-fonts';
import type { Taken } from './placement';
import { solid, type Box, type Shape } from './shapes';
import { StyleValues } from './style-values';
import type { Typesetter } from './typesetter';

/** Units of the box that signs are drawn in. */
const SIGN_BOX = 24;

/** Layers whose labels the page's own furniture takes over. */
const LEFT_OUT = new Set(['graticule-labels']);

/** What no map may leave unnamed is written over signs rather than not at all. */
const OVER_SIGNS = new Set(['hubs-1', 'hubs-2']);

interface SymbolLayer {
  values: StyleValues;
  features: Feature[];
}

/**
 * Signs and labels. Every sign is drawn; labels are placed one after the other, those of the highest
 * slot and the lowest sort key first, each at the first of its anchors where it touches neither a label
 * nor a sign, or not at all.
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
    const features = source.features(layer.source)?.features ?? [];
    return [{ values, features: inOrder(features, values, 'symbol-sort-key') }];
  });
  const signs = layers.flatMap(({ values, features }) =>
    [...features].reverse().flatMap((feature) => sign(feature, values, at, taken)),
  );
  const labels = [...layers]
    .reverse()
    .flatMap(({ values, features }) =>
      features.flatMap((feature) => label(feature, values, at, taken, type)),
    );
  return [...signs, ...labels];
}

function sign(feature: Feature, values: StyleValues, at: DrawnAt, taken: Taken): Shape[] {
  const name = values.text('icon-image', feature);
  if (!name.startsWith('sign:') || feature.geometry.type !== 'Point') return [];
  const point = visiblePoint(at.projection, feature.geometry.coordinates);
  if (!point) return [];
  const scale = values.number('icon-size', feature) * at.pixel;
  const opacity = values.number('icon-opacity', feature);
  const [, id, state, theme] = name.split(':') as [string, SignId, string, ThemeId];
  const half = (SIGN_BOX / 2) * scale;
  const box: Box = { x: point[0] - half, y: point[1] - half, width: 2 * half, height: 2 * half };
  // Small signs may be written over: where all stations are drawn there is no room beside them.
  if (half > 2.6 * at.pixel) taken.take([box], true);
  return [
    {
      kind: 'group',
      place: { x: box.x, y: box.y, scale },
      children: signShapes(id, theme, state === 'closed', opacity),
    },
  ];
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
  const set = point && setLabel(sections, style, type);
  if (!point || !set) return [];
  const anchors = values.list<Anchor>('text-variable-anchor', feature) ?? ['center'];
  const distance = values.number('text-radial-offset', feature) * style.size;
  // Corners too: paper has the time to look for room.
  const all = anchors.length > 1 ? [...new Set<Anchor>([...anchors, ...CORNERS])] : anchors;
  for (const overSigns of OVER_SIGNS.has(values.layer.id) ? [false, true] : [false])
    for (const anchor of all) {
      const box = labelBox(set, anchor, point, distance);
      if (!taken.free([box], overSigns)) continue;
      taken.take([box]);
      return labelShapes(set, box, anchor, values.layer.id);
    }
  return [];
}

const CORNERS: Anchor[] = ['top-left', 'top-right', 'bottom-left', 'bottom-right'];

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
