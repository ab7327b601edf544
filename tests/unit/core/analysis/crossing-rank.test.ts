import { describe, expect, it } from 'vitest';
import {
  mtPerYear,
  periodMonths,
  rankCrossings,
} from '../../../../src/core/analysis/crossing-rank';
import type { CrossingProps, Source } from '../../../../src/core/types';

const source: Source = { title: 'a table', publisher: 'an office', date: '2024' };
const figure = (value: number, unit: string, period: string) => ({ value, unit, period, source });

const crossing = (
  id: string,
  rest: Partial<Pick<CrossingProps, 'traffic' | 'status' | 'modes'>> = {},
): CrossingProps => ({
  id,
  name: { en: id, zh: id, ru: id, mn: id },
  posts: [
    { country: 'CN', name: { en: 'a', zh: 'a', ru: 'a', mn: 'a' } },
    { country: 'RU', name: { en: 'b', zh: 'b', ru: 'b', mn: 'b' } },
  ],
  modes: ['road'],
  status: 'operating',
  asOf: '2024',
  dwellHours: { low: 1, typical: 2, high: 3, assumption: true },
  sources: [source],
  positionErrorKm: 1,
  ...rest,
});

describe('the months of a published period', () => {
  it.each([
    ['2023', 12],
    ['2023 (more than)', 12],
    ['2023, Chinese count (more than)', 12],
    ['January to July 2023', 7],
    ['June 2022 to September 2023', 16],
    ['1989 to 2023', 420],
    ['2025 to 28 July', 6 + 28 / 30.4],
    ['coking coal in 2024 to 16 October (more than)', 9 + 16 / 30.4],
  ])('%s', (period, months) => {
    expect(periodMonths(period)).toBeCloseTo(months, 9);
  });

  it.each(['summer season 2025 (more than)', 'a week of May 2024', 'May 2024', 'until now', ''])(
    'are not guessed from "%s"',
    (period) => {
      expect(periodMonths(period)).toBeUndefined();
    },
  );
});

describe('tonnes a year', () => {
  it('are brought to a year, in million tonnes, the largest figure counting', () => {
    const traffic = [
      figure(600, 'thousand t', 'January to June 2024'),
      figure(1, 'Mt', '2023'),
      figure(9000, 'vehicles in', '2023'),
    ];
    expect(mtPerYear(traffic)).toBeCloseTo(1.2, 12);
  });

  it('do not come from many years, from other units or from nothing', () => {
    expect(mtPerYear([figure(221, 'Mt', '1989 to 2023')])).toBeUndefined();
    expect(mtPerYear([figure(5, 'thousand lorries', '2023')])).toBeUndefined();
    expect(mtPerYear()).toBeUndefined();
  });
});

it('crossings are ranked by tonnes, then other traffic, then status and mode', () => {
  const ranked = rankCrossings([
    crossing('planned-rail', { status: 'planned', modes: ['rail'] }),
    crossing('open-road'),
    crossing('open-rail', { modes: ['rail'] }),
    crossing('closed', { status: 'closed' }),
    crossing('lorries', { traffic: [figure(50, 'thousand lorries', '2023')] }),
    crossing('small', { traffic: [figure(1, 'Mt', '2023')] }),
    crossing('great', { traffic: [figure(1, 'Mt', 'January to March 2023')] }),
  ]);
  expect(ranked.map((entry) => [entry.crossing.id, entry.basis])).toEqual([
    ['great', 'tonnes'],
    ['small', 'tonnes'],
    ['lorries', 'traffic'],
    ['open-rail', 'status'],
    ['open-road', 'status'],
    ['planned-rail', 'status'],
    ['closed', 'status'],
  ]);
});
