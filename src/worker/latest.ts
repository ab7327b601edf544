/**
 * Never queues: while one question is being answered, of those that arrive only the last waits and
 * the others are dropped. `settle` hears every answer with its question, in order; the last one it
 * hears belongs to the last question asked.
 */
export function latest<Q, A>(
  ask: (question: Q) => Promise<A>,
  settle: (result: { question: Q; answer: A } | { question: Q; error: unknown }) => void,
): (question: Q) => void {
  let waiting: { question: Q } | undefined;
  let busy = false;

  async function run(question: Q): Promise<void> {
    busy = true;
    let next: { question: Q } | undefined = { question };
    while (next) {
      const current: Q = next.question;
      waiting = undefined;
      const result = await ask(current).then(
        (answer) => ({ question: current, answer }),
        (error: unknown) => ({ question: current, error }),
      );
      next = waiting;
      settle(result);
    }
    busy = false;
  }

  return (question) => {
    if (busy) waiting = { question };
    else void run(question);
  };
}
