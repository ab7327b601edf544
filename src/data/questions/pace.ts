import { allSteps, type Steps } from '../../core/steps';

/**
 * Told after every step of a long question how much is done. It may make the work wait, so that
 * other questions are answered meanwhile, and it may throw, so that the work ends there.
 */
export type Pace = (done: number, total: number) => void | Promise<void>;

/** The pace of one of several pieces of work that are one to whoever waits, the first being 0. */
export const pieceOf =
  (piece: number, pieces: number, pace?: Pace): Pace =>
  (done, total) =>
    pace?.(piece * total + done, pieces * total);

/** Takes the steps at a pace; without one, all at once. */
export async function paced<T>(steps: Steps<T>, pace?: Pace): Promise<T> {
  if (!pace) return allSteps(steps);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const wait = pace(step.value.done, step.value.total);
    // Most steps do not wait: a promise for each would take longer than they do.
    if (wait) await wait;
  }
}
