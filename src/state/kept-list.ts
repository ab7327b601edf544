import { createStore, get, set } from 'idb-keyval';

/**
 * A list of documents that this browser keeps. A browser may refuse (private windows, full disks,
 * policies): then nothing is kept, and the page works on.
 */
export class KeptList {
  readonly #key: string;
  /** What is being written stands here too until it is, since a page may be left at any moment. */
  readonly #log: string;
  readonly #database: string;

  /** `database` holds this list alone, under `key`. */
  constructor(database: string, key: string) {
    this.#database = database;
    this.#key = key;
    this.#log = `northern-vector ${key} being kept`;
  }

  /** What is kept, as documents that are still to be checked; undefined where the browser refuses. */
  async read(): Promise<unknown[] | undefined> {
    try {
      const kept: unknown = await get(this.#key, this.#store());
      const log = sessionStorage.getItem(this.#log);
      const newest: unknown = log === null ? kept : JSON.parse(log);
      return Array.isArray(newest) ? newest : [];
    } catch {
      return undefined;
    }
  }

  /** Keeps these and no others. False where the browser refuses. */
  async write(documents: readonly unknown[]): Promise<boolean> {
    try {
      const text = JSON.stringify(documents);
      sessionStorage.setItem(this.#log, text);
      await set(this.#key, JSON.parse(text), this.#store());
      // A later list may be on its way already.
      if (sessionStorage.getItem(this.#log) === text) sessionStorage.removeItem(this.#log);
      return true;
    } catch {
      return false;
    }
  }

  readonly #store = () => createStore(this.#database, this.#key);
}
