import type { LngLat } from '../core/types';
import { lngLatText } from './picking.svelte';

/** A point of one's own: coordinates and, where it has one, a name. */
export interface OwnPoint {
  point: LngLat;
  name?: string | undefined;
}

export interface ReadPoints {
  points: OwnPoint[];
  /** Lines that hold no point, by number from 1. */
  bad: { line: number; text: string; swapped: boolean }[];
}

/** `LNG,LAT` at the beginning, then anything; comma, semicolon, tab or blanks between. */
const LINE = /^\s*([-+]?\d+(?:\.\d+)?)\s*[,;\t ]\s*([-+]?\d+(?:\.\d+)?)(?:\s*[,;\t ]\s*(.*))?$/;

/** One point a line, as typed or pasted from a spreadsheet. Empty lines are skipped. */
export function readPoints(text: string): ReadPoints {
  const read: ReadPoints = { points: [], bad: [] };
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === '') return;
    const [, first, second, rest = ''] = LINE.exec(line) ?? [];
    const [lng, lat] = [Number(first), Number(second)];
    if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) {
      const name = rest.trim().replace(/^"(.*)"$/, '$1');
      read.points.push({ point: [lng, lat], ...(name === '' ? {} : { name }) });
    } else {
      const swapped = Math.abs(lat) <= 180 && Math.abs(lng) <= 90;
      read.bad.push({ line: i + 1, text: line.trim().slice(0, 60), swapped });
    }
  });
  return read;
}

/** How a matrix names a point: `LNG,LAT`, which the command takes too. */
export const pointId = ({ point }: OwnPoint): string => lngLatText(point);
