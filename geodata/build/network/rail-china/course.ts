import type { LngLat } from '../../../../src/core/types';
import { number, readTable, text, type Row } from '../../lib/csv';

/** A halt that a line passes between two of its stops; curated/rail-course-china.csv. */
export interface CoursePoint {
  line: string;
  /** The stop of the line that it follows; several follow one stop in the order of the table. */
  after: string;
  at: LngLat;
  errorKm: number;
  source: string;
}

export const readChinaCourse = (): CoursePoint[] =>
  readTable('rail-course-china.csv').map(coursePoint);

function coursePoint(row: Row): CoursePoint {
  return {
    line: text(row, 'line'),
    after: text(row, 'after'),
    at: [number(row, 'lng'), number(row, 'lat')],
    errorKm: number(row, 'errorKm'),
    source: text(row, 'source'),
  };
}
