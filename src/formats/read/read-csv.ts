import { noteNumber, type PlaceWords } from '../../data/own/place-words';
import type { Geometry } from 'geojson';
import Papa from 'papaparse';
import { coordinateColumns, coordinateOf, type CoordinateColumns } from './csv-columns';
import { encodingOf, utf8Chunks } from './encoding';
import type { Reading } from './reading';
import { plainNumber, SoundRows } from './csv-sound-rows';
import { geometryOfWkt } from './wkt';

const SEPARATORS = [',', ';', '\t', '|'];

/**
 * Points from a table: the columns of the coordinates are found by their names, the encoding and
 * the separator by what is common in the text. Rows without a coordinate are listed by their line.
 */
export async function readCsv(file: Blob, reading: Reading): Promise<void> {
  const guess = { encoding: await encodingOf(file), guessed: true };
  const encoding = reading.encodingOf(guess, '$');
  const rows = new Rows(reading);
  const decoder = new TextDecoder();
  let rest = '';
  let done = 0;
  for await (const bytes of utf8Chunks(file, encoding)) {
    rest = rows.take(rest + decoder.decode(bytes, { stream: true }), false);
    done += bytes.length;
    reading.progress(Math.min(done, file.size), file.size);
  }
  rows.take(rest + decoder.decode(), true);
  rows.finish();
}

class Rows {
  #separator = '';
  #fields: string[] | undefined;
  #columns: CoordinateColumns | undefined;
  #sound: SoundRows | undefined;
  /** Line of the file that the next row stands in; a row with line breaks takes several. */
  #line = 1;
  #first = true;
  #hasRows = false;
  /** The line of each feature of this file. */
  readonly #places: PlaceWords;

