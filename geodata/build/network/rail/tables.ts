import type { CountryCode, FullName, Gauge, Source, Status } from '../../../../src/core/types';
import { list, number, readTable, text, type Row } from '../../lib/csv';
import { source, sources } from '../../lib/sources';

/** A railway line as it is named and cited. */
export interface Line {
  id: string;
  name: FullName;
}

/** A station that is neither hub, crossing nor port. */
export interface Station {
  id: string;
  row: Row;
}

/** One stretch of a line between neighbouring nodes of the table. */
export interface Section {
  line: string;
  from: string;
  to: string;
  /** Published kilometres; absent where none are published. */
  km?: number | undefined;
  kmSource?: Source | undefined;
  country: CountryCode;
  gauges: Gauge[];
  speedClass: string;
  status: Status;
  asOf: string;
  opened?: string | undefined;
  /** Drawn along Natural Earth's track, or straight between stations, waypoints or ends. */
  geometry: 'track' | 'chain' | 'waypoints' | 'endpoints';
  /** Largest plausible error of the drawn line, km. */
  positionErrorKm: number;
  ratioReason?: string | undefined;
  note?: string | undefined;
  sources: Source[];
}

export function readLines(table: string): Map<string, Line> {
  return new Map(
    readTable(table).map((row) => {
      const id = text(row, 'line');
      return [
        id,
        {
          id,
          name: {
            en: text(row, 'en'),
            zh: text(row, 'zh'),
            ru: text(row, 'ru'),
            mn: text(row, 'mn'),
          },
        },
      ];
    }),
  );
}

export function readStations(table: string): Map<string, Row> {
  const stations = new Map<string, Row>();
  for (const row of readTable(table)) {
    const id = text(row, 'id');
    if (stations.has(id)) throw new Error(`${table}: station ${id} stands twice`);
    stations.set(id, row);
  }
  return stations;
}

export function readSections(table: string): Section[] {
  return readTable(table).map((row) => ({
    line: text(row, 'line'),
    from: text(row, 'from'),
    to: text(row, 'to'),
    ...(row.km ? { km: number(row, 'km'), kmSource: source(text(row, 'kmSource')) } : {}),
    country: text(row, 'country'),
    gauges: list(row, 'gauges').map((gauge) => Number(gauge) as Gauge),
    speedClass: text(row, 'speedClass'),
    status: text(row, 'status') as Status,
    asOf: text(row, 'asOf'),
    opened: row.opened || undefined,
    geometry: text(row, 'geometry') as Section['geometry'],
    positionErrorKm: number(row, 'positionErrorKm'),
    ratioReason: row.ratioReason || undefined,
    note: row.note || undefined,
    sources: sources(list(row, 'sources')),
  }));
}
