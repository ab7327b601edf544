import {
  CELL_STATUSES,
  figureAt,
  MEASURE_DIGITS,
  type MatrixFigures,
  type MatrixMeasure,
} from '../../core/analysis/matrix-figures';
import type { Language } from '../../i18n/language';

/** A figure as tables and CSV tell it. */
export const figureText = (t: Language, measure: MatrixMeasure, value: number): string =>
  t.number(value, MEASURE_DIGITS[measure]);

/** What stands in a cell: its figure, or why there is none. */
export function cellText(
  t: Language,
  figures: MatrixFigures,
  measure: MatrixMeasure,
  cell: number,
  difference: boolean,
): string {
  const value = figureAt(figures, measure, cell, difference);
  if (Number.isFinite(value))
    return difference ? t.signed(value, MEASURE_DIGITS[measure]) : figureText(t, measure, value);
  const status = CELL_STATUSES[figures.status[cell]!]!;
  // A way that the scenario opens or closes has a figure on one side only.
  if (difference && status === 'ok') return t.text('matrix.gained');
  if (difference && figures.today?.status[cell] === 0) return t.text('matrix.lost');
  return t.text(status === 'too-far' ? 'matrix.too-far' : 'matrix.no-way');
}

/** Why a pair has no way, in a sentence; undefined where it has one. */
export function reasonText(
  t: Language,
  figures: MatrixFigures,
  cell: number,
  nameOf: (key: string) => string,
): string | undefined {
  const status = CELL_STATUSES[figures.status[cell]!]!;
  if (status === 'ok') return undefined;
  const columns = figures.destinations.length;
  const ends = [figures.places[Math.floor(cell / columns)]!, figures.destinations[cell % columns]!];
  if (status === 'unreachable') return t.text('routes.unreachable');
  const far = ends.filter(({ snapKm }) => snapKm === undefined);
  return far.map(({ key }) => t.text('routes.too-far.why', { place: nameOf(key) })).join(' ');
}
