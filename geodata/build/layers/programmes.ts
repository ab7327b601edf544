import type { FullName, Source } from '../../../src/core/types';
import { list, readTable, text, type Row } from '../lib/csv';
import { sources } from '../lib/sources';
import { fullName } from './hubs';

/** A programme of a state and the regions that it covers; a filter of the region layer. */
export interface Programme {
  id: string;
  name: FullName;
  /** Year in which it began. */
  since: string;
  /** Year in which it ended; absent: it goes on, or its end is not known here. */
  until?: string;
  /** Region ids; `part` where the programme covers only a part, which the note names. */
  regions: { id: string; part: boolean }[];
  note?: FullName;
  sources: Source[];
}

/** The programmes of curated/programmes.csv, for geodata/programmes.json. */
export function buildProgrammes(): Programme[] {
  return readTable('programmes.csv').map((row) => ({
    id: text(row, 'id'),
    name: fullName(row),
    since: text(row, 'since'),
    ...(row.until ? { until: row.until } : {}),
    regions: programmeRegions(list(row, 'regions')).map(({ iso, part }) => ({
      id: iso.toLowerCase(),
      part,
    })),
    ...(row.noteEn ? { note: note(row) } : {}),
    sources: sources(list(row, 'sources')),
  }));
}

/** A cell of ISO codes, of which an asterisk marks those that are covered in part. */
export function programmeRegions(codes: string[]): { iso: string; part: boolean }[] {
  return codes.map((code) => ({ iso: code.replace('*', ''), part: code.endsWith('*') }));
}

const note = (row: Row): FullName => ({
  en: text(row, 'noteEn'),
  zh: text(row, 'noteZh'),
  ru: text(row, 'noteRu'),
  mn: text(row, 'noteMn'),
});
