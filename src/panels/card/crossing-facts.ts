import type { CrossingPost, CrossingProps } from '../../core/types';
import type { Language, MessageKey } from '../../i18n/language';
import { localName, nameIn } from '../../i18n/names';
import { fact, seasonFact, statusFact, type CardContent, type Fact } from './fact';

type Traffic = NonNullable<CrossingProps['traffic']>[number];

/** The units that traffic is published in. */
const UNITS: Readonly<Record<string, MessageKey>> = {
  Mt: 'traffic.Mt',
  'thousand t': 'traffic.thousand-t',
  'thousand TEU': 'traffic.thousand-TEU',
  'thousand lorries': 'traffic.thousand-lorries',
  'thousand lorries in': 'traffic.thousand-lorries-in',
  'vehicles in': 'traffic.vehicles-in',
  'vehicles out': 'traffic.vehicles-out',
  'thousand passengers': 'traffic.thousand-passengers',
  'million passengers': 'traffic.million-passengers',
  'thousand travellers': 'traffic.thousand-travellers',
};

/** A published figure with its unit: `22 Mt`. */
export function trafficText({ value, unit }: Traffic, t: Language): string {
  const key = UNITS[unit];
  return key ? t.text(key, { value }) : `${t.number(value, 3)} ${unit}`;
}

/** The fact sheet of a border crossing: both sides, what passes, how long it takes, how it is known. */
export function crossingCard(crossing: CrossingProps, t: Language): CardContent {
  const facts: Fact[] = [
    ...crossing.posts.map((post) => postFact(post, t)),
    fact(t, 'card.modes', t.list(crossing.modes.map((mode) => t.text(`mode.${mode}`)))),
    ...gaugeFacts(crossing, t),
    statusFact(crossing, t),
    seasonFact(crossing, t) ?? fact(t, 'card.season', t.text('card.all-year')),
    dwellFact(crossing, t),
  ];
  if (crossing.opened) facts.push(fact(t, 'card.opened', t.date(crossing.opened)));
  for (const figure of crossing.traffic ?? []) {
    const remark = `${figure.period}. ${sourceText(figure.source, t)}`;
    facts.push({
      ...fact(t, 'card.traffic', trafficText(figure, t), remark, figure.source),
      english: [figure.period, figure.source.publisher],
    });
  }
  for (const { text, source } of crossing.capacity ?? [])
    facts.push({
      ...fact(t, 'card.capacity', text, sourceText(source, t), source),
      english: [text, source.publisher],
    });
  if (crossing.note)
    facts.push({
      ...fact(t, 'card.note', nameIn(crossing.note, t.lang)),
      english: crossing.note[t.lang] ? [] : [crossing.note.en],
    });
  facts.push(fact(t, 'card.position', `± ${t.km(crossing.positionErrorKm, 1)}`));
  return { kind: 'kind.crossing', name: crossing.name, facts, sources: crossing.sources };
}

function postFact({ country, name, gauge }: CrossingPost, t: Language): Fact {
  const remarks = [
    localName(name, country, t.lang),
    gauge ? t.text('unit.mm', { value: gauge }) : undefined,
  ].filter((remark) => remark !== undefined);
  return {
    label: t.text('card.post', { country: t.country(country) }),
    value: nameIn(name, t.lang),
    ...(remarks.length > 0 ? { remark: remarks.join(' · ') } : {}),
  };
}

function gaugeFacts({ posts: [one, other] }: CrossingProps, t: Language): Fact[] {
  if (!one.gauge || !other.gauge) return [];
  const text =
    one.gauge === other.gauge
      ? t.text('card.gauge-same')
      : t.text('card.gauge-differs', { left: String(one.gauge), right: String(other.gauge) });
  return [fact(t, 'card.gauges', text)];
}

function dwellFact({ dwellHours: dwell }: CrossingProps, t: Language): Fact {
  const range = t.text('card.dwell.value', {
    low: t.number(dwell.low, 1),
    typical: t.number(dwell.typical, 1),
    high: t.number(dwell.high, 1),
  });
  const remarks = [
    dwell.assumption ? t.text('card.assumption') : undefined,
    dwell.source ? sourceText(dwell.source, t) : undefined,
  ].filter((remark) => remark !== undefined);
  return {
    ...fact(t, 'card.dwell', range, remarks.join(' · '), dwell.source),
    english: dwell.source ? [dwell.source.publisher] : [],
  };
}

const sourceText = ({ publisher, date }: { publisher: string; date: string }, t: Language) =>
  t.text('card.source-short', { publisher, date: t.date(date) });
