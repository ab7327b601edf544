import { isDrawn } from '../core/corridor/is-drawn';
import { LINK_KINDS } from '../core/network/types';
import type { HoursRange, Name } from '../core/types';
import type { ComparedCorridor, Comparison, CorridorWay } from '../data/questions/compare';

export const FIGURE_GROUPS = [
  'length',
  'byMode',
  'byCountry',
  'byGauge',
  'byStatus',
  'hours',
  'passed',
  'catchment',
  'exclusive',
] as const;
export type FigureGroup = (typeof FIGURE_GROUPS)[number];

export type FigureUnit = 'km' | 'h' | 'km2' | 'people' | 'count';

/** One figure of all corridors compared, in the order of the comparison. */
export interface FigureRow {
  group: FigureGroup;
  /** What of the group: a mode, country, gauge or status, or the name of the figure. */
  part: string;
  unit: FigureUnit;
  /** Absent where the corridor cannot be travelled through in the month asked for. */
  values: (number | undefined)[];
  /** Scenario minus today; absent without a scenario, and where one of them has no way. */
  changes?: (number | undefined)[];
  /** Whether the scenario closes a way that there is today. */
  lost?: boolean[];
  /** Whether it is of a drawn line, of which nothing is known that takes a way. */
  drawn?: boolean[];
  /** Hours: how wide the range is. */
  ranges?: (HoursRange | undefined)[];
  /** Places that were counted. */
  names?: Name[][];
  /** A main figure, shown as a bar too. */
  bar: boolean;
}

type Groups = 'byMode' | 'byCountry' | 'byGauge' | 'byStatus';

/** Every figure of a comparison, a row each. Kilometres of what a corridor has none of are 0. */
export function figureRows({ corridors, exclusive }: Comparison): FigureRow[] {
  const row = (
    [group, part, unit]: [FigureGroup, string, FigureUnit],
    value: (corridor: ComparedCorridor) => number | undefined,
    more: Partial<FigureRow> = {},
  ): FigureRow => ({ group, part, unit, values: corridors.map(value), bar: false, ...more });
  const passed = (part: 'crossings' | 'gaugeBreaks'): FigureRow =>
    ofWay(['passed', part, 'count'], (way) => way[part].length, {
      ...(part === 'crossings' ? { values: corridors.map(bordersPassed) } : {}),
      names: corridors.map(({ way }) => (way?.[part] ?? []).map(({ name }) => name)),
    });
  const beside = corridors.some(({ today }) => today !== undefined);
  const changesOf = (figure: (way: CorridorWay) => number): Partial<FigureRow> =>
    beside
      ? {
          changes: corridors.map(({ way, today }) =>
            way && today?.way ? figure(way) - figure(today.way) : undefined,
          ),
          lost: corridors.map(({ way, today }) => !way && today?.way !== undefined),
        }
      : {};
  /** A figure of the way: under a scenario with its change to today. */
  const ofWay = (
    spec: [FigureGroup, string, FigureUnit],
    figure: (way: CorridorWay) => number,
    more: Partial<FigureRow> = {},
  ): FigureRow =>
    row(spec, ({ way }) => way && figure(way), {
      drawn: corridors.map(({ profile }) => isDrawn(profile)),
      ...more,
      ...changesOf(figure),
    });
  const own = (id: string) => exclusive.corridors.find((part) => part.id === id);
  return [
    row(['length', 'distanceKm', 'km'], ({ profile }) => profile.distanceKm, {
      bar: true,
      ...changesOf((way) => way.distanceKm),
    }),
    ...(['byMode', 'byCountry', 'byGauge', 'byStatus'] as const).flatMap((group) =>
      partsOf(corridors, group).map((part) =>
        row([group, part, 'km'], ({ profile }) => kmOf(profile[group], part)),
      ),
    ),
    ofWay(['hours', 'total', 'h'], (way) => way.hours.typical, {
      bar: true,
      ranges: corridors.map(({ way }) => way?.hours),
    }),
    ...LINK_KINDS.filter((kind) =>
      corridors.some(({ way }) => way && way.hoursByPart[kind].high > 0),
    ).map((kind) =>
      ofWay(['hours', kind, 'h'], (way) => way.hoursByPart[kind].typical, {
        ranges: corridors.map(({ way }) => way?.hoursByPart[kind]),
      }),
    ),
    passed('crossings'),
    passed('gaugeBreaks'),
    row(['catchment', 'areaKm2', 'km2'], ({ catchment }) => catchment.areaKm2, { bar: true }),
    row(['catchment', 'population', 'people'], ({ catchment }) => catchment.population, {
      bar: true,
    }),
    row(['catchment', 'settlements', 'count'], ({ catchment }) => catchment.settlements.length),
    row(['catchment', 'hubs', 'count'], ({ catchment }) => catchment.hubs.length, {
      names: corridors.map(({ catchment }) => catchment.hubs.map(({ name }) => name)),
    }),
    row(['catchment', 'crossings', 'count'], ({ catchment }) => catchment.crossings.length),
    row(['catchment', 'regions', 'count'], ({ catchment }) => catchment.regions.length, {
      names: corridors.map(({ catchment }) => catchment.regions.map(({ name }) => name)),
    }),
    row(['exclusive', 'areaKm2', 'km2'], ({ profile }) => own(profile.id)?.areaKm2, { bar: true }),
    row(['exclusive', 'population', 'people'], ({ profile }) => own(profile.id)?.population, {
      bar: true,
    }),
    row(['exclusive', 'settlements', 'count'], ({ profile }) => own(profile.id)?.settlementCount),
  ];
}

