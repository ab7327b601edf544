import { wrap, type Remote } from 'comlink';
import { TAKEN, assetUrl, takenParts } from '../formats/asset';
import type { Analysis } from './messages';

/** Starts the worker that all analysis runs in. */
export function startAnalysis(): Remote<Analysis> {
  const worker = TAKEN
    ? new Worker(assetUrl('take-along/worker.js'), { type: 'module' })
    : new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  if (TAKEN) worker.postMessage(takenParts().files);
  return wrap<Analysis>(worker);
}
