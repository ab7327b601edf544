import type { HubProps, NodeProps, PortProps, SettlementProps } from '../../core/types';
import type { Language } from '../../i18n/language';
import { fact, seasonFact, statusFact, type CardContent, type Fact } from './fact';

/** What cards say of hubs, ports, stations and settlements. */

export function hubCard(hub: HubProps, t: Language): CardContent {
  const facts: Fact[] = [
    fact(t, 'card.roles', t.list(hub.roles.map((role) => t.text(`role.${role}`)))),
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
  const facts = [statusFact(port, t)];
  const season = seasonFact(port, t);
  if (season) facts.push(season);
  if (port.locode) facts.push({ label: 'UN/LOCODE', value: port.locode });
  return {
    kind: 'kind.port',
    name: port.name,
    country: port.country,
    facts,
    sources: port.sources,
  };
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
