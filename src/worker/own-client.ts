import { proxy, wrap, type Remote } from 'comlink';
import type { OwnProgress, OwnWorker } from './own-messages';

/** The worker of one own layer, and its end: memory comes back and work stops at once. */
export interface OwnWorkerHandle {
  ask: Remote<OwnWorker>;
  end: () => void;
}

export function startOwnWorker(): OwnWorkerHandle {
  const worker = new Worker(new URL('./own-worker.ts', import.meta.url), { type: 'module' });
  return { ask: wrap<OwnWorker>(worker), end: () => worker.terminate() };
}

/** A function that the worker may call. */
export const progressPort = (tell: (progress: OwnProgress) => void): typeof tell => proxy(tell);
