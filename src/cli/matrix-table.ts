import type { MatrixAnswer } from '../core/analysis/answers';
import {
  MEASURE_DIGITS,
  measureOf,
  nearestCells,
  type MatrixMeasure,
} from '../core/analysis/matrix-figures';
import type { Table } from './command';
import { CHANGE_COLUMNS, changeOf, changes } from './differences';
import { flatSums, gapLines } from './way-text';

/** A matrix and, where a difference is asked for, the same pairs of today. */
export interface Matrices {
  value: MatrixAnswer;
  today?: MatrixAnswer | undefined;
}

/** Which cells a list shows: all in order, or the nearest few of each origin. */
export function chosenCells(
  { value }: Matrices,
  nearest?: { count: number; by: MatrixMeasure },
): number[] {
  const { places, destinations = places, cells } = value;
  if (!nearest) return cells.map((_, cell) => cell);
  const figureOf = (cell: number): number | undefined => measureOf(cells[cell]!, nearest.by);
  return places.flatMap((_, row) =>
    nearestCells({ places, destinations }, figureOf, row, nearest.count),
  );
}

/** One row a pair. */
export function longTable({ value, today }: Matrices, chosen: readonly number[]): Table {
  const figures = (key: string, title: string, digits: number) => ({ key, title, digits });
  return {
    leading: 2,
    head: [
      ...gapLines([...value.places, ...(value.destinations ?? [])]),
      ...withoutRow(value, chosen),
    ],
    columns: [
      { key: 'from', title: 'from' },
      { key: 'to', title: 'to' },
      { key: 'status', title: 'status' },
      figures('distanceKm', 'km', 1),
      figures('greatCircleKm', 'great circle', 1),
      figures('detourRatio', 'detour', 3),
      figures('railKm', 'rail', 1),
      figures('roadKm', 'road', 1),
      figures('seaKm', 'sea', 1),
      figures('hoursLow', 'h low', 1),
      figures('hoursTypical', 'h typical', 1),
      figures('hoursHigh', 'h high', 1),
      figures('borderHours', 'h border', 1),
      figures('gaugeHours', 'h gauge', 1),
      figures('portHours', 'h port', 1),
      { key: 'crossings', title: 'crossings' },
      { key: 'gaugeBreaks', title: 'gauge breaks' },
      { key: 'seasonal', title: 'not all year' },
      ...(today ? CHANGE_COLUMNS : []),
      { key: 'reason', title: 'reason' },
    ],
    rows: chosen.map((at) => {
      const cell = value.cells[at]!;
      const { from, to, status, greatCircleKm } = cell;
      const change = today ? changes(today.cells[at]!, cell) : {};
      if (cell.status !== 'ok')
        return { from, to, status, greatCircleKm, ...change, reason: cell.reason };
      return {
        ...{ from, to, status, greatCircleKm, detourRatio: cell.detourRatio },
        ...flatSums(cell),
        crossings: cell.crossings.join(' '),
        gaugeBreaks: cell.gaugeBreaks.join(' '),
        seasonal: cell.seasonal.join(' '),
        ...change,
      };
    }),
  };
}

/** Origins that a list of the nearest leaves out, since none of the others is reached from them. */
function withoutRow(
  { places, destinations = places }: MatrixAnswer,
  chosen: readonly number[],
): string[] {
  const shown = new Set(chosen.map((at) => Math.floor(at / destinations.length)));
  const left = places.filter((_, row) => !shown.has(row)).map(({ key }) => key);
  return left.length > 0 ? [`no other of the places is reached from ${left.join(', ')}`] : [];
}

/** One row an origin, one column a destination. */
export function squareTable({ value, today }: Matrices, measure: MatrixMeasure): Table {
  const { places, destinations = places, cells } = value;
  const digits = MEASURE_DIGITS[measure];
  const figure = (at: number): number | string | undefined => {
    const cell = cells[at]!;
    const own = measureOf(cell, measure);
    if (own === undefined) return cell.status;
    if (!today) return own;
    return changeOf(today.cells[at]!, cell, measure) ?? today.cells[at]!.status;
  };
  // Numbered, since a place may be given twice.
  const column = (i: number): string => `to-${i}`;
  const unit = measure.startsWith('hours') ? `${measure} (h)` : measure;
  return {
    head: [today ? `${unit}, scenario minus today` : unit, ...gapLines(places)],
    columns: [
      { key: 'from', title: 'from' },
      ...destinations.map(({ key }, i) => ({ key: column(i), title: key, csv: key, digits })),
    ],
    rows: places.map(({ key }, row) => ({
      from: key,
      ...Object.fromEntries(
        destinations.map((_, i) => [column(i), figure(row * destinations.length + i)]),
      ),
    })),
  };
}
