import { wrap, type Remote } from 'comlink';
import type { PageWorker } from './page-messages';

/** The worker of pages, and its end: memory comes back and work stops at once. */
export interface PageWorkerHandle {
  ask: Remote<PageWorker>;
  end: () => void;
}

export function startPageWorker(): PageWorkerHandle {
  const worker = new Worker(new URL('./page-worker.ts', import.meta.url), { type: 'module' });
  return { ask: wrap<PageWorker>(worker), end: () => worker.terminate() };
}