/** Of a drawn line those of the countries' outlines. */
const bordersPassed = ({ profile, way }: ComparedCorridor): number | undefined =>
  isDrawn(profile) ? profile.borders.length : way?.crossings.length;

/** The modes, countries, ... of any corridor, those with most kilometres first. */
function partsOf(corridors: readonly ComparedCorridor[], group: Groups): string[] {
  const total = new Map<string, number>();
  for (const { profile } of corridors)
    for (const [part, km] of Object.entries(profile[group]))
      total.set(part, (total.get(part) ?? 0) + (km ?? 0));
  return [...total].sort((a, b) => b[1] - a[1]).map(([part]) => part);
}

const kmOf = (group: Partial<Record<string, number>>, part: string): number => group[part] ?? 0;

export type Order = 'ascending' | 'descending';

/**
 * Columns in the order of a row's figures: places in the comparison. The baseline (the first) stays
 * where it is; what has no figure comes last.
 */
export function sortedColumns(row: FigureRow | undefined, count: number, order: Order): number[] {
  const columns = Array.from({ length: count }, (_, i) => i);
  if (!row) return columns;
  const sign = order === 'ascending' ? 1 : -1;
  const [baseline = 0, ...others] = columns;
  others.sort((a, b) => {
    const [left, right] = [row.values[a], row.values[b]];
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined);
    return sign * (left - right);
  });
  return count === 0 ? [] : [baseline, ...others];
}

/** Columns and rows for a CSV file: figures as they are, and their differences to the baseline. */
export function comparisonCsv(comparison: Comparison): {
  columns: { key: string; digits?: number }[];
  rows: Record<string, string | number | undefined>[];
} {
  const ids = comparison.corridors.map(({ profile }) => profile.id);
  const difference = (id: string): string => `${id} minus ${comparison.baseline}`;
  const others = ids.filter((id) => id !== comparison.baseline);
  const rows = figureRows(comparison).flatMap((row) => {
    const line = (part: string, values: readonly (number | undefined)[]) => {
      const cells: Record<string, string | number | undefined> = {
        figure: `${row.group}.${part}`,
        unit: row.unit,
      };
      ids.forEach((id, i) => (cells[id] = values[i]));
      const base = values[ids.indexOf(comparison.baseline)];
      for (const id of others) {
        const value = values[ids.indexOf(id)];
        cells[difference(id)] = value === undefined || base === undefined ? '' : value - base;
      }
      return cells;
    };
    const { ranges } = row;
    if (!ranges) return [line(row.part, row.values)];
    return (['low', 'typical', 'high'] as const).map((end) =>
      line(
        `${row.part}.${end}`,
        ranges.map((range) => range?.[end]),
      ),
    );
  });
  const number = (key: string) => ({ key, digits: 3 });
  return {
    columns: [
      { key: 'figure' },
      { key: 'unit' },
      ...ids.map(number),
      ...others.map((id) => number(difference(id))),
    ],
    rows: [
      {
        figure: 'radius',
        unit: 'km',
        ...Object.fromEntries(ids.map((id) => [id, comparison.radiusKm])),
      },
      ...rows,
    ],
  };
}
