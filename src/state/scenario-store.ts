import { createStore, get, set } from 'idb-keyval';

/**
 * The scenarios that this browser keeps. A browser may refuse (private windows, full disks,
 * policies): then nothing is kept, and the page works on.
 */
const KEY = 'scenarios';
/** What is being written stands here too until it is, since a page may be left at any moment. */
const LOG = 'northern-vector scenarios being kept';

const store = () => createStore('northern-vector', 'scenarios');

/** What is kept, as documents that are still to be checked; undefined where the browser refuses. */
export async function keptDocuments(): Promise<unknown[] | undefined> {
  try {
    const kept: unknown = await get(KEY, store());
    const log = sessionStorage.getItem(LOG);
    const newest: unknown = log === null ? kept : JSON.parse(log);
    return Array.isArray(newest) ? newest : [];
  } catch {
    return undefined;
  }
}

/** Keeps these and no others. False where the browser refuses. */
export async function keep(documents: readonly unknown[]): Promise<boolean> {
  try {
    const text = JSON.stringify(documents);
    sessionStorage.setItem(LOG, text);
    await set(KEY, JSON.parse(text), store());
    // A later list may be on its way already.
    if (sessionStorage.getItem(LOG) === text) sessionStorage.removeItem(LOG);
    return true;
  } catch {
    return false;
  }
}
