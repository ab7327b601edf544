import type { MatrixAnswer, MatrixCell, RouteSums } from './answers';
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
 * A matrix as the page needs it: one array a measure instead of an object a cell, since 90,000
 * objects would hold up the page while they are handed over. Cell (row, column) stands at
 * `row * destinations.length + column`; NaN where a pair has no such figure.
 */
export interface MatrixFigures {
  places: MatrixAnswer['places'];
  destinations: MatrixAnswer['places'];
  /** The places are both origins and destinations: what lies on the diagonal is no pair. */
  square: boolean;
  by: MatrixAnswer['by'];
  /** Index into CELL_STATUSES. */
  status: Uint8Array;
  figures: Record<MatrixMeasure, Float64Array>;
  /** The classes that the figures fall into; undefined of a measure that no pair has. */
  scales: HeatScales;
  /** The same pairs without the scenario, and the classes of what it changes. */
  today?:
    (Pick<MatrixFigures, 'status' | 'figures'> & { differenceScales: HeatScales }) | undefined;
}

export type HeatScales = Record<MatrixMeasure, HeatScale | undefined>;

/** The columns of an answer, with what the page would else work out over all cells at once. */
export function matrixFigures(answer: MatrixAnswer, today?: MatrixAnswer): MatrixFigures {
  const places = {
    places: answer.places,
    destinations: answer.destinations ?? answer.places,
    square: answer.destinations === undefined,
  };
  const now = columnsOf(answer.cells);
  const before = today && columnsOf(today.cells);
  const scales = (difference: boolean): HeatScales =>
    byMeasure((measure) => {
      const ofPairs = now.figures[measure].map((_, cell) =>
        places.square && cell % (places.destinations.length + 1) === 0
          ? NaN
          : figureAt({ ...now, today: before }, measure, cell, difference),
      );
      return heatScale(ofPairs, difference);
    });
  return {
    ...places,
    by: answer.by,
    ...now,
    scales: scales(false),
    today: before && { ...before, differenceScales: scales(true) },
  };
}

function columnsOf(cells: readonly MatrixCell[]): Pick<MatrixFigures, 'status' | 'figures'> {
  return {
    status: Uint8Array.from(cells, ({ status }) => CELL_STATUSES.indexOf(status)),
    figures: byMeasure((measure) =>
      Float64Array.from(cells, (cell) => measureOf(cell, measure) ?? NaN),
    ),
  };
}

/** The memory of all columns, for who hands them to another thread. */
export function columnBuffers({ status, figures, today }: MatrixFigures): ArrayBufferLike[] {
  const of = (columns: Pick<MatrixFigures, 'status' | 'figures'>): ArrayBufferLike[] =>
    [columns.status, ...Object.values(columns.figures)].map(({ buffer }) => buffer);
  return [...of({ status, figures }), ...(today ? of(today) : [])];
}

const byMeasure = <T>(make: (measure: MatrixMeasure) => T): Record<MatrixMeasure, T> =>
  Object.fromEntries(MATRIX_MEASURES.map((measure) => [measure, make(measure)])) as Record<
    MatrixMeasure,
    T
  >;

type Columns = Pick<MatrixFigures, 'figures'>;

/** A figure, or what the scenario changes in it; NaN where either is missing. */
export function figureAt(
  { figures, today }: Columns & { today?: Columns | undefined },
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
