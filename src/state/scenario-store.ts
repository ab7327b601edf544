import { createStore, get, set } from 'idb-keyval';

/**
 * The scenarios that this browser keeps. A browser may refuse (private windows, full disks,
 * policies): then nothing is kept, and the page works on.
 */
const KEY = 'scenarios';

const store = () => createStore('northern-vector', 'scenarios');

/** What is kept, as documents that are still to be checked; undefined where the browser refuses. */
export async function keptDocuments(): Promise<unknown[] | undefined> {
  try {
    const kept: unknown = await get(KEY, store());
    return Array.isArray(kept) ? kept : [];
  } catch {
    return undefined;
  }
}

/** Keeps these and no others. False where the browser refuses. */
export async function keep(documents: readonly unknown[]): Promise<boolean> {
  try {
    await set(KEY, documents, store());
    return true;
  } catch {
    return false;
  }
}
