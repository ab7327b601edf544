import type { GeoProjection } from 'd3-geo';
import { distanceKm } from '../core/geo/geodesic';
import { roundLength } from '../core/geo/round-length';
import type { LngLat } from '../core/types';
import { solid, type Shape } from './shapes';
import type { Theme } from '../layers/theme';
import type { Typesetter } from './typesetter';

export interface PaperBar {
  km: number;
  x: number;
  y: number;
  /** Points. */
  width: number;
}

/**
 * A bar from a point of the page to the right, of a round length: as long on paper as the geodesic
 * between the places under its two ends says. So it is right where it stands, in every projection.
 * Null where the map has no ground there.
 */
export function scaleBarAt(
  projection: GeoProjection,
  x: number,
  y: number,
  maxWidth: number,
): PaperBar | null {
  const from = ground(projection, x, y);
  const reach = from && kmTo(projection, from, x + maxWidth, y);
  if (!reach) return null;
  const km = roundLength(reach);
  let [low, high] = [0, maxWidth];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    const there = kmTo(projection, from, x + middle, y);
    if (there === null) return null;
    if (there < km) low = middle;
    else high = middle;
  }
  return { km, x, y, width: (low + high) / 2 };
}

/** Kilometres of the ground for each point of the page, around one of its points. */
export function kmPerPoint(projection: GeoProjection, x: number, y: number): number | null {
  const from = ground(projection, x - 10, y);
  const km = from && kmTo(projection, from, x + 10, y);
  return km ? km / 20 : null;
}

/** The place under a point of the page; null where there is none. */
export function ground(projection: GeoProjection, x: number, y: number): LngLat | null {
  const place = projection.invert?.([x, y]);
  if (!place || !place.every(Number.isFinite)) return null;
  // Beyond a globe's edge the inverse gives some place that is drawn elsewhere.
  const back = projection(place);
  return back && Math.hypot(back[0] - x, back[1] - y) < 0.5 ? [place[0], place[1]] : null;
}

function kmTo(projection: GeoProjection, from: LngLat, x: number, y: number): number | null {
  const to = ground(projection, x, y);
  return to && distanceKm(from, to);
}

/** The bar with its length, in four parts of two inks. */
export function scaleBarShapes(
  bar: PaperBar,
  label: string,
  size: number,
  theme: Theme,
  type: Typesetter,
): Shape[] {
  const height = size * 0.38;
  const part = bar.width / 4;
  return [
    {
      kind: 'group',
      name: 'scale-bar',
      children: [0, 1, 2, 3].map((i) => ({
        kind: 'path',
        d: `M${bar.x + i * part} ${bar.y}h${part}v${height}h${-part}z`,
        fill: solid(i % 2 === 0 ? theme.ink : theme.halo),
        stroke: solid(theme.ink),
        width: 0.4,
      })),
    },
    ...['0', label].map((text, i): Shape => ({
      kind: 'text',
      x: bar.x + (i === 0 ? 0 : bar.width) - type.width(text, 'regular', size) / (i === 0 ? 2 : 4),
      y: bar.y - size * 0.35,
      text,
      size,
      face: 'regular',
      ink: solid(theme.ink),
      halo: { color: theme.halo, opacity: 0.9, width: size * 0.3 },
      layer: 'scale',
    })),
  ];
}
