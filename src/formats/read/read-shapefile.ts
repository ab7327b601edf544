import type { Feature, Geometry } from 'geojson';
import proj4 from 'proj4';
import { parseDbf, parseShp } from 'shpjs';
import { pulkovoOf } from '../../data/own/crs';
import { numberedFrom1 } from '../../data/own/place-words';
import { mend } from '../../data/own/mend';
import { dbfEncoding } from './dbf-encoding';
import type { Reading } from './reading';

/** Length of a .shp header; each record has 8 bytes before its content. */
const HEADER_BYTES = 100;
const RECORD_HEADER_BYTES = 8;

/** What is asked of proj4's objects. */
interface Projection {
  projName?: string;
  datum?: { datum_type: number };
  from_greenwich?: number;
}

const windRings = mend([{ kind: 'wind' }]);

/**
 * One shapefile of an archive: the .shp, with .dbf for properties, .prj for the coordinate system
 * (brought to WGS84) and .cpg for the encoding, where they lie beside it and
 * no other is asked for.
 */
export function readShapefile(
  path: string,
  files: Readonly<Record<string, Uint8Array>>,
  reading: Reading,
): void {
  const stem = path.slice(0, -4).toLowerCase();
  const beside = (ending: string): Uint8Array | undefined =>
    Object.entries(files).find(([name]) => name.toLowerCase() === stem + ending)?.[1];
  const shapes = shapesOf(path, files[path]!, projectionOf(path, beside('.prj'), reading), reading);
  if (!shapes) return;
  const rows = rowsOf(path, beside('.dbf'), beside('.cpg'), reading);
  if (rows && rows.length !== shapes.length)
    reading.warning(
      'shapefile-rows',
      path,
      `${shapes.length} shapes, but ${rows.length} rows in the .dbf`,
      'files of the same export',
    );
  reading.store.places.push(numberedFrom1('record', reading.store.count));
  shapes.forEach((shape, i) => {
    const properties = rows?.[i] ?? {};
    const feature = { type: 'Feature', properties, geometry: shape } as Feature;
    // Shapefiles wind their rings the other way round, as their specification has it.
    reading.store.add(shape ? windRings(feature) : feature);
  });
}

/** The text of the .prj, where proj4 knows what it says; undefined: degrees on WGS84. */
function projectionOf(
  path: string,
  prj: Uint8Array | undefined,
  reading: Reading,
): string | undefined {
  if (!prj) {
    reading.warning(
      'shapefile-no-prj',
      path,
      'no .prj beside the shapefile: its coordinates are taken for degrees on WGS84',
      'the .prj file in the archive',
    );
    return undefined;
  }
  const text = new TextDecoder().decode(prj).trim();
  try {
    const pulkovo = pulkovoOf(text);
    return pulkovo ?? (isDegreesOnWgs84(new proj4.Proj(text)) ? undefined : text);
  } catch (cause) {
    reading.error(
      'shapefile-prj',
      path.replace(/shp$/i, 'prj'),
      `the coordinate system ${text.slice(0, 60)} is not known (${String(cause).slice(0, 60)})`,
      'a coordinate system that proj4 knows, or WGS84',
    );
    return undefined;
  }
}

/** Such coordinates stay as they are: on their way through radians they would lose their last digit. */
const isDegreesOnWgs84 = ({ projName, datum, from_greenwich }: Projection): boolean =>
  projName === 'longlat' && !from_greenwich && (datum?.datum_type ?? NO_DATUM) >= WGS84_DATUM;

/** As proj4 tells datums apart: what needs no shift is one of these two. */
const WGS84_DATUM = 4;
const NO_DATUM = 5;

