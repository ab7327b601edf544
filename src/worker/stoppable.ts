import { proxy } from 'comlink';
import type { Answer, Watch } from './messages';

/** The work was stopped by who had asked for it. */
export class Stopped extends Error {}

/**
 * Asks the worker for long work that ends early when the signal is aborted.
 * @param ask puts the question; the `watch` goes along with it
 * @throws Stopped where it was ended
 */
export async function stoppable<T>(
  signal: AbortSignal,
  ask: (watch: Watch) => Promise<Answer<T>>,
  onProgress?: (done: number, total: number) => void,
): Promise<Answer<T>> {
  const watch: Watch = (done, total) => {
    if (signal.aborted) return false;
    onProgress?.(done, total);
    return true;
  };
  const answer = await ask(proxy(watch));
  if (!answer.ok && answer.code === 'stopped') throw new Stopped();
  return answer;
}
