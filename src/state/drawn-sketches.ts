import { ringAreaKm2 } from '../core/geo/area';
import { lineLengthKm } from '../core/geo/line-length';
import type { Language } from '../i18n/language';
import type { DrawnSketch } from '../layers/sketches';
import type { Sketch } from './sketch';

/** Sketches as the map draws them, each labelled with its name and its length or area. */
export function drawnSketches(
  sketches: readonly Sketch[],
  inHand: string | undefined,
  language: Language,
): DrawnSketch[] {
  return sketches.map((sketch) => ({
    id: sketch.id,
    kind: sketch.kind,
    points: sketch.points,
    label: [sketch.name, figure(sketch, language)].filter(Boolean).join('\n'),
    inHand: sketch.id === inHand,
  }));
}

function figure({ kind, points }: Sketch, language: Language): string {
  if (kind === 'line' && points.length > 1) return kmText(lineLengthKm(points), language);
  if (kind === 'area' && points.length > 2) return language.km2(ringAreaKm2(points));
  return '';
}

const kmText = (km: number, language: Language): string =>
  language.km(km, km < 100 ? 2 : km < 1000 ? 1 : 0);
