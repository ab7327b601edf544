import {
  TODAY,
  type AddedLink,
  type Scenario,
  type ScenarioPreset,
} from '../../core/scenario/types';
import type { LngLat } from '../../core/types';
import type { Language } from '../../i18n/language';
import { nameIn } from '../../i18n/names';
import { atlas } from '../../state/atlas.svelte';

/** A scenario's name: that of its preset in the chosen language, as long as it bears no other. */
export function scenarioName(
  scenario: Scenario,
  presets: readonly ScenarioPreset[],
  t: Language,
): string {
  // Seen while the figures of a scenario that was left are still shown.
  if (scenario.id === TODAY.id) return t.text('scenario.today');
  const preset = presets.find((each) => each.scenario.name === scenario.name);
  return preset ? nameIn(preset.name, t.lang) : scenario.name;
}

/** A place by its id or its coordinates. */
export function placeName(place: string | LngLat, t: Language): string {
  if (typeof place !== 'string') return place.map((degrees) => t.number(degrees, 2)).join(', ');
  const found = atlas.findables.find(({ id, kind }) => id === place && kind !== 'region');
  if (found) return nameIn(found.name, t.lang);
  // Before the names have come an id would stand there that nobody knows.
  return atlas.findables.length === 0 ? '…' : place;
}

export const linkName = (link: AddedLink, t: Language): string =>
  link.name ?? `${placeName(link.from, t)} – ${placeName(link.to, t)}`;

/** What the next scenario is called that a person begins. */
export const nextName = (count: number, t: Language): string =>
  t.text('scenario.new-name', { number: count + 1 });
