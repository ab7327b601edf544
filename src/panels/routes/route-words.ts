import type { AnswerPlace, Route } from '../../core/analysis/answers';
import type { HoursRange, Lang } from '../../core/types';
import type { Language } from '../../i18n/language';
import { nameIn } from '../../i18n/names';

/** Parts of answers in the words of a language. */

export const placeName = ({ name, id, lng, lat }: AnswerPlace, lang: Lang): string =>
  name ? nameIn(name, lang) : (id ?? `${Number(lng.toFixed(4))},${Number(lat.toFixed(4))}`);

export const rangeText = (t: Language, { low, high }: HoursRange): string =>
  t.text('routes.hours.range', { low: t.hours(low), high: t.hours(high) });

export const wayName = (t: Language, index: number): string =>
  index === 0 ? t.text('routes.way.best') : t.text('routes.way.other', { n: index });

/** Kilometres of a group as parts of a bar, the largest first. */
export const kmParts = (
  t: Language,
  group: Partial<Record<string, number>>,
  label: (key: string) => string,
) =>
  Object.entries(group)
    .map(([key, km]) => ({ key, label: label(key), value: km ?? 0, text: t.km(km ?? 0) }))
    .sort((a, b) => b.value - a.value);

/** What is passed on a way, in order: borders, gauge breaks, changes of mode. */
export interface Passed {
  key: string;
  /** Absent where the place is no crossing. */
  crossing?: string | undefined;
  name: string;
  what: string;
  hours: HoursRange;
  atKm: number;
}

export function passedOn(way: Route, t: Language): Passed[] {
  const lang = t.lang;
  return [
    ...way.crossings.map(({ id, name, from, to, hours, atKm }, i) => ({
      key: `border-${i}`,
      crossing: id,
      name: nameIn(name, lang),
      what: t.text('routes.passed.border', { from: t.country(from), to: t.country(to) }),
      hours,
      atKm,
    })),
    ...way.gaugeBreaks.map(({ name, from, to, hours, atKm }, i) => ({
      key: `gauge-${i}`,
      name: nameIn(name, lang),
      what: t.text('routes.passed.gauge', { from: String(from), to: String(to) }),
      hours,
      atKm,
    })),
    ...way.transfers.map(({ name, from, to, hours, atKm }, i) => ({
      key: `transfer-${i}`,
      name: nameIn(name, lang),
      what: t.text('routes.passed.transfer', {
        from: t.text(`mode.${from}`),
        to: t.text(`mode.${to}`),
      }),
      hours,
      atKm,
    })),
  ].sort((a, b) => a.atKm - b.atKm);
}
