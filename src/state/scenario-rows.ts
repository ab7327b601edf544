import type { PairCounts, PairWay, ScenarioTable } from '../data/questions/scenario-table';

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

/** One figure of one pair in every column. */
export function pairCells(
  { columns }: ScenarioTable,
  pair: number,
  figure: PairFigure,
  baseline: string,
): ScenarioCell[] {
  const base = columns.find(({ id }) => id === baseline)?.ways[pair];
  const before = base && figureOf(base, figure);
  return columns.map(({ id, ways }) => {
    const value = figureOf(ways[pair]!, figure);
    const compared = id !== baseline && value !== undefined && before !== undefined;
    return { value, ...(compared ? { difference: value - before } : {}) };
  });
}

/** Columns of the table as CSV: a row a pair and scenario. */
export const SCENARIO_COLUMNS = [
  { key: 'from' },
  { key: 'to' },
  { key: 'scenario' },
  { key: 'status' },
  { key: 'km', digits: 1 },
  { key: 'hoursLow', digits: 1 },
  { key: 'hoursTypical', digits: 1 },
  { key: 'hoursHigh', digits: 1 },
  { key: 'crossings' },
  { key: 'gaugeBreaks' },
  { key: 'baseline' },
  { key: 'kmDifference', digits: 1 },
  { key: 'hoursDifference', digits: 1 },
];

/** Rows for `SCENARIO_COLUMNS`; places on the way by their ids. */
export function scenarioRows(
  table: ScenarioTable,
  baseline: string,
  nameOf: (column: string) => string,
): Record<string, string | number | undefined>[] {
  return table.pairs.flatMap(({ from, to }, pair) => {
    const km = pairCells(table, pair, 'km', baseline);
    const hours = pairCells(table, pair, 'hours', baseline);
    return table.columns.map(({ id, ways }, column) => {
      const way = ways[pair]!;
      return {
        ...{ from, to, scenario: nameOf(id), status: way.status, baseline: nameOf(baseline) },
        ...(way.status === 'ok' && {
          km: way.distanceKm,
          hoursLow: way.hours.low,
          hoursTypical: way.hours.typical,
          hoursHigh: way.hours.high,
          crossings: way.crossings.map(({ id }) => id).join(' '),
          gaugeBreaks: way.gaugeBreaks.map(({ node }) => node).join(' '),
        }),
        kmDifference: km[column]!.difference,
        hoursDifference: hours[column]!.difference,
      };
    });
  });
}
