/**
 * A long computation that is done step by step: after each it tells how much is done, and whoever
 * drives it may do something else first, or leave it there.
 */
export type Steps<T> = Generator<StepsDone, T>;

export interface StepsDone {
  done: number;
  total: number;
}

/** How finely the progress of work made of parts is told. */
const WHOLE = 1000;

/** A part of longer work: from one share of it to another. */
export function* partOf<T>(from: number, to: number, steps: Steps<T>): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const { done, total } = step.value;
    yield shareDone(from + ((to - from) * done) / total);
  }
}

/** So much of the work is done: a share of it. */
export const shareDone = (share: number): StepsDone => ({
  done: Math.floor(share * WHOLE),
  total: WHOLE,
});

/** All steps at once. */
export function allSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
