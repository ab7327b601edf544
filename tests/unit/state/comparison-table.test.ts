import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../src/data/questions/compare';
import { comparisonCsv, figureRows, sortedColumns } from '../../../src/state/comparison-table';

const range = (typical: number) => ({ low: typical / 2, typical, high: typical * 2 });
const named = (en: string) => ({ name: { en, zh: en, ru: en, mn: en } });

/** What a figure is made of, and nothing else of a corridor. */
function corridor(id: string, km: number, hours: number | undefined, people: number): object {
  const nothing = range(0);
  return {
    profile: {
      id,
      distanceKm: km,
      byMode: { rail: km },
      byCountry: id === 'short' ? { RU: km } : { CN: km - 40, RU: 40 },
      byGauge: { '1435': km },
      byStatus: { operating: km },
    },
    way: hours && {
      hours: range(hours),
      hoursByPart: {
        running: range(hours),
        border: nothing,
        gauge: nothing,
        port: nothing,
        transfer: nothing,
      },
      crossings: id === 'short' ? [] : [named('Gate')],
      gaugeBreaks: [],
    },
    catchment: {
      areaKm2: km * 100,
      population: people,
      settlements: [1, 2],
      hubs: [named('Hub')],
      crossings: [],
      regions: [],
    },
  };
}

const comparison = {
  radiusKm: 50,
  baseline: 'long',
  corridors: [
    corridor('long', 900, 40, 8000),
    corridor('short', 300, 12, 1000),
    corridor('closed', 500, undefined, 5000),
  ],
  exclusive: {
    corridors: [
      { id: 'long', areaKm2: 80_000, population: 7000, settlementCount: 2 },
      { id: 'short', areaKm2: 20_000, population: 700, settlementCount: 1 },
      { id: 'closed', areaKm2: 40_000, population: 4000, settlementCount: 1 },
    ],
  },
} as unknown as Comparison;

const rows = figureRows(comparison);
const row = (key: string) => rows.find(({ group, part }) => `${group}.${part}` === key)!;

describe('the table of a comparison', () => {
  it('has every group of kilometres, and 0 where a corridor has none', () => {
    expect(row('length.distanceKm').values).toEqual([900, 300, 500]);
    expect(row('byCountry.CN').values).toEqual([860, 0, 460]);
    expect(row('byCountry.RU').values).toEqual([40, 300, 40]);
    expect(row('exclusive.population').values).toEqual([7000, 700, 4000]);
  });

  it('leaves the hours of a closed way open instead of calling them 0', () => {
    expect(row('hours.total').values).toEqual([40, 12, undefined]);
    expect(row('passed.crossings').values).toEqual([1, 0, undefined]);
    expect(row('passed.crossings').names?.[0]?.[0]?.en).toBe('Gate');
  });

  it('tells what a scenario changes of the ways, and which it closes', () => {
    const under = structuredClone(comparison);
    const [long, , closed] = under.corridors;
    const way = { ...long!.way!, distanceKm: 950, hours: range(47) };
    long!.today = { way: { ...way, distanceKm: 900, hours: range(40), crossings: [] } };
    long!.way = way;
    closed!.today = { way };
    const told = figureRows(under);
    const of = (key: string) => told.find(({ group, part }) => `${group}.${part}` === key)!;
    expect(of('length.distanceKm').changes).toEqual([50, undefined, undefined]);
    expect(of('hours.total').changes).toEqual([7, undefined, undefined]);
    expect(of('passed.crossings').changes).toEqual([1, undefined, undefined]);
    expect(of('hours.total').lost).toEqual([false, false, true]);
    expect(of('catchment.population').changes).toBeUndefined();
    expect(row('hours.total').changes).toBeUndefined();
  });

  it('leaves out what takes none of them any time', () => {
    expect(row('hours.running')).toBeDefined();
    expect(row('hours.port')).toBeUndefined();
  });

  it('sorts columns behind the baseline, and those without a figure last', () => {
    const people = row('catchment.population');
    expect(sortedColumns(people, 3, 'ascending')).toEqual([0, 1, 2]);
    expect(sortedColumns(people, 3, 'descending')).toEqual([0, 2, 1]);
    expect(sortedColumns(row('hours.total'), 3, 'descending')).toEqual([0, 1, 2]);
    expect(sortedColumns(undefined, 3, 'ascending')).toEqual([0, 1, 2]);
  });

  it('goes into a file with all ends of a range and signed differences', () => {
    const { columns, rows: lines } = comparisonCsv(comparison);
    expect(columns.map(({ key }) => key)).toEqual([
      ...['figure', 'unit', 'long', 'short', 'closed'],
      ...['short minus long', 'closed minus long'],
    ]);
    const line = (figure: string) => lines.find((cells) => cells.figure === figure)!;
    expect(line('radius')).toMatchObject({ unit: 'km', long: 50 });
    expect(line('length.distanceKm')).toMatchObject({ short: 300, 'short minus long': -600 });
    expect(line('hours.total.high')).toMatchObject({ long: 80, short: 24 });
    expect(line('hours.total.low')['closed minus long']).toBe('');
  });
});

it('tells of a drawn line the borders that it passes, and that nothing is known of its way', () => {
  const drawn = corridor('line-1', 200, undefined, 10) as { profile: object };
  Object.assign(drawn.profile, { drawn: true, borders: [1, 2], byGauge: { unknown: 200 } });
  const beside = figureRows({
    ...comparison,
    corridors: [...comparison.corridors, drawn],
  } as unknown as Comparison);
  const row = (group: string, part: string) =>
    beside.find((each) => each.group === group && each.part === part)!;
  expect(row('passed', 'crossings').values.at(-1)).toBe(2);
  expect(row('hours', 'total').values.at(-1)).toBeUndefined();
  expect(row('hours', 'total').drawn).toEqual([false, false, false, true]);
  expect(row('byGauge', 'unknown').values).toEqual([0, 0, 0, 200]);
});
