import type { EdgeProps, LinkageProps } from '../../core/types';
import type { Language, MessageKey } from '../../i18n/language';
import { nameIn } from '../../i18n/names';
import { fact, type CardContent, type Fact } from './fact';

const KINDS: Record<EdgeProps['mode'], MessageKey> = {
  rail: 'kind.railway',
  road: 'kind.road',
  sea: 'kind.sea-route',
};

/** What a card says of one edge of the network. `placeName` gives the name of a node by its id. */
export function edgeCard(
  edge: EdgeProps,
  t: Language,
  placeName: (id: string) => string,
): CardContent {
  const facts: Fact[] = [
    fact(t, 'card.between', `${placeName(edge.from)} – ${placeName(edge.to)}`),
    fact(
      t,
      'card.status',
      t.text(`status.${edge.status}`),
      t.text('card.as-of', { date: t.date(edge.asOf) }),
    ),
  ];
  if (edge.months) facts.push(fact(t, 'card.season', t.months(edge.months)));
  if (edge.lengthKm)
    facts.push(fact(t, 'card.length', t.km(edge.lengthKm.value), undefined, edge.lengthKm.source));
  if (edge.gauges)
    facts.push(
      fact(
        t,
        'card.gauges',
        edge.gauges.map((gauge) => t.text('unit.mm', { value: gauge })).join(' + '),
      ),
    );
  if (edge.tracks) facts.push(fact(t, 'card.tracks', String(edge.tracks)));
  if (edge.electrified !== undefined)
    facts.push(fact(t, 'card.electrified', t.text(edge.electrified ? 'card.yes' : 'card.no')));
  facts.push(
    fact(
      t,
      'card.grade',
      t.text(`grade.${edge.geometryGrade}`),
      t.text('card.position-error', { km: t.number(edge.positionErrorKm, 1) }),
    ),
  );
  if (edge.note) facts.push({ ...fact(t, 'card.note', edge.note), english: [edge.note] });
  return {
    kind: KINDS[edge.mode],
    name: edge.name,
    country: edge.country,
    facts,
    sources: edge.sources,
  };
}

export function linkageCard(linkage: LinkageProps, t: Language): CardContent {
  const until = linkage.until ? ` – ${t.date(linkage.until)}` : '';
  return {
    kind: 'kind.linkage',
    name: linkage.name,
    facts: [
      { label: t.text(`linkage.${linkage.kind}`), value: nameIn(linkage.text, t.lang) },
      fact(t, 'card.since', `${t.date(linkage.since)}${until}`),
    ],
    sources: linkage.sources,
  };
}
