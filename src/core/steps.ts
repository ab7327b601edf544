/**
 * A long computation that is done step by step: after each it tells how much is done, and whoever
 * drives it may do something else first, or leave it there.
 */
export type Steps<T> = Generator<StepsDone, T>;

export interface StepsDone {
  done: number;
  total: number;
}

/** Of work that cannot tell how much of it is done. */
export const UNTOLD: StepsDone = { done: 0, total: 0 };

/** All steps at once. */
export function allSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
