import type { Feature, Point } from 'geojson';
import type { PortProps, Status } from '../../../src/core/types';
import { list, number, readTable, text } from '../lib/csv';
import type { Row } from '../lib/csv';
import { sources } from '../lib/sources';
import { feature } from '../lib/write';
import { fullName } from './hubs';

/** Sea and river ports from curated/ports.csv. */
export function buildPorts(): Feature<Point, PortProps>[] {
  return readTable('ports.csv').map((row) =>
    feature(
      { type: 'Point', coordinates: [number(row, 'lng'), number(row, 'lat')] },
      {
        id: text(row, 'id'),
        name: fullName(row),
        country: text(row, 'country'),
        ...(row.region ? { region: row.region } : {}),
        kind: text(row, 'kind') as PortProps['kind'],
        ...(row.locode ? { locode: row.locode } : {}),
        status: text(row, 'status') as Status,
        asOf: text(row, 'asOf'),
        ...months(row),
        ...(row.hub ? { hub: row.hub } : {}),
        sources: sources(list(row, 'sources')),
        positionErrorKm: number(row, 'positionErrorKm'),
      },
    ),
  );
}

/** The months of a row (1 to 12), absent where the cell is empty: all year. */
export function months(row: Row): { months?: number[] } {
  const named = list(row, 'months').map(Number);
  if (named.some((month) => !(month >= 1 && month <= 12)))
    throw new Error(`months must be 1 to 12: ${JSON.stringify(row)}`);
  return named.length > 0 ? { months: named } : {};
}
