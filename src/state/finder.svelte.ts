import type * as Find from './find';

/** The search by words, fetched when a field for it is first gone to: the first map does without. */
class Finder {
  by = $state.raw<typeof Find | undefined>();

  async load(): Promise<void> {
    this.by ??= await import('./find');
  }
}

export const finder = new Finder();
