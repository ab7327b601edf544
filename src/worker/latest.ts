import { Stopped } from './stoppable';

/** Asks; of questions that come while one is being answered only the last is asked next. */
export interface Latest<Q> {
  (question: Q): void;
  /** Stops what is being answered and forgets what waits. */
  stop: () => void;
}

/**
 * Never queues: while one question is being answered, of those that arrive only the last waits and
 * the others are dropped. A newer question aborts the signal of the one before: long work stops
 * there (`stoppable`), short work comes to its end. `settle` hears every answer with its question,
 * in order, but of work that was stopped; the last one it hears belongs to the last question asked.
 */
export function latest<Q, A>(
  ask: (question: Q, signal: AbortSignal) => Promise<A>,
  settle: (result: { question: Q; answer: A } | { question: Q; error: unknown }) => void,
): Latest<Q> {
  let waiting: { question: Q } | undefined;
  let current: AbortController | undefined;

  async function run(question: Q): Promise<void> {
    let next: { question: Q } | undefined = { question };
    while (next) {
      const { question: asked }: { question: Q } = next;
      const controller = new AbortController();
      current = controller;
      waiting = undefined;
      const result = await ask(asked, controller.signal).then(
        (answer) => ({ question: asked, answer }),
        (error: unknown) => ({ question: asked, error }),
      );
      next = waiting;
      if (!('error' in result && result.error instanceof Stopped)) settle(result);
    }
    current = undefined;
  }

  const put = (question: Q): void => {
    if (!current) return void run(question);
    waiting = { question };
    current.abort();
  };
  const stop = (): void => {
    waiting = undefined;
    current?.abort();
  };
  return Object.assign(put, { stop });
}
