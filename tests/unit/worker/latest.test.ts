import { describe, expect, it } from 'vitest';
import { latest } from '../../../src/worker/latest';

/** A question that is answered when the test says so. */
function controlled() {
  const open: { question: number; answer: () => void; fail: () => void }[] = [];
  const settled: unknown[] = [];
  const ask = latest(
    (question: number) =>
      new Promise<string>((resolve, reject) => {
        open.push({
          question,
          answer: () => resolve(`answer ${question}`),
          fail: () => reject(new Error(`no answer to ${question}`)),
        });
      }),
    (result) => settled.push('answer' in result ? result.answer : String(result.error)),
  );
  const ticks = () => new Promise((resolve) => setImmediate(resolve));
  return { ask, open, settled, ticks };
}

describe('asking for the latest only', () => {
  it('drops what was superseded while a question was being answered', async () => {
    const { ask, open, settled, ticks } = controlled();
    [1, 2, 3, 4].forEach(ask);
    expect(open.map(({ question }) => question)).toEqual([1]);
    open[0]!.answer();
    await ticks();
    expect(open.map(({ question }) => question)).toEqual([1, 4]);
    open[1]!.answer();
    await ticks();
    expect(settled).toEqual(['answer 1', 'answer 4']);
  });

  it('goes on after a failure', async () => {
    const { ask, open, settled, ticks } = controlled();
    [1, 2].forEach(ask);
    open[0]!.fail();
    await ticks();
    open[1]!.answer();
    await ticks();
    expect(settled).toEqual(['Error: no answer to 1', 'answer 2']);
  });

  it('answers again after it has been idle', async () => {
    const { ask, open, settled, ticks } = controlled();
    ask(1);
    open[0]!.answer();
    await ticks();
    ask(2);
    open[1]!.answer();
    await ticks();
    expect(settled).toEqual(['answer 1', 'answer 2']);
  });
});
