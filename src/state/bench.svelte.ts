import { app } from './app.svelte';
import { comparison } from './comparison.svelte';
import { matrixChoice } from './matrix-choice.svelte';
import { routes } from './routes.svelte';
import { scenarioTable } from './scenario-table.svelte';
import { lineOf } from './sketch';
import { sketches } from './sketches.svelte';
import { screenShape } from './screen-shape';
import type { StripQuestion } from '../data/questions/strip';

export type BenchView = 'comparison' | 'strip' | 'matrix' | 'scenarios';

/** How much of the map's height it takes. */
export type BenchSize = 'folded' | 'normal' | 'tall';

/**
 * What lies under the map: corridors or scenarios side by side, the strip diagram of a corridor or
 * route, or a matrix.
 */
export class Bench {
  /** The strip diagram is wanted. */
  strip = $state(false);
  size = $state<BenchSize>('normal');

  grow(): void {
    this.size = this.size === 'folded' ? 'normal' : 'tall';
  }

  shrink(): void {
    this.size = this.size === 'tall' ? 'normal' : 'folded';
  }

  /** On a phone there is no room beside the panel: what the bench holds stands in the panel. */
  get inPanel(): boolean {
    return screenShape.small;
  }

  /** What the strip diagram is of: the way or the drawn line in hand under its panel, else the corridor. */
  get stripQuestion(): StripQuestion | undefined {
    if (app.panel === 'routes') {
      const question = routes.question;
      return question && { route: question.query, world: question.world, way: routes.chosen };
    }
    if (app.panel === 'measure') {
      const line = sketches.drawing ? undefined : lineOf(sketches.shownCurrent);
      return line && { line, radiusKm: app.radiusKm };
    }
    const [corridor] = app.corridors;
    return corridor === undefined ? undefined : { corridor };
  }

  /** Whether there are both a strip diagram and a comparison to be seen. */
  get both(): boolean {
    return app.panel !== 'routes' && comparison.open && this.stripQuestion !== undefined;
  }

  /** What is to be seen while a panel is open: that of the corridors, or one without a subject. */
  get view(): BenchView | undefined {
    const { panel, embed } = app;
    if (panel === 'matrix')
      return matrixChoice.open && matrixChoice.origins.length > 0 && !embed ? 'matrix' : undefined;
    if (panel === 'routes')
      return this.strip && routes.ways.length > 0 && !embed ? 'strip' : undefined;
    if (panel === 'scenario') return scenarioTable.open && !embed ? 'scenarios' : undefined;
    const fits = panel === undefined || ['corridors', 'measure', 'layers', 'data'].includes(panel);
    if (!fits || embed) return undefined;
    if (this.strip && this.stripQuestion) return 'strip';
    return comparison.open ? 'comparison' : undefined;
  }
}

export const bench = new Bench();
