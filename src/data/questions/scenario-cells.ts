import type { PairCounts, PairWay, ScenarioTable } from './scenario-table';

/** A figure of a scenario; absent where there is no way. */
export interface ScenarioCell {
  value: number | undefined;
  /** Against the baseline; absent in its own column, and where either has no way. */
  difference?: number | undefined;
}

export const COUNTS = [
  'nearer',
  'farther',
  'gained',
  'lost',
] as const satisfies readonly (keyof PairCounts)[];
export const PAIR_FIGURES = ['km', 'hours', 'crossings', 'gaugeBreaks'] as const;
export type PairFigure = (typeof PAIR_FIGURES)[number];

const figureOf = (way: PairWay, figure: PairFigure): number | undefined => {
  if (way.status !== 'ok') return undefined;
  if (figure === 'km') return way.distanceKm;
  return figure === 'hours' ? way.hours.typical : way[figure].length;
};

/** One figure of one pair in every column; `baseline` is a column's place in the table. */
export function pairCells(
  { columns }: ScenarioTable,
  pair: number,
  figure: PairFigure,
  baseline: number,
): ScenarioCell[] {
  const base = columns[baseline]?.ways[pair];
  const before = base && figureOf(base, figure);
  return columns.map(({ ways }, column) => {
    const value = figureOf(ways[pair]!, figure);
    const compared = column !== baseline && value !== undefined && before !== undefined;
    return { value, ...(compared ? { difference: value - before } : {}) };
  });
}