function shapesOf(
  path: string,
  shp: Uint8Array,
  prj: string | undefined,
  reading: Reading,
): (Geometry | null)[] | undefined {
  const view = new DataView(shp.buffer, shp.byteOffset, shp.byteLength);
  const parse = (part: DataView): (Geometry | null)[] =>
    (parseShp(part as never, prj) as (Geometry | null)[]).map(withoutBox);
  const broken = (place: string, why: string): void =>
    reading.error('shapefile-broken', place, why, 'the file as it was exported');
  if (shp.length < HEADER_BYTES || view.getInt32(0) !== 9994) {
    broken(path, 'the .shp has no header of a shapefile');
    return undefined;
  }
  const records = recordsOf(view);
  const end = records.at(-1)?.end ?? HEADER_BYTES;
  if (end < shp.length)
    broken(path, `the .shp is cut off or damaged after record ${records.length}`);
  try {
    return parse(new DataView(shp.buffer, shp.byteOffset, end));
  } catch {
    // One bad record must not take the others along: they are parsed one by one.
  }
  return records.map(({ start, end }, i) => {
    const one = new Uint8Array(HEADER_BYTES + end - start);
    one.set(shp.subarray(0, HEADER_BYTES));
    one.set(shp.subarray(start, end), HEADER_BYTES);
    try {
      return parse(new DataView(one.buffer))[0] ?? null;
    } catch (cause) {
      broken(`${path}, record ${i + 1}`, String((cause as Error).message).slice(0, 80));
      return null;
    }
  });
}

/** The library leaves the box of each record with it, in the coordinates of the file. */
function withoutBox(geometry: Geometry | null): Geometry | null {
  if (!geometry) return null;
  const { bbox: _, ...rest } = geometry;
  return rest;
}

/** Where the records lie, up to the first that cannot be one. Lengths are in 16-bit words. */
function recordsOf(view: DataView): { start: number; end: number }[] {
  const records: { start: number; end: number }[] = [];
  let at = HEADER_BYTES;
  while (at + RECORD_HEADER_BYTES + 4 <= view.byteLength) {
    const length = view.getInt32(at + 4) * 2;
    const end = at + RECORD_HEADER_BYTES + length;
    if (length < 4 || end > view.byteLength) break;
    records.push({ start: at, end });
    at = end;
  }
  return records;
}

function rowsOf(
  path: string,
  dbf: Uint8Array | undefined,
  cpg: Uint8Array | undefined,
  reading: Reading,
): Record<string, unknown>[] | undefined {
  if (!dbf) {
    reading.warning(
      'shapefile-no-dbf',
      path,
      'no .dbf beside the shapefile: its features have no properties',
      'the .dbf file in the archive',
    );
    return undefined;
  }
  const place = path.replace(/shp$/i, 'dbf');
  const view = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength);
  const isWhole =
    dbf.length >= 32 &&
    view.getUint16(10, true) > 0 &&
    view.getUint16(8, true) + view.getUint32(4, true) * view.getUint16(10, true) <= dbf.length + 1;
  try {
    if (!isWhole) throw new Error('it is shorter than its header says');
    const encoding = reading.encodingOf(dbfEncoding(dbf, cpg), place);
    const rows = parseDbf(view as never, encoding as never) as Record<string, unknown>[];
    return rows.map(plainDates);
  } catch (cause) {
    reading.error(
      'shapefile-dbf',
      place,
      `the .dbf cannot be read: ${String((cause as Error).message).slice(0, 80)}`,
      'the file as it was exported',
    );
    return undefined;
  }
}

/** Dates of a .dbf have no hour and no zone: `2024-10-30`. Numbers that are none are left out. */
function plainDates(row: Record<string, unknown>): Record<string, unknown> {
  const plain = Object.entries(row).map(([name, value]) => {
    if (value instanceof Date) {
      const two = (n: number): string => String(n).padStart(2, '0');
      const day = `${value.getFullYear()}-${two(value.getMonth() + 1)}-${two(value.getDate())}`;
      return [name, Number.isNaN(value.getTime()) ? null : day];
    }
    return [name, typeof value === 'number' && !Number.isFinite(value) ? null : value];
  });
  return Object.fromEntries(plain) as Record<string, unknown>;
}
