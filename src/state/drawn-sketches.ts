import { ringAreaKm2 } from '../core/geo/area';
import { lineLengthKm } from '../core/geo/line-length';
import type { LngLat } from '../core/types';
import type { Language } from '../i18n/language';
import type { DrawnSketch } from '../layers/sketches';
import type { Sketch } from './sketch';

/**
 * Sketches as the map draws them, each labelled with its name and its length or area; `tight` are the
 * ids of those with no room for a label right of their last point, `colours` the places in the set of
 * colours of those that are compared.
 */
export function drawnSketches(
  sketches: readonly Sketch[],
  inHand: string | undefined,
  language: Language,
  tight: readonly string[] = [],
  colours: Readonly<Record<string, number>> = {},
): DrawnSketch[] {
  return sketches.map((sketch) => ({
    id: sketch.id,
    kind: sketch.kind,
    points: sketch.points,
    label: [sketch.name, figure(sketch, language)].filter(Boolean).join('\n'),
    inHand: sketch.id === inHand,
    labelLeft: tight.includes(sketch.id),
    ...(Object.hasOwn(colours, sketch.id) ? { colour: colours[sketch.id] } : {}),
  }));
}

/** Room for a name of some twenty letters, or for a length. */
const LABEL_PX = 150;

/** Ids of the sketches whose last point is on a map of `width` pixels, and too near its right edge. */
export const tightSketches = (
  sketches: readonly Sketch[],
  width: number,
  xOf: (point: LngLat) => number,
): string[] =>
  sketches
    .filter(({ points }) => {
      const last = points.at(-1);
      const room = last ? width - xOf(last) : Infinity;
      return room > 0 && room < LABEL_PX;
    })
    .map(({ id }) => id);

function figure({ kind, points }: Sketch, language: Language): string {
  if (kind === 'line' && points.length > 1) return kmText(lineLengthKm(points), language);
  if (kind === 'area' && points.length > 2) return language.km2(ringAreaKm2(points));
  return '';
}

const kmText = (km: number, language: Language): string =>
  language.km(km, km < 100 ? 2 : km < 1000 ? 1 : 0);
