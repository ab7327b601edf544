import type { Scenario } from '../../core/scenario/types';
import { app } from '../../state/app.svelte';
import { scenarios } from '../../state/scenario.svelte';
import { sameScenario } from '../../state/scenario-edit';
import { nextName, scenarioName } from './names';

type Change = (scenario: Scenario) => Scenario;

/** Changes the scenario in hand, or begins one. */
export function edit(change: Change, subject?: string): void {
  scenarios.edit(renaming(change), subject, nextName(scenarios.list.length, app.language));
}

/** The same where the result may be no proper scenario: then the reason, and nothing changes. */
export const tryEdit = (change: Change): Promise<string | undefined> =>
  scenarios.tryEdit(renaming(change), nextName(scenarios.list.length, app.language));

/** What was ready-made and is changed bears its name no longer. */
function renaming(change: Change): Change {
  const { current, presets } = scenarios;
  if (!current || !presets.some(({ scenario }) => sameScenario(scenario, current))) return change;
  const name = scenarioName(current, presets, app.language);
  return (scenario) => ({
    ...change(scenario),
    name: app.language.text('scenario.changed-name', { name }),
  });
}
