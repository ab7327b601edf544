import { STATUSES, type CrossingProps } from '../types';

type Traffic = NonNullable<CrossingProps['traffic']>[number];

/** By what a crossing got its place: tonnes that can be compared, other traffic, or its status. */
export type RankBasis = 'tonnes' | 'traffic' | 'status';

export interface RankedCrossing {
  crossing: CrossingProps;
  basis: RankBasis;
  /** Million tonnes a year, at the pace of the period published; only with basis `tonnes`. */
  mtPerYear?: number | undefined;
}

const MT_OF: ReadonlyMap<string, number> = new Map([
  ['Mt', 1],
  ['thousand t', 0.001],
]);
const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** Figures of longer periods are means of a past that says little of today. */
const LONGEST_PERIOD_MONTHS = 24;

/**
 * Months that a published period takes, from its English wording: `2023`, `January to July 2023`,
 * `June 2022 to September 2023`, `2025 to 28 July`, `1989 to 2023`, also in a longer text. Undefined
 * where it says no such period (`summer season 2025`, `a week of May 2024`).
 */
export function periodMonths(text: string): number | undefined {
  const period = text.toLowerCase();
  if (/season|week|day\b/.test(period)) return undefined;
  const name = MONTHS.join('|');
  const month = (word: string): number => MONTHS.indexOf(word) + 1;
  const span = new RegExp(`(${name})(?: (\\d{4}))? to (${name}) (\\d{4})`).exec(period);
  if (span) {
    const years = Number(span[4]) - Number(span[2] ?? span[4]);
    return years * 12 + month(span[3]!) - month(span[1]!) + 1;
  }
  const untilDay = new RegExp(`(\\d{4}) to (\\d{1,2}) (${name})`).exec(period);
  if (untilDay) return month(untilDay[3]!) - 1 + Number(untilDay[2]) / 30.4;
  const years = /(\d{4}) to (\d{4})/.exec(period);
  if (years) return (Number(years[2]) - Number(years[1]) + 1) * 12;
  if (new RegExp(name).test(period)) return undefined;
  return /(^|\D)\d{4}(\D|$)/.test(period) ? 12 : undefined;
}

/**
 * The largest of the figures in tonnes of two years at most, brought to a year; undefined where
 * there is none.
 */
export function mtPerYear(traffic: readonly Traffic[] = []): number | undefined {
  let most: number | undefined;
  for (const { value, unit, period } of traffic) {
    const mt = MT_OF.get(unit);
    const months = periodMonths(period);
    if (mt === undefined || months === undefined || months > LONGEST_PERIOD_MONTHS) continue;
    most = Math.max(most ?? 0, (value * mt * 12) / months);
  }
  return most;
}

const WAYS = ['rail', 'road', 'river', 'ice'];
const BASES: readonly RankBasis[] = ['tonnes', 'traffic', 'status'];

/**
 * Crossings ranked by published traffic where it can be compared: tonnes a year. Those with other
 * figures (lorries, travellers) follow, then those with none; among these what works comes before
 * what does not, railways before roads and rivers.
 */
export function rankCrossings(crossings: readonly CrossingProps[]): RankedCrossing[] {
  const ranked = crossings.map((crossing): RankedCrossing => {
    const tonnes = mtPerYear(crossing.traffic);
    if (tonnes !== undefined) return { crossing, basis: 'tonnes', mtPerYear: tonnes };
    return { crossing, basis: crossing.traffic?.length ? 'traffic' : 'status' };
  });
  const way = ({ modes }: CrossingProps): number =>
    Math.min(...modes.map((mode) => WAYS.indexOf(mode)));
  return ranked.sort(
    (a, b) =>
      BASES.indexOf(a.basis) - BASES.indexOf(b.basis) ||
      (b.mtPerYear ?? 0) - (a.mtPerYear ?? 0) ||
      STATUSES.indexOf(a.crossing.status) - STATUSES.indexOf(b.crossing.status) ||
      way(a.crossing) - way(b.crossing) ||
      (a.crossing.id < b.crossing.id ? -1 : 1),
  );
}
