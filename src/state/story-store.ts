import { createStore, get, set } from 'idb-keyval';

/** The stories that this browser keeps, as documents still to be checked. It may refuse to keep any. */
const KEY = 'stories';
// A database of its own: an existing one gets no new store without a new version.
const store = () => createStore('northern-vector-stories', 'stories');

/** Undefined where the browser refuses. */
export async function keptStories(): Promise<unknown[] | undefined> {
  try {
    const kept: unknown = await get(KEY, store());
    return Array.isArray(kept) ? kept : [];
  } catch {
    return undefined;
  }
}

/** Keeps these and no others. False where the browser refuses. */
export async function keepStories(stories: readonly unknown[]): Promise<boolean> {
  try {
    await set(KEY, JSON.parse(JSON.stringify(stories)), store());
    return true;
  } catch {
    return false;
  }
}
