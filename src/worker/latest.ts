import { answering } from './answering.svelte';
import { Stopped } from './stoppable';

/** For questions under a slider. */
export const SLIDER_PATIENCE_MS = 250;

/** Asks; of questions that come while one is being answered only the last is asked next. */
export interface Latest<Q> {
  (question: Q): void;
  /** Stops what is being answered and forgets what waits. */
  stop: () => void;
}

/**
 * Never queues: while one question is being answered, of those that arrive only the last waits and
 * the others are dropped. A newer question aborts the signal of the one before: long work stops
 * there (`stoppable`), short work comes to its end, and so does any that has not taken `patienceMs`
 * yet: under a slider each answer is shown on the way as long as they come soon. `settle` hears every answer with its question,
 * in order, but of work that was stopped; the last one it hears belongs to the last question asked.
 */
export function latest<Q, A>(
  ask: (question: Q, signal: AbortSignal) => Promise<A>,
  settle: (result: { question: Q; answer: A } | { question: Q; error: unknown }) => void,
  patienceMs = 0,
): Latest<Q> {
  let waiting: { question: Q } | undefined;
  let current: AbortController | undefined;
  let since = 0;
  let giveUp: ReturnType<typeof setTimeout> | undefined;

  async function run(question: Q): Promise<void> {
    let next: { question: Q } | undefined = { question };
    let first = true;
    answering.begin();
    while (next) {
      const { question: asked }: { question: Q } = next;
      const controller = new AbortController();
      current = controller;
      since = performance.now();
      waiting = undefined;
      const result = await ask(asked, controller.signal).then(
        (answer) => ({ question: asked, answer }),
        (error: unknown) => ({ question: asked, error }),
      );
      // Of those that follow under a slider each is shown as it comes.
      if (first) answering.end();
      first = false;
      if (!('error' in result && result.error instanceof Stopped)) settle(result);
      clearTimeout(giveUp);
      giveUp = undefined;
      next = waiting;
    }
    current = undefined;
  }

  const put = (question: Q): void => {
    if (!current) return void run(question);
    waiting = { question };
    const controller = current;
    const leftMs = since + patienceMs - performance.now();
    if (leftMs <= 0) controller.abort();
    else giveUp ??= setTimeout(() => controller.abort(), leftMs);
  };
  const stop = (): void => {
    waiting = undefined;
    current?.abort();
  };
  return Object.assign(put, { stop });
}
