import { matchSorter } from 'match-sorter';
import { allForms } from '../core/names';
import type { FullName } from '../core/types';
import type { OwnPlace } from '../data/own/types';
import type { Findable } from '../data/questions/findables';

/** The own points that a text names, best first. */
export function findOwn<T extends OwnPlace>(
  places: readonly T[],
  text: string,
  limit: number,
): T[] {
  const wanted = text.trim();
  return wanted === '' ? [] : matchSorter(places, wanted, { keys: ['name'] }).slice(0, limit);
}

/** What a text means by a name in any language or by its id, best first. */
export const findNamed = <T extends { id: string; name: FullName }>(
  items: readonly T[],
  text: string,
): T[] => matchSorter(items, text.trim(), { keys: [({ name }) => allForms(name), ({ id }) => id] });

/** The findables that a text means, in any language or by id, best first. */
export function findByText(items: readonly Findable[], text: string, limit: number): Findable[] {
  const wanted = text.trim();
  if (wanted === '') return [];
  return matchSorter(items, wanted, {
    keys: [(item) => allForms(item.name), (item) => item.id],
    baseSort: (a, b) => a.item.rank - b.item.rank,
  }).slice(0, limit);
}
