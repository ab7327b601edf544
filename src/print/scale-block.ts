import type { GeoProjection } from 'd3-geo';
import type { LngLat } from '../core/types';
import type { ComposedPage, PageRequest } from './compose';
import { kmPerPoint, scaleBarAt, scaleBarShapes } from './scale-bar';
import { boxPath, solid, type Box, type Shape } from './shapes';
import type { Typesetter } from './typesetter';

/** The scale bar with its length and the ratio in the middle of the map, and the ground that they take. */
export function scaleBlock(
  { words, theme }: PageRequest,
  projection: GeoProjection,
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
      Math.max(
        bar.width + type.width(label, 'regular', size) * 0.75,
        type.width(ratio, 'regular', size * 0.9),
      ) +
      14 * scale,
    height: size * 4.2,
  };
  const place = (x: number): LngLat => projection.invert!([x, bar.y]) as LngLat;
  return {
    box,
    bar: { ...bar, from: place(bar.x), to: place(bar.x + bar.width) },
    shapes: [
      // Lines that pass below make no figure unreadable.
      { kind: 'path', d: boxPath(box), fill: solid(theme.halo, 0.75) },
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
