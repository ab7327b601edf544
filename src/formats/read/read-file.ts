import { UserError } from '../../core/errors';
import { MAX_FILE_MB, MAX_WHOLE_FILE_MB, type OwnFormat } from '../../data/own/types';
import { foreignFormat } from './foreign-format';
import { readGeoJson } from './read-geojson';
import type { Reading } from './reading';

/** Formats that a file can be in. */
export type FileFormat = Exclude<OwnFormat, 'drawn'>;

type Reader = (file: Blob, reading: Reading) => Promise<void>;

/** Each reader comes when it is first needed; that of GeoJSON also brings back what is kept. */
const READERS: Record<FileFormat, () => Promise<Reader>> = {
  geojson: () => Promise.resolve(readGeoJson),
  topojson: () => Promise.resolve(readGeoJson),
  csv: async () => (await import('./read-csv')).readCsv,
  kml: async () => (await import('./read-xml')).readKml,
  kmz: async () => (await import('./read-zip')).readZip,
  gpx: async () => (await import('./read-xml')).readGpx,
  shapefile: async () => (await import('./read-zip')).readZip,
  flatgeobuf: async () => (await import('./read-flatgeobuf')).readFlatGeobuf,
};

/** These are read piece by piece; the others whole. */
const STREAMED: readonly FileFormat[] = ['geojson', 'csv', 'flatgeobuf'];

/**
 * Reads a file of any known format into `reading`.
 * @throws UserError `file-too-large`, `file-empty`, `format-unknown`, `format-database`, ...,
 * `too-many-features`
 */
export async function readFile(file: Blob, name: string, reading: Reading): Promise<FileFormat> {
  if (file.size === 0)
    throw new UserError('file-empty', `${name} is empty; a file with features is needed`);
  const format = await formatOf(file, name);
  const most = STREAMED.includes(format) ? MAX_FILE_MB : MAX_WHOLE_FILE_MB;
  if (file.size > most * 1024 * 1024)
    throw new UserError(
      'file-too-large',
      `${name} has ${Math.ceil(file.size / 1024 / 1024)} MB; at most ${most} MB are read`,
    );
  const read = await READERS[format]();
  await read(file, reading);
  return format;
}

const ENDINGS: readonly [RegExp, FileFormat][] = [
  [/\.(geo)?json(l|seq|s)?$|\.ndjson$/i, 'geojson'],
  [/\.topojson$/i, 'topojson'],
  [/\.(csv|tsv|tab|txt)$/i, 'csv'],
  [/\.kml$/i, 'kml'],
  [/\.kmz$/i, 'kmz'],
  [/\.gpx$/i, 'gpx'],
  [/\.(zip|shz)$/i, 'shapefile'],
  [/\.fgb$/i, 'flatgeobuf'],
];

const IS_TOPOLOGY = /^\{[^{[]*"type"\s*:\s*"Topology"/;

/** The format by what the file holds, and only where that does not tell by its name. */
export async function formatOf(file: Blob, name: string): Promise<FileFormat> {
  const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  const byName = ENDINGS.find(([ending]) => ending.test(name))?.[1];
  const foreign = foreignFormat(head, name);
  if (foreign) throw foreign;
  if (head[0] === 0x50 && head[1] === 0x4b) return byName === 'kmz' ? 'kmz' : 'shapefile';
  if (head[0] === 0x66 && head[1] === 0x67 && head[2] === 0x62) return 'flatgeobuf';
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const text = new TextDecoder(isWide ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8')
    .decode(head)
    .replaceAll('\u001E', ' ')
    .replace(/^[\uFEFF\s]+/, '');
  if (text.startsWith('<')) {
    if (/<([\w-]+:)?kml\b/i.test(text)) return 'kml';
    if (/<([\w-]+:)?gpx\b/i.test(text)) return 'gpx';
    if (byName === 'kml' || byName === 'gpx') return byName;
  } else if (/^[{[]/.test(text))
    return byName === 'topojson' || IS_TOPOLOGY.test(text) ? 'topojson' : 'geojson';
  if (byName && byName !== 'shapefile' && byName !== 'kmz' && byName !== 'flatgeobuf')
    return byName;
  // Pasted text and files without a known name: a table has a separator in its first line.
  if (/^[^\n\0]*[,;\t|][^\n\0]*(\r?\n|$)/.test(text) && !text.includes('\0')) return 'csv';
  throw new UserError(
    'format-unknown',
    `${name} is no file of a known format; GeoJSON, CSV, KML, KMZ, GPX, zipped shapefile, TopoJSON or FlatGeobuf is needed`,
  );
}
