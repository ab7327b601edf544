import type {
  CrossingProps,
  HubProps,
  NodeProps,
  PortProps,
  SettlementProps,
} from '../../core/types';
import type { Language } from '../../i18n/language';
import { nameIn } from '../../i18n/names';
import { fact, type CardContent, type Fact } from './fact';

/** What cards say of hubs, ports, crossings, stations and settlements. */

export function hubCard(hub: HubProps, t: Language): CardContent {
  const facts: Fact[] = [
    fact(t, 'card.roles', hub.roles.map((role) => t.text(`role.${role}`)).join(', ')),
  ];
  const { population, airport } = hub;
  if (population)
    facts.push(
      fact(
        t,
        'card.population',
        t.number(population.value),
        String(population.year),
        population.source,
      ),
    );
  if (airport)
    facts.push(
      fact(t, 'card.airport', `${airport.name} (${airport.iata})`, undefined, airport.source),
    );
  if (hub.gaugeBreak) facts.push(fact(t, 'card.gauges', t.text('card.gauge-break')));
  return { kind: 'kind.hub', name: hub.name, country: hub.country, facts, sources: hub.sources };
}

export function portCard(port: PortProps, t: Language): CardContent {
  const facts = [statusFact(port, t), ...seasonFacts(port, t)];
  if (port.locode) facts.push({ label: 'UN/LOCODE', value: port.locode });
  return {
    kind: 'kind.port',
    name: port.name,
    country: port.country,
    facts,
    sources: port.sources,
  };
}

export function crossingCard(crossing: CrossingProps, t: Language): CardContent {
  const { dwellHours: dwell } = crossing;
  const posts = crossing.posts.map((post) => {
    const gauge = post.gauge ? `, ${t.text('unit.mm', { value: post.gauge })}` : '';
    return `${nameIn(post.name, t.lang)} (${t.country(post.country)}${gauge})`;
  });
  const facts: Fact[] = [
    fact(t, 'card.posts', posts.join(' – ')),
    fact(t, 'card.modes', crossing.modes.map((mode) => t.text(`mode.${mode}`)).join(', ')),
    statusFact(crossing, t),
    ...seasonFacts(crossing, t),
    fact(
      t,
      'card.dwell',
      t.text('card.dwell.value', {
        low: t.number(dwell.low, 1),
        typical: t.number(dwell.typical, 1),
        high: t.number(dwell.high, 1),
      }),
      dwell.assumption ? t.text('card.assumption') : undefined,
      dwell.source,
    ),
  ];
  if (crossing.opened) facts.push(fact(t, 'card.opened', t.date(crossing.opened)));
  for (const { text, source } of crossing.capacity ?? [])
    facts.push(fact(t, 'card.capacity', text, undefined, source));
  for (const { value, unit, period, source } of crossing.traffic ?? [])
    facts.push(fact(t, 'card.traffic', `${t.number(value, 2)} ${unit}`, period, source));
  return { kind: 'kind.crossing', name: crossing.name, facts, sources: crossing.sources };
}

export function nodeCard(node: NodeProps, t: Language): CardContent {
  const facts = node.gaugeBreak ? [fact(t, 'card.gauges', t.text('card.gauge-break'))] : [];
  return {
    kind: 'kind.node',
    name: node.name,
    country: node.country,
    facts,
    sources: node.sources,
  };
}

export function settlementCard(settlement: SettlementProps, t: Language): CardContent {
  return {
    kind: 'kind.settlement',
    name: settlement.name,
    country: settlement.country,
    facts: [fact(t, 'card.population', t.number(settlement.population), String(settlement.year))],
    sources: settlement.sources,
  };
}

function statusFact(place: PortProps | CrossingProps, t: Language): Fact {
  const asOf = t.text('card.as-of', { date: t.date(place.asOf) });
  return fact(t, 'card.status', t.text(`status.${place.status}`), asOf);
}

function seasonFacts(place: { months?: number[] | undefined }, t: Language): Fact[] {
  return place.months ? [fact(t, 'card.season', t.months(place.months))] : [];
}
