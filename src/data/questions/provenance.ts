import type { Assumption } from '../../core/network/types';
import { TODAY, type Scenario } from '../../core/scenario/types';
import type { HoursRange, Source } from '../../core/types';
import type { Atlas } from '../atlas';
import { networkData } from './network';

/** A speed or a time that an answer rests on; without a source it is an assumption of ours. */
export interface StatedAssumption extends HoursRange {
  id: string;
  appliesTo: string;
  unit: string;
  source: Source | 'assumption' | 'scenario';
  /** Name of the scenario that sets it, where an answer holds several. */
  scenario?: string | undefined;
}

/** What an answer rests on. */
export interface Rests {
  /** Layers of geodata/. */
  layers: readonly string[];
  /** Which of their features; absent: all. */
  ids?: ReadonlySet<string> | undefined;
  /** Sources that stand in no layer, such as a corridor's own. */
  sources?: readonly Source[] | undefined;
  /** It holds hours: speeds and times, as this scenario leaves them; several beside today. */
  hoursUnder?: Scenario | 'today' | readonly Scenario[] | undefined;
}

/** The sources of what an answer rests on, each once, in the order of layers and features. */
export async function sourcesOf(atlas: Atlas, { layers, ids, sources }: Rests): Promise<Source[]> {
  const found = new Map<string, Source>();
  const add = (source: Source): void => {
    const { title, publisher, date, url } = source;
    found.set(JSON.stringify([title, publisher, date, url]), source);
  };
  sources?.forEach(add);
  for (const layer of layers)
    for (const { properties } of await atlas.layer(layer))
      if (!ids || ids.has(String(properties?.id)))
        for (const source of (properties?.sources ?? []) as Source[]) add(source);
  return [...found.values()];
}

/**
 * The table of assumptions as a scenario leaves it, and the crossings whose dwell it sets; empty where
 * no hours are told. Of several scenarios it is today's, and after it what each changes, with the name
 * of the scenario.
 */
export async function assumptionsOf(
  atlas: Atlas,
  { hoursUnder }: Rests,
): Promise<StatedAssumption[]> {
  if (!hoursUnder) return [];
  const { assumptions, crossings } = await networkData(atlas);
  const row = ({ source, ...figures }: Assumption): StatedAssumption => ({
    ...figures,
    source: source ?? 'assumption',
  });
  const changed = ({ set }: Scenario): StatedAssumption[] =>
    [
      ...assumptions.map(row),
      ...crossings.map(({ properties: { id, name } }) => ({
        ...{ id, appliesTo: `the crossing ${name.en}`, unit: 'h' },
      })),
    ]
      .filter(({ id }) => Object.hasOwn(set, id))
      .map((each) => ({ ...each, ...set[each.id]!, source: 'scenario' as const }));
  if (Array.isArray(hoursUnder))
    return [
      ...assumptions.map(row),
      ...(hoursUnder as readonly Scenario[]).flatMap((scenario) =>
        changed(scenario).map((each) => ({ ...each, scenario: scenario.name })),
      ),
    ];
  const scenario = hoursUnder === 'today' ? TODAY : (hoursUnder as Scenario);
  const rows = new Map(assumptions.map((each) => [each.id, row(each)]));
  for (const each of changed(scenario)) rows.set(each.id, each);
  return [...rows.values()];
}
