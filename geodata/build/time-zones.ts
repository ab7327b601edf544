import type { TimeZone } from '../../src/core/analysis/time-zones';
import type { Source } from '../../src/core/types';
import { list, number, readTable, text } from './lib/csv';
import { sources } from './lib/sources';

/** The zones of curated/time-zones.csv, for geodata/time-zones.json. */
export function buildTimeZones(): (TimeZone & { sources: Source[] })[] {
  return readTable('time-zones.csv').map((row) => ({
    zone: text(row, 'zone'),
    offsetHours: number(row, 'offset'),
    areas: list(row, 'areas').map((code) => (code.includes('-') ? code.toLowerCase() : code)),
    ...(row.westOf ? { westOf: number(row, 'westOf') } : {}),
    ...(row.eastOf ? { eastOf: number(row, 'eastOf') } : {}),
    sources: sources(list(row, 'sources')),
  }));
}
