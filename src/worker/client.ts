import { wrap, type Remote } from 'comlink';
import type { Analysis } from './messages';

/** Starts the worker that all analysis runs in. */
export function startAnalysis(): Remote<Analysis> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return wrap<Analysis>(worker);
}
