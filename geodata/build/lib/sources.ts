import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../../../src/core/types';
import { readTable, text } from './csv';
import { CURATED_DIR } from './paths';

let registry: Map<string, Source> | undefined;

/**
 * A source by its key in curated/sources/*.csv (columns key,title,publisher,date,url). Tables name
 * sources by key; layers carry them in full.
 */
export function source(key: string): Source {
  registry ??= readSources();
  const found = registry.get(key);
  if (!found) throw new Error(`no source "${key}" in curated/sources/`);
  return found;
}

export const sources = (keys: string[]): Source[] => keys.map(source);

function readSources(): Map<string, Source> {
  const all = new Map<string, Source>();
  for (const file of readdirSync(join(CURATED_DIR, 'sources')).sort()) {
    for (const row of readTable(`sources/${file}`)) {
      const key = text(row, 'key');
      if (all.has(key)) throw new Error(`source "${key}" stands twice in curated/sources/`);
      all.set(key, {
        title: text(row, 'title'),
        publisher: text(row, 'publisher'),
        date: text(row, 'date'),
        ...(row.url ? { url: row.url } : {}),
      });
    }
  }
  return all;
}
