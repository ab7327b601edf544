import type { Scenario } from '../../core/scenario/types';
import { app } from '../../state/app.svelte';
import { scenarios } from '../../state/scenario.svelte';
import { nextName } from './names';

/** Changes the scenario in hand, or begins one. */
export function edit(change: (scenario: Scenario) => Scenario, subject?: string): void {
  scenarios.edit(change, subject, nextName(scenarios.list.length, app.language));
}
