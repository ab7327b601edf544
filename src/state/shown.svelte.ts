import type { Way } from '../layers/ways';
import { app } from './app.svelte';
import { atlas } from './atlas.svelte';
import { drawn } from './drawn.svelte';
import { scenarioWays } from './scenario-ways';
import { stage } from './stage.svelte';
import { world } from './world.svelte';

/** The ways on the map: what the scenario in hand changes, and above it what the panel shows. */
class Shown {
  readonly #changed = $derived(scenarioWays(world.scenario, atlas.layers));

  readonly ways: readonly Way[] = $derived.by(() => {
    const ways = drawn.waysUnder(stage.subject(app.panel));
    // One list as it is, so that an unchanged one is not drawn anew.
    if (this.#changed.length === 0) return ways;
    return ways.length === 0 ? this.#changed : [...this.#changed, ...ways];
  });
}

export const shown = new Shown();
