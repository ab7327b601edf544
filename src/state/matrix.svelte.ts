import type { MatrixFigures } from '../core/analysis/matrix-figures';
import type { NetworkOptions } from '../core/network/types';
import type { MatrixQuery } from '../data/questions/effects';
import { latest } from '../worker/latest';
import { stoppable } from '../worker/stoppable';
import { analysis } from './atlas.svelte';
import type { HeatScale } from '../core/analysis/heat-scale';
import { matrixChoice as choice } from './matrix-choice.svelte';
import { settle, value, type Result } from './results.svelte';
import { world } from './world.svelte';

interface Question {
  query: MatrixQuery & { places: string[]; to?: string[] | undefined };
  world: NetworkOptions;
}

/** The matrix of the places in hand. */
export class Matrix {
  result = $state.raw<Result<MatrixFigures>>({ status: 'none' });
  /** A newer question than the one that `result` answers has been asked. */
  stale = $state(false);
  /** The question in hand is left unanswered. */
  cancelled = $state(false);
  progress = $state.raw<{ done: number; total: number } | undefined>();
  /** The cell in hand. */
  cell = $state.raw<{ row: number; column: number } | undefined>();

  #asked: Question | undefined;
  readonly #ask = latest(
    (question: Question, signal) =>
      stoppable(
        signal,
        (watch) => analysis.matrixFigures(question.query, question.world, watch),
        (done, total) => (this.progress = { done, total }),
      ),
    (settled) => {
      if (settled.question !== this.#asked) return;
      this.result = settle(settled);
      this.stale = false;
      this.progress = undefined;
      this.cell = undefined;
    },
  );

  /** What places and world in hand ask; undefined while an end has no place. */
  get question(): Question | undefined {
    const { origins, destinations } = choice;
    if (origins.length === 0 || destinations?.length === 0) return undefined;
    return {
      query: { places: origins, to: destinations, by: world.by },
      world: world.options,
    };
  }

  /** Asks anew; without a question there is no answer. */
  follow(question: Question | undefined): void {
    const same = JSON.stringify(question) === JSON.stringify(this.#asked);
    if (same && this.result.status !== 'none') return;
    this.#asked = question;
    this.cancelled = false;
    this.progress = undefined;
    this.stale = question !== undefined;
    if (!question) {
      this.#ask.stop();
      this.result = { status: 'none' };
    } else {
      if (this.result.status !== 'ready') this.result = { status: 'computing' };
      this.#ask(question);
    }
  }

  /** Leaves the question unanswered: the matrix before it, if there is one, stays. */
  cancel(): void {
    this.#ask.stop();
    this.#asked = undefined;
    this.cancelled = true;
    this.progress = undefined;
    this.stale = this.result.status === 'ready';
    if (!this.stale) this.result = { status: 'none' };
  }

  readonly figures = $derived(value(this.result));
  /** Differences can be told only where there is something to differ from. */
  readonly difference = $derived(choice.difference && this.figures?.today !== undefined);

  readonly scale: HeatScale | undefined = $derived.by(() => {
    const { figures, difference } = this;
    const scales = difference ? figures?.today?.differenceScales : figures?.scales;
    return scales?.[choice.measure];
  });
}

export const matrix = new Matrix();
