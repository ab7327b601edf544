import type { Way } from '../layers/ways';
import { app, type Visible } from './app.svelte';
import { atlas } from './atlas.svelte';
import { comparison } from './comparison.svelte';
import { drawn } from './drawn.svelte';
import { proximity } from './proximity.svelte';
import { regional } from './regional.svelte';
import { regionalResults, type Outline } from './regional-results.svelte';
import { results, value } from './results.svelte';
import { scenarioWays } from './scenario-ways';
import { sketchCatchment } from './sketch-catchment.svelte';
import { sketches } from './sketches.svelte';
import { stage } from './stage.svelte';
import { world } from './world.svelte';

/** What the map shows of the subject in hand. */
class Shown {
  readonly #panel = $derived(stage.subject(app.panel));
  readonly #changed = $derived(scenarioWays(world.scenario, atlas.layers));

  /** What the scenario in hand changes, and above it what the panel shows. */
  readonly ways: readonly Way[] = $derived.by(() => {
    const ways = drawn.waysUnder(this.#panel);
    // One list as it is, so that an unchanged one is not drawn anew.
    if (this.#changed.length === 0) return ways;
    return ways.length === 0 ? this.#changed : [...this.#changed, ...ways];
  });

  readonly #ofDrawing = $derived(outlineOf(value(sketchCatchment.result)?.geometry));
  readonly #ofCorridor = $derived(outlineOf(value(results.catchment)?.geometry, app.corridors[0]));

  readonly #comparesDrawing = $derived(
    comparison.current !== undefined && comparison.drawn.includes(sketches.current?.id ?? ''),
  );

  /** A border's belt, that of a drawing, one corridor's catchment, or those of all that stand side by side. */
  readonly outlines: Outline[] = $derived.by(() => {
    if (this.#panel === 'regions' && regional.view === 'belt') return regionalResults.outline;
    if (this.#panel === 'measure' && !this.#comparesDrawing) return this.#ofDrawing;
    return comparison.current ? comparison.outlines : this.#ofCorridor;
  });

  /** The layers of which something can be seen, so that no legend explains what is not there. */
  readonly layers: Visible = $derived.by(() => {
    const { catchment, proximity: lines, ...rest } = app.visible;
    const near = proximity.under(this.#panel);
    return {
      ...rest,
      ...(catchment !== undefined && this.outlines.length > 0 ? { catchment } : {}),
      ...(lines !== undefined && near && near.lines.length > 0 ? { proximity: lines } : {}),
    };
  });
}

function outlineOf(geometry: Outline['geometry'] | undefined, corridor?: string): Outline[] {
  return geometry ? [{ type: 'Feature', properties: { corridor }, geometry }] : [];
}

export const shown = new Shown();
