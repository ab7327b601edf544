import type { GeoProjection } from 'd3-geo';
import type { LngLat } from '../core/types';
import type { ComposedPage, PageRequest } from './compose';
import type { Mapped } from './mapped';
import { kmPerPoint, scaleBarAt, scaleBarShapes } from './scale-bar';
import { boxPath, solid, type Box, type Shape } from './shapes';
import type { Typesetter } from './typesetter';

/** The scale bar with its length and the ratio in the middle of the map, and the ground that they take. */
export function scaleBlock(
  { words, theme }: PageRequest,
  projection: GeoProjection,
  frame: Box,
  mapped: Mapped,
  scale: number,
  type: Typesetter,
): { shapes: Shape[]; box: Box; bar: ComposedPage['bar'] } {
  const size = 6.6 * scale;
  const most = Math.min(130 * scale, frame.width * 0.3);
  const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
  const bar = firstOf(placesFor(frame, most, scale), ({ x, y }) => {
    const made = scaleBarAt(projection, x, y, most);
    return made && mapped(x, y) && mapped(x + made.width, y) ? made : null;
  });
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

/** In how many steps across and up the frame a place for the bar is looked for. */
const STEPS = 8;

/** Where the bar may begin: in the lower left corner, else as near to it as there is mapped ground. */
function placesFor(frame: Box, most: number, scale: number): { x: number; y: number }[] {
  const left = frame.x + 14 * scale;
  const low = frame.y + frame.height - 20 * scale;
  const across = (frame.width - most - 28 * scale) / STEPS;
  const up = (frame.height - 40 * scale) / STEPS;
  const places = Array.from({ length: (STEPS + 1) ** 2 }, (_, i) => ({
    x: left + across * (i % (STEPS + 1)),
    y: low - up * Math.floor(i / (STEPS + 1)),
  }));
  const way = ({ x, y }: { x: number; y: number }): number => x - left + (low - y);
  return places.sort((a, b) => way(a) - way(b));
}

function firstOf<T, Found>(all: readonly T[], find: (each: T) => Found | null): Found | null {
  for (const each of all) {
    const found = find(each);
    if (found !== null) return found;
  }
  return null;
}
