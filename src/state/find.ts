import { matchSorter } from 'match-sorter';
import { allForms } from '../core/names';
import type { Findable } from '../data/questions/findables';

/** The findables that a text means, in any language or by id, best first. */
export function findByText(items: readonly Findable[], text: string, limit: number): Findable[] {
  const wanted = text.trim();
  if (wanted === '') return [];
  return matchSorter(items, wanted, {
    keys: [(item) => allForms(item.name), (item) => item.id],
    baseSort: (a, b) => a.item.rank - b.item.rank,
  }).slice(0, limit);
}
