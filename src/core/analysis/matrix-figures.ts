import type { MatrixAnswer, RouteSums } from './answers';
import { heatScale, type HeatScale } from './heat-scale';

/** What a cell of a matrix can be read by. */
export const MATRIX_MEASURES = [
  'great-circle',
  'km',
  'detour',
  'hours-low',
  'hours',
  'hours-high',
  'crossings',
  'gauge-breaks',
] as const;
export type MatrixMeasure = (typeof MATRIX_MEASURES)[number];

/** Decimals that a measure is told with, on the page, in tables and in CSV alike. */
export const MEASURE_DIGITS: Record<MatrixMeasure, number> = {
  'great-circle': 1,
  km: 1,
  detour: 3,
  'hours-low': 1,
  hours: 1,
  'hours-high': 1,
  crossings: 0,
  'gauge-breaks': 0,
};

/** What can be measured: a cell, or a route. */
export type Measured = { greatCircleKm: number } & (
  | { status: 'unreachable' | 'too-far' }
  | ({ status: 'ok'; detourRatio: number } & Pick<RouteSums, 'distanceKm' | 'hours'> & {
        crossings: readonly unknown[];
        gaugeBreaks: readonly unknown[];
      })
);

/** One figure of a cell or a route; undefined where there is no way and the measure needs one. */
export function measureOf(cell: Measured, measure: MatrixMeasure): number | undefined {
  if (measure === 'great-circle') return cell.greatCircleKm;
  if (cell.status !== 'ok') return undefined;
  switch (measure) {
    case 'km':
      return cell.distanceKm;
    case 'detour':
      return cell.detourRatio;
    case 'hours-low':
      return cell.hours.low;
    case 'hours':
      return cell.hours.typical;
    case 'hours-high':
      return cell.hours.high;
    case 'crossings':
      return cell.crossings.length;
    case 'gauge-breaks':
      return cell.gaugeBreaks.length;
  }
}

export const CELL_STATUSES = ['ok', 'unreachable', 'too-far'] as const;
export type CellStatus = (typeof CELL_STATUSES)[number];

/**
 * A matrix by columns: one array a measure instead of an object a cell, since 90,000 objects would
 * hold up the page while they are handed over. Cell (row, column) stands at
 * `row * destinations.length + column`; NaN where a pair has no such figure.
 */
export interface MatrixColumns {
  places: MatrixAnswer['places'];
  destinations: MatrixAnswer['places'];
  /** The places are both origins and destinations: what lies on the diagonal is no pair. */
  square: boolean;
  by: MatrixAnswer['by'];
  /** Index into CELL_STATUSES. */
  status: Uint8Array;
  figures: Record<MatrixMeasure, Float64Array>;
}

type Columns = Pick<MatrixColumns, 'status' | 'figures'>;

/** What the page shows of a matrix. */
export interface MatrixFigures extends MatrixColumns {
  /** The classes that the figures fall into; undefined of a measure that no pair has. */
  scales: HeatScales;
  /** The same pairs without the scenario, and the classes of what it changes. */
  today?: (Columns & { differenceScales: HeatScales }) | undefined;
}

export type HeatScales = Record<MatrixMeasure, HeatScale | undefined>;

/**
 * A matrix with what the page would else work out over all cells at once. It may be handed over to
 * another thread: today's columns, which are kept for the next scenario, are copied.
 */
export function matrixFigures(now: MatrixColumns, today?: MatrixColumns): MatrixFigures {
  const before = today && {
    status: today.status.slice(),
    figures: byMeasure((measure) => today.figures[measure].slice()),
  };
  const scales = (difference: boolean): HeatScales =>
    byMeasure((measure) => {
      const ofPairs = now.figures[measure].map((_, cell) =>
        now.square && cell % (now.destinations.length + 1) === 0
          ? NaN
          : figureAt({ ...now, today: before }, measure, cell, difference),
      );
      return heatScale(ofPairs, difference);
    });
  return {
    ...now,
    scales: scales(false),
    today: before && { ...before, differenceScales: scales(true) },
  };
}

/** The memory of all columns, for who hands them to another thread. */
export function columnBuffers({ status, figures, today }: MatrixFigures): ArrayBufferLike[] {
  const of = (columns: Columns): ArrayBufferLike[] =>
    [columns.status, ...Object.values(columns.figures)].map(({ buffer }) => buffer);
  return [...of({ status, figures }), ...(today ? of(today) : [])];
}

/** One of each measure. */
export const byMeasure = <T>(make: (measure: MatrixMeasure) => T): Record<MatrixMeasure, T> =>
  Object.fromEntries(MATRIX_MEASURES.map((measure) => [measure, make(measure)])) as Record<
    MatrixMeasure,
    T
  >;

/** A figure, or what the scenario changes in it; NaN where either is missing. */
export function figureAt(
  {
    figures,
    today,
  }: Pick<MatrixColumns, 'figures'> & { today?: Pick<MatrixColumns, 'figures'> | undefined },
  measure: MatrixMeasure,
  cell: number,
  difference = false,
): number {
  const value = figures[measure][cell]!;
  return difference ? value - (today?.figures[measure][cell] ?? NaN) : value;
}

/**
 * The cells of a row by rising figure: the nearest destinations of one origin. A place is not near
 * itself, and pairs without the figure are not near at all. Equal figures keep their order.
 */
export function nearestCells(
  { places, destinations }: Pick<MatrixFigures, 'places' | 'destinations'>,
  figureOf: (cell: number) => number | undefined,
  row: number,
  count: number,
): number[] {
  return destinations
    .map((destination, column) => ({ destination, cell: row * destinations.length + column }))
    .filter(({ destination }) => destination.key !== places[row]!.key)
    .map(({ cell }) => ({ cell, figure: figureOf(cell) }))
    .filter((each): each is { cell: number; figure: number } => Number.isFinite(each.figure))
    .sort((a, b) => a.figure - b.figure)
    .slice(0, count)
    .map(({ cell }) => cell);
}
