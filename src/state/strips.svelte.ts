import type { StripAnswer, StripQuestion } from '../data/questions/strip';
import { latest } from '../worker/latest';
import type { Answer } from '../worker/messages';
import { analysis } from './atlas.svelte';
import { settle, type Result } from './results.svelte';

/** The strip diagram of the corridor or route in hand. */
export class Strips {
  result = $state.raw<Result<StripAnswer>>({ status: 'none' });

  #asked = '';

  readonly #ask = latest(
    async (question: StripQuestion): Promise<Answer<StripAnswer>> => await analysis.strip(question),
    (settled) => (this.result = settle(settled)),
  );

  /** Asks anew where the question is another. */
  follow(question: StripQuestion | undefined): void {
    const asked = JSON.stringify(question ?? '');
    if (asked === this.#asked) return;
    this.#asked = asked;
    if (!question) this.result = { status: 'none' };
    else {
      // While a point or the radius is moved the diagram stays until the newer one is there.
      const moved =
        'line' in question &&
        this.result.status === 'ready' &&
        this.result.value.id === question.line.id;
      if (!moved) this.result = { status: 'computing' };
      this.#ask(question);
    }
  }
}

export const strips = new Strips();
