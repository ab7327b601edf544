import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LngLat } from '../../../src/core/types';
import { EXTRACTS_DIR } from './paths';

/** A committed extract as text. */
export function readExtract(name: string): string {
  return readFileSync(join(EXTRACTS_DIR, name), 'utf8');
}

/**
 * Natural Earth's railways in the window as polylines. Lines meet at shared vertices (equal
 * coordinates), at their ends and at junctions in between.
 */
export function neRailLines(): LngLat[][] {
  const coded = JSON.parse(readExtract('ne-rail.json')) as number[][];
  return coded.map((numbers) => {
    const line: LngLat[] = [];
    let lng = 0;
    let lat = 0;
    for (let i = 0; i < numbers.length; i += 2) {
      lng += numbers[i]!;
      lat += numbers[i + 1]!;
      line.push([lng / 1e4, lat / 1e4]);
    }
    return line;
  });
}

/** An extract in tab-separated columns, as rows by column name. */
export function readTsv(name: string): Record<string, string>[] {
  const [head, ...lines] = readExtract(name).trimEnd().split('\n');
  const columns = head!.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  });
}

/** A part of one of Natural Earth's unnamed waters. */
export interface WaterPart {
  id: number;
  kind: 'line' | 'outer' | 'inner';
  points: LngLat[];
}

/** Natural Earth's rivers or lakes in the window; the parts of one water share its number. */
export function neWater(name: 'ne-rivers' | 'ne-lakes'): WaterPart[] {
  const rows = JSON.parse(readExtract(`${name}.json`)) as [
    number,
    WaterPart['kind'],
    ...number[],
  ][];
  return rows.map(([id, kind, ...numbers]) => ({
    id,
    kind,
    points: numbers.flatMap((value, i): LngLat[] =>
      i % 2 === 0 ? [[value / 120, numbers[i + 1]! / 120]] : [],
    ),
  }));
}

/** Stretches of rivers traced through World Data Bank II, by river id. */
export function tracedRivers(): Map<string, LngLat[][]> {
  const rows = JSON.parse(readExtract('wdb2-rivers.json')) as [string, ...number[]][];
  const rivers = new Map<string, LngLat[][]>();
  for (const [id, ...numbers] of rows) {
    const line = numbers.flatMap((value, i): LngLat[] =>
      i % 2 === 0 ? [[value / 1000, numbers[i + 1]! / 1000]] : [],
    );
    rivers.set(id, [...(rivers.get(id) ?? []), line]);
  }
  return rivers;
}
