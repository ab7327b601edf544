import type { RouteQuery } from '../core/analysis/answers';
import type { NetworkOptions } from '../core/network/types';
import type { HelpingLinks } from '../data/questions/helping-links';
import { latest } from '../worker/latest';
import type { Answer } from '../worker/messages';
import { stoppable } from '../worker/stoppable';
import { analysis } from './atlas.svelte';
import { settle, type Result } from './results.svelte';

interface Question {
  query: RouteQuery;
  world: NetworkOptions;
}

/** Whether what is not built would help the asked way. */
export class HelpingLinksState {
  result = $state.raw<Result<HelpingLinks>>({ status: 'none' });
  #asked: string | undefined;

  readonly #ask = latest(
    ({ query, world }: Question, signal): Promise<Answer<HelpingLinks>> =>
      stoppable(signal, (watch) => analysis.helpingLinks(query, world, watch)),
    (settled) => {
      if (JSON.stringify(settled.question) === this.#asked) this.result = settle(settled);
    },
  );

  follow(question: Question | undefined): void {
    const text = JSON.stringify(question);
    if (text === this.#asked) return;
    this.#asked = text;
    this.result = { status: question ? 'computing' : 'none' };
    if (question) this.#ask(question);
    else this.#ask.stop();
  }
}

export const helping = new HelpingLinksState();
