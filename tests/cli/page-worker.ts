import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { wrap, type Remote } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { build } from 'vite';
import type { Analysis } from '../../src/worker/messages';

export interface PageWorker {
  page: Remote<Analysis>;
  /** Names of the questions put to it so far. */
  asked: Set<string>;
  end: () => Promise<unknown>;
}

/** The page's own worker, built and run in a thread, asked over the same messages as on the page. */
export async function startPageWorker(): Promise<PageWorker> {
  const outDir = mkdtempSync(join(tmpdir(), 'nv-worker-'));
  await build({
    ...{ configFile: false, logLevel: 'error', publicDir: false },
    ssr: { noExternal: true },
    build: {
      ...{ ssr: 'src/worker/worker.ts', outDir, target: 'node20' },
      rollupOptions: { output: { entryFileNames: 'worker.mjs' } },
    },
  });
  const thread = new Worker(new URL('page-worker-thread.mjs', import.meta.url), {
    workerData: pathToFileURL(join(outDir, 'worker.mjs')).href,
  });
  const asked = new Set<string>();
  const remote = wrap<Analysis>(nodeEndpoint(thread));
  const page = new Proxy(remote, {
    get: (of, name) => {
      if (typeof name === 'string') asked.add(name);
      return Reflect.get(of, name) as unknown;
    },
  });
  return { page, asked, end: () => thread.terminate() };
}
