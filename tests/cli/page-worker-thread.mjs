/** In a thread of Node: what the page's worker finds around it in a browser, then that worker itself. */
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';

const PAGE = 'http://page.test/';

Object.assign(globalThis, nodeEndpoint(parentPort), {
  self: globalThis,
  location: new URL('assets/worker.js', PAGE),
  fetch: async (url) => new Response(await readFile(String(url).replace(PAGE, ''))),
});
await import(workerData);