  constructor(readonly reading: Reading) {
    this.#places = { what: 'line', from: reading.store.count, runs: [] };
    reading.store.places.push(this.#places);
  }

  /** Parses the whole rows of a text and gives back what is left of it. */
  take(text: string, last: boolean): string {
    if (this.#first) {
      text = text.replace(/^\uFEFF/, '');
      // Spreadsheets announce their separator so.
      const announced = /^sep=(.)\r?\n/i.exec(text);
      if (announced) {
        text = text.slice(announced[0].length);
        this.#line += 1;
      }
      this.#separator = announced?.[1] ?? separatorOf(text);
      this.#first = false;
    }
    const end = last ? text.length : endOfRows(text);
    const { data, errors } = Papa.parse<string[]>(text.slice(0, end), {
      delimiter: this.#separator,
      skipEmptyLines: false,
    });
    // What follows the last line break is no row.
    if (data.at(-1)?.length === 1 && data.at(-1)![0] === '') data.pop();
    const troubled = new Map(errors.map(({ row, message }) => [row ?? 0, message]));
    data.forEach((cells, i) => {
      const trouble = troubled.get(i);
      if (trouble !== undefined)
        this.reading.warning(
          'csv-quotes',
          `line ${this.#line}`,
          `quotes do not match (${trouble})`,
          'quotes around a field, doubled inside it',
        );
      this.#row(cells);
      this.#line += 1;
      for (const cell of cells) if (cell.includes('\n')) this.#line += cell.split('\n').length - 1;
    });
    return text.slice(end);
  }

  finish(): void {
    if (!this.#fields || (this.#columns && !this.#hasRows))
      this.reading.error(
        'file-empty',
        '$',
        'the table has no rows',
        'a row of column names, then a row for each place',
      );
    else if (!this.#columns)
      this.reading.error(
        'csv-no-coordinates',
        'line 1',
        `no column of coordinates among ${this.#fields.slice(0, 12).join(', ').slice(0, 200)}`,
        'two columns named lat and lon (纬度 经度, широта долгота, өргөрөг уртраг), or one of WKT',
      );
  }

  #row(cells: string[]): void {
    if (cells.every((cell) => cell.trim() === '')) return;
    if (!this.#fields) {
      this.#fields = cells.map((cell, i) => cell.trim() || `column ${i + 1}`);
      this.#columns = coordinateColumns(this.#fields);
      this.#sound = SoundRows.of(this.#fields, this.#columns, this.reading.store);
      return;
    }
    if (!this.#columns) return;
    this.#hasRows = true;
    noteNumber(this.#places, this.reading.store.count, this.#line);
    if (this.#sound?.take(cells)) return;
    const properties: Record<string, string | number> = {};
    this.#fields.forEach((field, i) => {
      const cell = cells[i];
      // `__proto__` is a name like any other: assignment would lose it.
      if (cell !== undefined)
        Object.defineProperty(properties, field, {
          value: plainNumber(cell),
          enumerable: true,
          configurable: true,
          writable: true,
        });
    });
    if (cells.length > this.#fields.length)
      this.reading.warning(
        'csv-too-many-cells',
        `line ${this.#line}`,
        `${cells.length} cells under ${this.#fields.length} column names`,
        'as many cells as names; a decimal comma may need another separator',
      );
    const geometry = this.#geometry(cells);
    if (geometry) {
      this.reading.store.add({ type: 'Feature', properties, geometry });
    } else {
      this.reading.error(
        'csv-coordinate',
        `line ${this.#line}`,
        `${this.#words(cells).replace(/\s+/g, ' ').slice(0, 80)} is no coordinate`,
        'degrees such as 45.75 or 45°45′00″N',
      );
      this.reading.reject(JSON.stringify({ type: 'Feature', properties, geometry: null }));
    }
  }

  #cell(cells: string[], name: string): string {
    return cells[this.#fields!.indexOf(name)] ?? '';
  }

  #words(cells: string[]): string {
    const columns = this.#columns!;
    return columns.kind === 'two'
      ? `“${this.#cell(cells, columns.lat)}”, “${this.#cell(cells, columns.lng)}”`
      : `“${this.#cell(cells, columns.column)}”`;
  }

  #geometry(cells: string[]): Geometry | undefined {
    const columns = this.#columns!;
    if (columns.kind === 'wkt') return geometryOfWkt(this.#cell(cells, columns.column));
    if (columns.kind === 'two') {
      const lat = coordinateOf(this.#cell(cells, columns.lat));
      const lng = coordinateOf(this.#cell(cells, columns.lng));
      return lat === undefined || lng === undefined ? undefined : point(lng, lat);
    }
    const cell = this.#cell(cells, columns.column);
    const parts = cell.replace(/^\s*\(|\)\s*$/g, '').split(/\s*[;,]\s+|\s*;\s*|\s*,\s*|\s+/);
    const [a, b] = parts.map((part) => coordinateOf(part));
    // A column called `coordinates` may hold WKT too.
    if (parts.length !== 2 || a === undefined || b === undefined) return geometryOfWkt(cell);
    return columns.lngFirst ? point(a, b) : point(b, a);
  }
}

const point = (lng: number, lat: number): Geometry => ({ type: 'Point', coordinates: [lng, lat] });

/** Text with unmatched quotes is parsed all the same when it has grown to this. */
const MAX_OPEN_CHARS = 16 * 1024 * 1024;

/** Behind the last line break that does not stand in quotes: what follows may go on. */
function endOfRows(text: string): number {
  let end = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) quoted = !quoted;
    else if (code === 0x0a && !quoted) end = i + 1;
  }
  return end === 0 && text.length > MAX_OPEN_CHARS ? text.length : end;
}

/** The separator that the first lines agree on: the one that stands in them most evenly. */
function separatorOf(text: string): string {
  const lines = text.split(/\r?\n/, 20).filter((line) => line.trim() !== '');
  let best = ',';
  let most = 0;
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(separator).length - 1);
    const head = counts[0] ?? 0;
    if (head === 0) continue;
    const same = counts.filter((count) => count === head).length / counts.length;
    const score = same * 100 + head;
    if (score > most) [best, most] = [separator, score];
  }
  return best;
}
