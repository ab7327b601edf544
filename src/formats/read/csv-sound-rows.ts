import type { FeatureStore } from '../../data/own/feature-store';
import type { FieldCount } from '../../data/own/field-counts';
import { POINTS, type Shape } from '../../data/own/shape';
import { coordinateOf, type CoordinateColumns } from './csv-columns';

/**
 * Writes the rows of a table as the JSON of points, without making objects of them, which is most
 * of what a million rows cost. It takes only rows that are surely free of defects and kept as
 * `readCsv` would keep them, which a test holds it to.
 */
export class SoundRows {
  readonly #keys: string[];
  readonly #shape: Shape = { kind: POINTS, vertices: 1, west: 0, south: 0, east: 0, north: 0 };
  #counts: (FieldCount | undefined)[] | undefined;

  private constructor(
    readonly fields: readonly string[],
    readonly lat: number,
    readonly lng: number,
    readonly store: FeatureStore,
  ) {
    this.#keys = fields.map((field, i) => `${i > 0 ? ',' : ''}${JSON.stringify(field)}:`);
  }

  /** Undefined for a table whose rows need more: other coordinates, a name that stands twice. */
  static of(
    fields: readonly string[],
    columns: CoordinateColumns | undefined,
    store: FeatureStore,
  ): SoundRows | undefined {
    if (columns?.kind !== 'two' || new Set(fields).size < fields.length) return undefined;
    return new SoundRows(fields, fields.indexOf(columns.lat), fields.indexOf(columns.lng), store);
  }

  /** Takes a row that is sound; false for any other. */
  take(cells: readonly string[]): boolean {
    if (cells.length !== this.fields.length) return false;
    const lat = coordinateOf(cells[this.lat]!);
    const lng = coordinateOf(cells[this.lng]!);
    if (lat === undefined || lng === undefined) return false;
    if (Math.abs(lat) > 90 || Math.abs(lng) > 180 || (lat === 0 && lng === 0)) return false;
    this.#counts ??= this.fields.map((field) => this.store.fields.of(field));
    let properties = '';
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!;
      const count = this.#counts[i];
      properties += this.#keys[i]!;
      if (isPlainNumber(cell)) {
        properties += cell;
        if (count) count.numbers += 1;
      } else {
        properties += JSON.stringify(cell);
        if (count && cell !== '') count.texts += 1;
      }
    }
    this.#shape.west = this.#shape.east = lng;
    this.#shape.south = this.#shape.north = lat;
    return this.store.addSound(
      `{"type":"Feature","properties":{${properties}},"geometry":{"type":"Point","coordinates":[${lng},${lat}]}}`,
      this.#shape,
      undefined,
    );
  }
}

/** As programs write numbers, and JSON too; codes such as 007 or 1,5 are text. */
const isPlainNumber = (cell: string): boolean =>
  // Most texts begin with a letter: the quicker question first.
  cell.charCodeAt(0) <= 0x39 && /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(cell);

/** The number that a cell holds, or its text. */
export const plainNumber = (cell: string): string | number =>
  isPlainNumber(cell) ? Number(cell) : cell;
