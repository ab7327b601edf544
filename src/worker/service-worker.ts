import { TAKE_OVER } from './take-over';

/**
 * Keeps the built page in the browser, so that it opens without network after the first visit. The
 * build writes the list of its files before this script (src/setup/offline.mjs), so that every build
 * is a new worker: it fetches what has changed and waits until a person asks for the new version.
 */
interface Worker extends ServiceWorkerGlobalScope {
  /** Hashes of the built files by their paths; the page itself is `./`. */
  readonly FILES: Readonly<Record<string, string>>;
  /** Hash of that list. */
  readonly VERSION: string;
}
const worker = self as unknown as Worker;

/** Under one origin may lie several pages: each looks after its own caches. */
const PREFIX = `northern-vector ${worker.registration.scope} `;
const CACHE = PREFIX + worker.VERSION;
/** In each cache: which hashes it holds. */
const LIST = 'files.json';
const PAGE = './';
/** Files fetched at the same time. */
const AT_ONCE = 6;

const address = (path: string): string => new URL(path, worker.registration.scope).href;

worker.addEventListener('install', (event) => event.waitUntil(fill()));

worker.addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) void worker.skipWaiting();
});

worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));

worker.addEventListener('fetch', (event) => {
  const path = pathOf(event.request);
  if (path !== undefined && Object.hasOwn(worker.FILES, path))
    event.respondWith(answer(path, event.request));
});

/** Path of a file of ours that is asked for. A query on anything but a page is another matter. */
function pathOf({ method, mode, url }: Request): string | undefined {
  const scope = new URL(worker.registration.scope);
  const { origin, pathname, search } = new URL(url);
  if (method !== 'GET' || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return;
  if (mode !== 'navigate' && search !== '') return;
  const path = pathname.slice(scope.pathname.length);
  return path === '' || path === 'index.html' ? PAGE : path;
}

async function answer(path: string, request: Request): Promise<Response> {
  const kept = await (await caches.open(CACHE)).match(address(path));
  // The browser may have thrown it away.
  return kept ?? fetch(request);
}

/** Puts every file into this version's cache: from an older one where it is the same. */
async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  const older = await olderCaches();
  const left = Object.entries(worker.FILES);
  const takeOne = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) {
      const [path, hash] = next;
      const same = older.find(({ files }) => files[path] === hash);
      const response = (await same?.cache.match(address(path))) ?? (await fresh(path));
      await cache.put(address(path), response);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeOne));
  await cache.put(address(LIST), new Response(JSON.stringify(worker.FILES)));
}

async function fresh(path: string): Promise<Response> {
  const response = await fetch(address(path), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  // An answer that came by a detour may not stand for a page.
  return response.redirected ? new Response(response.body, response) : response;
}

async function olderCaches(): Promise<{ cache: Cache; files: Record<string, string> }[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  return Promise.all(
    names.map(async (name) => {
      const cache = await caches.open(name);
      const list = await cache.match(address(LIST));
      return { cache, files: list ? ((await list.json()) as Record<string, string>) : {} };
    }),
  );
}

async function takeOver(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(names.map((name) => caches.delete(name)));
  await worker.clients.claim();
}
