import type { GeoProjection } from 'd3-geo';
import type { Feature, FeatureCollection, Position } from 'geojson';
import type { Theme } from '../layers/theme';
import { ground } from './scale-bar';
import { solid, type Box, type Shape } from './shapes';
import type { Typesetter } from './typesetter';

/** How a degree is written: `110° E`. */
export type DegreeLabel = (degrees: number, axis: 'lng' | 'lat') => string;

const STEPS = [30, 20, 10, 5, 2, 1, 0.5];
const FOR_A_GLOBE = STEPS.filter((step) => step >= 10);
/** At least so many lines cross the frame in one of its directions. */
const FEWEST = 4;

/** Where lines meet the frame: on which side and where, and what they stand for. */
interface Crossing {
  axis: 'lng' | 'lat';
  value: number;
  x: number;
  y: number;
  side: 'top' | 'right' | 'bottom' | 'left';
}

/** The step in degrees that suits a frame: the widest at which enough lines meet its border. */
export function graticuleStep(projection: GeoProjection, frame: Box): number {
  const { x, y, width, height } = frame;
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ] as const;
  // A globe that lies within the frame sends no lines to its border.
  const steps = corners.every(([x, y]) => ground(projection, x, y)) ? STEPS : FOR_A_GLOBE;
  return (
    steps.find((step) => crossings(projection, frame, step).length >= 2 * FEWEST) ?? steps.at(-1)!
  );
}

/** Meridians and parallels of the part of the earth that is in the frame. */
export function graticuleIn(
  projection: GeoProjection,
  frame: Box,
  step: number,
): FeatureCollection {
  const [lngs, lats] = extent(projection, frame);
  const features: Feature[] = [];
  const line = (coordinates: Position[]): void => {
    features.push({
      type: 'Feature',
      properties: {},
      geometry: { type: 'LineString', coordinates },
    });
  };
  for (const lng of lngs(step))
    line(range(-80, lng0(lng) % 90 === 0 ? 90 : 80, 1).map((lat) => [lng, lat]));
  for (const lat of lats(step)) line(range(-180, 180, 1).map((lng) => [lng, lat]));
  return { type: 'FeatureCollection', features };
}

const lng0 = (lng: number): number => Math.round(lng * 100) / 100;

/** Labels of the graticule outside of the frame, where the lines meet it. */
export function graticuleLabels(
  projection: GeoProjection,
  frame: Box,
  step: number,
  label: DegreeLabel,
  size: number,
  theme: Theme,
  type: Typesetter,
): Shape[] {
  const ends: Record<string, number> = {};
  return crossings(projection, frame, step).flatMap(({ axis, value, x, y, side }): Shape[] => {
    const text = label(value, axis);
    const width = type.width(text, 'regular', size);
    const turned = side === 'left' || side === 'right';
    // Along the sides texts stand upright, so that they need little room.
    const along = turned ? y : x;
    const before = ends[side] ?? -Infinity;
    const [first, last] = turned
      ? [frame.y, frame.y + frame.height]
      : [frame.x, frame.x + frame.width];
    const start = along - width / 2;
    if (start < Math.max(before + size, first) || along + width / 2 > last) return [];
    ends[side] = along + width / 2;
    const gap = size * 0.35;
    const place = {
      top: { x: start, y: frame.y - gap },
      bottom: { x: start, y: frame.y + frame.height + gap + size * 0.75 },
      left: { x: frame.x - gap, y: along + width / 2 },
      right: { x: frame.x + frame.width + gap + size * 0.75, y: along + width / 2 },
    }[side];
    return [
      {
        kind: 'text',
        ...place,
        text,
        size,
        face: 'regular',
        ink: solid(theme.inkSoft),
        layer: 'graticule-labels',
        ...(turned ? { rotate: -90 } : {}),
      },
    ];
  });
}

/** Walks along the frame and notes where a multiple of `step` is passed. */
function crossings(projection: GeoProjection, frame: Box, step: number): Crossing[] {
  const found: Crossing[] = [];
  const { x, y, width, height } = frame;
  const sides = [
    ['top', (t: number) => [x + t * width, y]],
    ['bottom', (t: number) => [x + t * width, y + height]],
    ['left', (t: number) => [x, y + t * height]],
    ['right', (t: number) => [x + width, y + t * height]],
  ] as const;
  const SAMPLES = 400;
  for (const [side, at] of sides) {
    let last: [number, number] | null = null;
    for (let i = 0; i <= SAMPLES; i++) {
      const [px, py] = at(i / SAMPLES) as [number, number];
      const place = projection.invert?.([px, py]) ?? null;
      const back = place && projection(place);
      const here = back && Math.hypot(back[0] - px, back[1] - py) < 0.5 ? place : null;
      if (here && last)
        for (const [axis, a, b] of [
          ['lng', last[0], here[0]],
          ['lat', last[1], here[1]],
        ] as const) {
          // Over 180 degrees the longitude jumps; 180 itself is met there.
          const jump = axis === 'lng' && Math.abs(b - a) > 180;
          const value = jump ? 180 : Math.floor(Math.max(a, b) / step) * step;
          if (jump || (value > Math.min(a, b) && value <= Math.max(a, b)))
            if (axis === 'lng' ? Math.abs(here[1]) < 80 || value % 90 === 0 : Math.abs(value) < 90)
              found.push({ axis, value, x: px, y: py, side });
        }
      last = here;
    }
  }
  return found;
}

type Multiples = (step: number) => number[];

function extent(projection: GeoProjection, frame: Box): [Multiples, Multiples] {
  let [south, north] = [90, -90];
  const lngs = new Set<number>();
  const N = 60;
  for (let i = 0; i <= N; i++)
    for (let j = 0; j <= N; j++) {
      const place = projection.invert?.([
        frame.x + (frame.width * i) / N,
        frame.y + (frame.height * j) / N,
      ]);
      if (!place || !place.every(Number.isFinite)) continue;
      south = Math.min(south, place[1]);
      north = Math.max(north, place[1]);
      lngs.add(Math.floor(place[0]));
    }
  const near = (lng: number, step: number): boolean => {
    for (let d = -step; d <= step; d++)
      if (lngs.has(Math.floor(((lng + d + 540) % 360) - 180))) return true;
    return false;
  };
  return [
    (step) => range(-180, 180 - step, step).filter((lng) => near(lng, Math.max(step, 1))),
    (step) => range(-80, 80, step).filter((lat) => lat >= south - step && lat <= north + step),
  ];
}

const range = (from: number, to: number, step: number): number[] =>
  Array.from(
    { length: Math.max(0, Math.round((to - from) / step) + 1) },
    (_, i) => from + i * step,
  );
