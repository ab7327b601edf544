import { TODAY, type Scenario } from '../../core/scenario/types';
import type { Source } from '../../core/types';
import type { Atlas } from '../atlas';
import { networkData } from './network';

/** What an answer rests on. */
export interface Rests {
  /** Layers of geodata/. */
  layers: readonly string[];
  /** Which of their features; absent: all. */
  ids?: ReadonlySet<string> | undefined;
  /** Sources that stand in no layer, such as a corridor's own. */
  sources?: readonly Source[] | undefined;
  /** It holds hours: speeds and times, as this scenario leaves them. */
  hoursUnder?: Scenario | 'today' | undefined;
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

/** The table of assumptions as a scenario leaves it; empty where no hours are told. */
export async function assumptionsOf(atlas: Atlas, { hoursUnder }: Rests) {
  if (!hoursUnder) return [];
  const { set } = hoursUnder === 'today' ? TODAY : hoursUnder;
  const { assumptions } = await networkData(atlas);
  return assumptions.map(({ id, appliesTo, unit, low, typical, high, source }) => {
    const changed = Object.hasOwn(set, id) ? set[id] : undefined;
    const range = changed ?? { low, typical, high };
    const from = changed ? ('scenario' as const) : (source ?? ('assumption' as const));
    return { id, appliesTo, unit, ...range, source: from };
  });
}
