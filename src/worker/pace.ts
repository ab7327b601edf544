import { UserError } from '../core/errors';
import type { Pace } from '../data/questions/pace';
import type { Watch } from './messages';

/** How long the worker computes before it looks whether it is asked something else. */
const TURN_MS = 25;

/**
 * The pace of long work in the worker: after every turn other questions are let in, and whoever
 * waits is told what is done and may stop the work.
 * @throws UserError `stopped`
 */
export function workerPace(watch?: Watch): Pace {
  let turnEnds = performance.now() + TURN_MS;
  const rest = async (done: number, total: number): Promise<void> => {
    // The answer comes as a message, behind those that have been waiting.
    const goOn = watch ? await watch(done, total) : await nextTurn();
    if (goOn === false) throw new UserError('stopped', 'stopped before it was ready');
    turnEnds = performance.now() + TURN_MS;
  };
  return (done, total) => (performance.now() < turnEnds ? undefined : rest(done, total));
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
