import type { Language } from '../../i18n/language';
import { scenarios } from '../../state/scenario.svelte';
import { scenarioTable } from '../../state/scenario-table.svelte';
import { scenarioName } from '../scenario/names';

/** What stands over a column: a scenario's name, or today. */
export function columnName(id: string, t: Language): string {
  const scenario = scenarioTable.chosen.find((each) => each.id === id);
  return scenario ? scenarioName(scenario, scenarios.presets, t) : t.text('scenario.today');
}
