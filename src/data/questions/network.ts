import { buildNetwork } from '../../core/network/build';
import type { Network, NetworkData, NetworkOptions } from '../../core/network/types';
import { decodeScenario } from '../../core/scenario/codec';
import { parseScenario } from '../../core/scenario/parse';
import type { Scenario, ScenarioPreset } from '../../core/scenario/types';
import { scenarioVocabulary, type ScenarioVocabulary } from '../../core/scenario/vocabulary';
import type { Atlas } from '../atlas';
import { assumption, scenarioPreset } from '../schema/assumptions';
import { neededEdges } from './edges';

/** How many networks are remembered: today and what a person compares it with. */
const REMEMBERED = 6;

const networks = new WeakMap<Atlas, Map<string, Network>>();

/** All that a network is built from. */
export function networkData(atlas: Atlas): Promise<NetworkData> {
  return atlas.once('network data', async () => {
    const [hubs, ports, crossings, nodes, edges, assumptions] = await Promise.all([
      atlas.needed('hubs'),
      atlas.needed('ports'),
      atlas.needed('crossings'),
      atlas.needed('nodes'),
      neededEdges(atlas),
      atlas.neededList('assumptions.json', assumption),
    ]);
    return { hubs, ports, crossings, nodes, edges, assumptions };
  });
}

/** The network under the given options; the latest few are remembered. */
export async function network(atlas: Atlas, options: NetworkOptions = {}): Promise<Network> {
  const data = await networkData(atlas);
  const known = networks.get(atlas) ?? new Map<string, Network>();
  networks.set(atlas, known);
  const key = JSON.stringify([options.scenario ?? null, options.month ?? 0, options.modes ?? 0]);
  const made = known.get(key) ?? buildNetwork(data, options);
  known.delete(key);
  known.set(key, made);
  for (const oldest of known.keys()) if (known.size > REMEMBERED) known.delete(oldest);
  return made;
}

export function vocabulary(atlas: Atlas): Promise<ScenarioVocabulary> {
  return atlas.once('vocabulary', async () => scenarioVocabulary(await networkData(atlas)));
}

/** The scenarios that come with the product, each checked. */
export function scenarioPresets(atlas: Atlas): Promise<ScenarioPreset[]> {
  return atlas.once('scenario presets', async () => {
    const [presets, known] = await Promise.all([
      atlas.neededList('scenarios.json', scenarioPreset),
      vocabulary(atlas),
    ]);
    return presets.map((preset) => ({
      ...preset,
      scenario: parseScenario(preset.scenario, known),
    }));
  });
}

/**
 * A scenario by the id of one that comes with the product, by its JSON text, or by its code as an
 * address carries it.
 * @throws UserError `bad-scenario`, `unknown-link`, ...
 */
export async function scenarioFrom(atlas: Atlas, text: string): Promise<Scenario> {
  const preset = (await scenarioPresets(atlas)).find(({ id }) => id === text);
  if (preset) return preset.scenario;
  const known = await vocabulary(atlas);
  return text.trimStart().startsWith('{')
    ? parseScenario(text, known)
    : decodeScenario(text, known);
}
