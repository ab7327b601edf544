import type { CatchmentResult } from '../core/analysis/catchment-types';
import type { LngLat } from '../core/types';
import { latest, SLIDER_PATIENCE_MS } from '../worker/latest';
import type { Answer } from '../worker/messages';
import { stoppable } from '../worker/stoppable';
import { analysis } from './atlas.svelte';
import { settle, type Result } from './results.svelte';

interface Question {
  points: LngLat[];
  radiusKm: number;
}

/** What lies within the chosen distance of the drawn line or point in hand. */
export class SketchCatchment {
  result = $state.raw<Result<CatchmentResult>>({ status: 'none' });

  #asked: Question | undefined;
  readonly #ask = latest(
    ({ points, radiusKm }: Question, signal): Promise<Answer<CatchmentResult>> =>
      stoppable(signal, (watch) => analysis.linesCatchment([points], radiusKm, watch)),
    (settled) => {
      if (this.#asked) this.result = settle(settled);
    },
    SLIDER_PATIENCE_MS,
  );

  /** Asks anew; without a question there is no answer. */
  follow(question: Question | undefined): void {
    this.#asked = question;
    if (!question) this.result = { status: 'none' };
    else {
      if (this.result.status !== 'ready') this.result = { status: 'computing' };
      this.#ask(question);
    }
  }
}

export const sketchCatchment = new SketchCatchment();
