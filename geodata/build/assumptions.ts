import type { Assumption } from '../../src/core/network/types';
import { number, readTable, text } from './lib/csv';
import { source } from './lib/sources';

const GROUPS: Assumption['group'][] = ['speed', 'border', 'gauge', 'port', 'transfer'];

/** The table of assumptions, in the order in which people typed it. */
export function buildAssumptions(): Assumption[] {
  return readTable('assumptions.csv').map((row) => {
    const id = text(row, 'id');
    const group = GROUPS.find((candidate) => candidate === text(row, 'group'));
    if (!group)
      throw new Error(`assumption ${id}: group "${row.group}" is none of ${GROUPS.join(', ')}`);
    const [low, typical, high] = [number(row, 'low'), number(row, 'typical'), number(row, 'high')];
    if (!(low > 0 && low <= typical && typical <= high))
      throw new Error(`assumption ${id}: 0 < low <= typical <= high does not hold`);
    return {
      id,
      group,
      appliesTo: text(row, 'appliesTo'),
      low,
      typical,
      high,
      unit: group === 'speed' ? 'km/h' : 'h',
      ...(row.source ? { source: source(row.source) } : {}),
      note: { en: text(row, 'en'), zh: text(row, 'zh'), ru: text(row, 'ru'), mn: text(row, 'mn') },
    };
  });
}
