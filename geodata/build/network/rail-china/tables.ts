import type { FullName, Gauge, GeometryGrade, LngLat, Status } from '../../../../src/core/types';
import { list, number, readTable, text, type Row } from '../../lib/csv';

/** One line of curated/rail-lines-china.csv. */
export interface ChinaLine {
  id: string;
  name: FullName;
  status: Status;
  asOf: string;
  speedClass: string;
  opened?: string;
  /** Key of the source of the kilometre posts. */
  kmSource?: string;
  grade: GeometryGrade;
  sources: string[];
  note?: string;
  /** How far the track may lie from the drawn line, km, where no lengths tell. */
  errorKm: number;
}

/** One stop of a line, in its order; curated/rail-stations-china.csv. */
export interface ChinaStop {
  line: string;
  /** Published kilometre post, from the line's own origin. */
  km?: number;
  node: string;
  /** Absent where the node is a hub, a port, a crossing or stands in an earlier row. */
  station?: {
    zh: string;
    en: string;
    ru?: string;
    at: LngLat;
    errorKm: number;
    sources: string[];
    gaugeBreak: boolean;
  };
  /** Gauges of the stretch that arrives here, where they are not 1435 alone. */
  gauges?: Gauge[];
  /** Why published over geodesic kilometres of that stretch are out of the usual range. */
  ratioReason?: string;
}

export const readChinaLines = (): ChinaLine[] => readTable('rail-lines-china.csv').map(line);

export const readChinaStops = (): ChinaStop[] => readTable('rail-stations-china.csv').map(stop);

function line(row: Row): ChinaLine {
  const transliterated = list(row, 'byRule') as FullName['transliterated'];
  return {
    id: text(row, 'line'),
    name: {
      en: text(row, 'en'),
      zh: text(row, 'zh'),
      ru: text(row, 'ru'),
      mn: text(row, 'mn'),
      ...(transliterated?.length ? { transliterated } : {}),
    },
    status: text(row, 'status') as Status,
    asOf: text(row, 'asOf'),
    speedClass: text(row, 'speedClass'),
    ...(row.opened ? { opened: row.opened } : {}),
    ...(row.kmSource ? { kmSource: row.kmSource } : {}),
    grade: text(row, 'grade') as GeometryGrade,
    sources: list(row, 'sources'),
    ...(row.note ? { note: row.note } : {}),
    errorKm: row.errorKm ? number(row, 'errorKm') : 0,
  };
}

function stop(row: Row): ChinaStop {
  const gauges = list(row, 'gauges').map(Number) as Gauge[];
  return {
    line: text(row, 'line'),
    ...(row.km ? { km: number(row, 'km') } : {}),
    node: text(row, 'station'),
    ...(row.zh
      ? {
          station: {
            zh: row.zh,
            en: text(row, 'en'),
            ...(row.ru ? { ru: row.ru } : {}),
            at: [number(row, 'lng'), number(row, 'lat')],
            errorKm: number(row, 'errorKm'),
            sources: [text(row, 'source1'), ...(row.source2 ? [row.source2] : [])],
            gaugeBreak: row.gaugeBreak === 'yes',
          },
        }
      : {}),
    ...(gauges.length > 0 ? { gauges } : {}),
    ...(row.reason ? { ratioReason: row.reason } : {}),
  };
}
