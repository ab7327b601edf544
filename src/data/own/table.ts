import { cellText, matcher, numberOf } from './filter';
import type { FeatureStore } from './feature-store';
import type { OwnFilter, OwnRow } from './types';

export interface TableOrder {
  filters: readonly OwnFilter[];
  search: string;
  sort?: { field: string; descending: boolean } | undefined;
}

/** After so many features others may speak: a longer search can be given up. */
const BREATH = 5000;

/**
 * The numbers of the good features that match, in the order of a column or of the file. Numbers
 * sort by size and before texts; what is empty comes last either way.
 */
export function* tableRows(
  store: FeatureStore,
  { filters, search, sort }: TableOrder,
): Generator<number, Uint32Array> {
  const matches = matcher(filters, search);
  const found = new Uint32Array(store.count);
  const keys: (number | string | undefined)[] = [];
  let count = 0;
  for (let i = 0; i < store.count; i++) {
    if (i % BREATH === BREATH - 1) yield i;
    if (store.bad[i]) continue;
    if (matches || sort) {
      const { properties } = store.feature(i);
      if (matches && !matches(properties)) continue;
      if (sort) keys.push(sortKey(properties, sort.field));
    }
    found[count++] = i;
  }
  const rows = found.slice(0, count);
  if (!sort) return rows;
  const turn = sort.descending ? -1 : 1;
  const order = Uint32Array.from(rows, (_, at) => at);
  order.sort((a, b) => compare(keys[a], keys[b], turn) || a - b);
  return order.map((at) => rows[at]!);
}

export function rowOf(store: FeatureStore, index: number, fields: readonly string[]): OwnRow {
  const { properties } = store.feature(index);
  return { index, cells: fields.map((field) => cellText(properties, field)) };
}

function sortKey(
  properties: Record<string, unknown> | null,
  field: string,
): number | string | undefined {
  const text = cellText(properties, field);
  if (text === '') return undefined;
  const number = numberOf(text);
  return Number.isFinite(number) ? number : text.toLowerCase();
}

function compare(a: number | string | undefined, b: number | string | undefined, turn: number) {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return (a < b ? -1 : 1) * turn;
}
