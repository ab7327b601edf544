import type { ChangedPair } from '../core/analysis/scenario-difference';
import type { Metric } from '../core/network/join';
import type { NetworkOptions } from '../core/network/types';
import { latest } from '../worker/latest';
import type { Answer } from '../worker/messages';
import { stoppable } from '../worker/stoppable';
import { analysis } from './atlas.svelte';
import { settle, type Result } from './results.svelte';

/** Label rank down to which hubs are looked at: the main ones. */
export const RANK = 2;

export interface ChangedPairs {
  hubs: number;
  pairs: ChangedPair[];
}

interface Question {
  by: Metric;
  world: NetworkOptions;
}

/** What the scenario in hand changes between the main hubs. */
export class Effects {
  pairs = $state.raw<Result<ChangedPairs>>({ status: 'none' });
  /** A newer answer than the one shown is being computed. */
  busy = $state(false);
  /** The question that `pairs` answers. */
  shown = $state.raw<Question | undefined>();

  #asked: Question | undefined;

  readonly #ask = latest(
    ({ by, world }: Question, signal): Promise<Answer<ChangedPairs>> =>
      stoppable(signal, (watch) => analysis.changedPairs(RANK, by, world, watch)),
    (settled) => {
      if (this.#asked === undefined || !settled.question.world.scenario) return;
      this.pairs = settle(settled);
      this.shown = settled.question;
      this.busy = settled.question !== this.#asked;
    },
  );

  /** Asks anew. The answer that is there stays until the next one comes. */
  follow(by: Metric, world: NetworkOptions): void {
    if (!world.scenario) {
      this.#asked = undefined;
      this.pairs = { status: 'none' };
      this.busy = false;
      // Today's ways are found while a person still chooses, so that the first answer comes soon.
      this.#ask({ by, world });
      return;
    }
    if (this.pairs.status === 'none') this.pairs = { status: 'computing' };
    this.busy = true;
    this.#asked = { by, world };
    this.#ask(this.#asked);
  }
}

export const effects = new Effects();
