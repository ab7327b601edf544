import type { FullName, Population, Source } from '../../../src/core/types';
import { list, readTable, text, type Row } from '../lib/csv';
import { source } from '../lib/sources';
import { fullName, population as populationOf } from './hubs';
import { programmeRegions } from './programmes';

/** Facts of a region by its ISO 3166-2 code in capitals, such as `CN-HL`. */

let populations: Map<string, Population> | undefined;
let knownForRows: Row[] | undefined;

/** People by census; undefined where no census figure is cited. */
export function population(iso: string): Population | undefined {
  populations ??= new Map(
    readTable('region-population.csv').map((row) => [text(row, 'iso'), populationOf(row)]),
  );
  return populations.get(iso);
}

/** Ids of the programmes that cover the region, wholly or in part. */
export function programmes(iso: string): string[] {
  return readTable('programmes.csv')
    .filter((row) => programmeRegions(list(row, 'regions')).some((part) => part.iso === iso))
    .map((row) => text(row, 'id'));
}

/** What the region is known for. */
export function knownFor(iso: string): { text: FullName; source: Source }[] {
  knownForRows ??= readTable('region-known-for.csv');
  return knownForRows
    .filter((row) => row.iso === iso)
    .map((row) => ({ text: fullName(row), source: source(text(row, 'source')) }));
}
