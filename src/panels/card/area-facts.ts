import type { Name, RegionProps, Source } from '../../core/types';
import type { Language, MessageKey } from '../../i18n/language';
import { nameIn } from '../../i18n/names';
import { fact, type CardContent, type Fact } from './fact';

export function regionCard(region: RegionProps, t: Language): CardContent {
  const facts: Fact[] = [];
  if (region.macroRegion)
    facts.push(fact(t, 'card.macro-region', t.text(`macro.${region.macroRegion}`)));
  const { population } = region;
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
  facts.push(fact(t, 'card.area', t.km2(region.areaKm2)));
  for (const { text, source } of region.knownFor ?? [])
    facts.push(fact(t, 'card.known-for', nameIn(text, t.lang), undefined, source));
  return {
    kind: 'kind.region',
    name: region.name,
    country: region.country,
    facts,
    sources: region.sources,
  };
}

/** A river, lake, border or another thing that has a name and a source. */
export function namedCard(
  kind: MessageKey,
  props: { name: Name; sources: Source[]; lengthKm?: { value: number; source: Source } },
  t: Language,
): CardContent {
  const { lengthKm } = props;
  const facts = lengthKm
    ? [fact(t, 'card.length', t.km(lengthKm.value), undefined, lengthKm.source)]
    : [];
  return { kind, name: props.name, facts, sources: props.sources };
}
