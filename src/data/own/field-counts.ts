import type { OwnField } from './types';

/** Most properties that become columns; what more a file has is kept but not listed. */
const MAX_FIELDS = 100;

/** How often a property is a number, and how often anything else but empty. */
export interface FieldCount {
  numbers: number;
  texts: number;
}

/** The properties of a layer's features by name, in the order in which they first came. */
export class FieldCounts {
  readonly #counts = new Map<string, FieldCount>();

  /** The count of a property; undefined where there are too many already. */
  of(name: string): FieldCount | undefined {
    let count = this.#counts.get(name);
    if (!count && this.#counts.size < MAX_FIELDS)
      this.#counts.set(name, (count = { numbers: 0, texts: 0 }));
    return count;
  }

  note(properties: Record<string, unknown>): void {
    for (const name in properties) {
      if (!Object.hasOwn(properties, name)) continue;
      const count = this.of(name);
      if (!count) continue;
      const value = properties[name];
      if (typeof value === 'number') count.numbers += 1;
      else if (value !== null && value !== '') count.texts += 1;
    }
  }

  list(): OwnField[] {
    return [...this.#counts].map(([name, { numbers, texts }]) => ({
      name,
      kind: numbers > texts ? 'number' : 'text',
    }));
  }
}
