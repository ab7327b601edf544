import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CURATED_DIR } from './paths';

export type Row = Record<string, string>;

/**
 * A curated table as rows by column name. The tables are plain RFC 4180 CSV in UTF-8; lines that
 * begin with `#` are remarks.
 */
export function readTable(name: string): Row[] {
  return parseCsv(readFileSync(join(CURATED_DIR, name), 'utf8'), name);
}

export function parseCsv(text: string, name: string): Row[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const head = splitRow(lines[0] ?? '', name);
  return lines.slice(1).map((line) => {
    const cells = splitRow(line, name);
    if (cells.length !== head.length)
      throw new Error(`${name}: ${cells.length} cells where the head has ${head.length}: ${line}`);
    return Object.fromEntries(head.map((column, i) => [column, cells[i]!]));
  });
}

/** One row; a quoted cell may hold commas and doubled quotes, never a line break. */
function splitRow(line: string, name: string): string[] {
  const cells: string[] = [];
  const cell = /\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*(,|$)/y;
  for (;;) {
    const match = cell.exec(line);
    if (!match) throw new Error(`${name}: cannot read the row: ${line}`);
    cells.push(match[1] !== undefined ? match[1].replaceAll('""', '"') : match[2]!.trim());
    if (match[3] === '') return cells;
  }
}

/** A cell that must hold a number. */
export function number(row: Row, column: string): number {
  const value = Number(row[column]);
  if (row[column] === '' || !Number.isFinite(value))
    throw new Error(
      `column ${column} holds "${row[column]}", a number is needed: ${JSON.stringify(row)}`,
    );
  return value;
}

/** A cell that must not be empty. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (!value) throw new Error(`column ${column} is empty: ${JSON.stringify(row)}`);
  return value;
}

/** A cell with several values, separated by semicolons. */
export function list(row: Row, column: string): string[] {
  return (row[column] ?? '')
    .split(';')
    .map((item) => item.trim())
    .filter(Boolean);
}
