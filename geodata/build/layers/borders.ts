import type { Feature, MultiLineString } from 'geojson';
import type { FullName, Source, Sourced } from '../../../src/core/types';
import { list, number, readTable, text } from '../lib/csv';
import { source, sources } from '../lib/sources';
import { sharedBorder } from '../lib/topology';
import { feature } from '../lib/write';
import { fullName } from './hubs';

export interface BorderProps {
  id: string;
  name: FullName;
  countries: [string, string];
  /** Published length; drawn lines are shorter, because rivers wind more than outlines do. */
  lengthKm?: Sourced;
  sources: Source[];
  positionErrorKm: number;
}

/** Borders between pairs of countries named in curated/borders.csv, from the shared arcs. */
export function buildBorders(): Feature<MultiLineString, BorderProps>[] {
  return readTable('borders.csv').map((row) => {
    const [a, b] = list(row, 'countries');
    const line = sharedBorder(
      (unit) => unit.country === a,
      (unit) => unit.country === b,
    );
    if (line.coordinates.length === 0) throw new Error(`borders.csv: ${a} and ${b} do not meet`);
    return feature(line, {
      id: text(row, 'id'),
      name: fullName(row),
      countries: [a!, b!],
      ...(row.lengthKm
        ? {
            lengthKm: { value: number(row, 'lengthKm'), source: source(text(row, 'lengthSource')) },
          }
        : {}),
      sources: sources(list(row, 'sources')),
      positionErrorKm: number(row, 'positionErrorKm'),
    });
  });
}
