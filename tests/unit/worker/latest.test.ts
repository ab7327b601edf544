import { expose, wrap } from 'comlink';
import { describe, expect, it } from 'vitest';
import type { Steps } from '../../../src/core/steps';
import { paced } from '../../../src/data/questions/pace';
import { answer } from '../../../src/worker/answer';
import { answering } from '../../../src/worker/answering.svelte';
import { latest } from '../../../src/worker/latest';
import type { Answer, Watch } from '../../../src/worker/messages';
import { workerPace } from '../../../src/worker/pace';
import { Stopped, stoppable } from '../../../src/worker/stoppable';

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

  it('says that figures are coming until all first answers are there, not those under a slider', async () => {
    const one = controlled();
    const other = controlled();
    [1, 2].forEach(one.ask);
    other.ask(1);
    expect(answering.figuresComing).toBe(true);
    one.open[0]!.answer();
    await one.ticks();
    expect(answering.figuresComing).toBe(true);
    other.open[0]!.fail();
    await other.ticks();
    expect(one.open).toHaveLength(2);
    expect(answering.figuresComing).toBe(false);
    one.open[1]!.answer();
    await one.ticks();
    expect(answering.figuresComing).toBe(false);
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

describe('work that can be stopped', () => {
  /** Long work on the other side of a channel, as the worker does it, and who asks for it. */
  function channel() {
    const { port1, port2 } = new MessageChannel();
    let steps = 0;
    function* count(): Steps<string> {
      for (let done = 1; done <= 1_000_000; done++) {
        steps = done;
        const until = performance.now() + 1;
        while (performance.now() < until);
        yield { done, total: 1_000_000 };
      }
      return 'counted';
    }
    const theirs = {
      long: (watch?: Watch): Promise<Answer<string>> => answer(paced(count(), workerPace(watch))),
      short: (n: number): Promise<Answer<string>> => answer(Promise.resolve(`short ${n}`)),
    };
    expose(theirs, port1);
    const ours = wrap<typeof theirs>(port2);
    const close = (): void => {
      port1.close();
      port2.close();
    };
    return { ours, close, stepsDone: () => steps };
  }

  it('ends when it is superseded, and the newer question is answered', async () => {
    const { ours, close, stepsDone } = channel();
    const settled: unknown[] = [];
    const progress: number[] = [];
    await new Promise<void>((resolve) => {
      const ask = latest(
        async (question: string, signal) =>
          question === 'long'
            ? await stoppable(
                signal,
                (watch) => ours.long(watch),
                (done) => {
                  progress.push(done);
                  if (progress.length === 2) ask('short');
                },
              )
            : await ours.short(1),
        ({ question }) => {
          settled.push(question);
          resolve();
        },
      );
      ask('long');
    });
    expect(settled).toEqual(['short']);
    expect(progress).toHaveLength(2);
    expect(stepsDone()).toBeLessThan(500);
    close();
  });

  it('lets other questions in while it goes on, and stops without an answer', async () => {
    const { ours, close } = channel();
    const settled: unknown[] = [];
    const other = await new Promise<Answer<string>>((resolve) => {
      const ask = latest(
        (_question: string, signal) =>
          stoppable(
            signal,
            (watch) => ours.long(watch),
            () => {
              void ours.short(7).then((value) => {
                ask.stop();
                resolve(value);
              });
            },
          ),
        (result) => settled.push(result),
      );
      ask('long');
    });
    expect(other).toEqual({ ok: true, value: 'short 7' });
    await ours.short(8);
    expect(settled).toEqual([]);
    close();
  });

  it('is finished under a slider as long as it comes soon, and gives way when it does not', async () => {
    const { ours, close } = channel();
    const settled: unknown[] = [];
    await new Promise<void>((resolve) => {
      const ask = latest(
        async (question: string, signal) =>
          question === 'long'
            ? await stoppable(
                signal,
                (watch) => ours.long(watch),
                () => ask('last'),
              )
            : await ours.short(1),
        ({ question }) => {
          settled.push(question);
          // What is asked on hearing an answer is asked too.
          if (question === 'soon') ask('long');
          if (question === 'last') resolve();
        },
        100,
      );
      ask('soon');
    });
    expect(settled).toEqual(['soon', 'last']);
    close();
  });

  it('leaves the worker free within 50 ms', async () => {
    const { ours, close } = channel();
    const controller = new AbortController();
    const long = stoppable(controller.signal, (watch) => ours.long(watch));
    // Others are answered while the long work goes on.
    expect(await ours.short(1)).toEqual({ ok: true, value: 'short 1' });
    const since = performance.now();
    controller.abort();
    await expect(long).rejects.toBeInstanceOf(Stopped);
    // A turn of 25 ms, and what a loaded machine adds.
    expect(performance.now() - since).toBeLessThan(50);
    close();
  });
});
