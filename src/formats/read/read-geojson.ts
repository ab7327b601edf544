import { isDegrees } from '../../data/own/crs';
import { encodingOf, utf8Chunks } from './encoding';
import { JsonPieces, MAX_PIECE_BYTES, type Pieces } from './json-pieces';
import type { Reading } from './reading';
import { readTopology } from './read-topojson';
import { SoundFeature } from './sound-feature';
import { MAX_JSON_DEPTH } from './value-end';

/** Features that are parsed in one go: fewer calls, same answers. */
const BATCH = 128;

/**
 * GeoJSON of any size: a collection, single features or geometries, one a line or one after another
 * (RFC 8142), a bare array; TopoJSON too, since it may come under the same name. Reads chunk by
 * chunk; what cannot be read is reported with its byte and line, and reading goes on behind it.
 */
export async function readGeoJson(file: Blob, reading: Reading): Promise<void> {
  const encoding = await encodingOf(file);
  if (encoding !== 'utf-8')
    reading.warning(
      'not-utf8',
      '$',
      `the file is not UTF-8; it was read as ${encoding}`,
      'save it as UTF-8 (RFC 8259)',
    );
  const intake = new Intake(reading);
  const pieces = new JsonPieces(intake);
  let done = 0;
  for await (const bytes of utf8Chunks(file, encoding)) {
    let chunk = bytes;
    if (done === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) {
      chunk = chunk.subarray(3);
      reading.warning(
        'byte-order-mark',
        '$',
        'the file begins with a byte order mark',
        'UTF-8 without one',
      );
    }
    intake.countLines(chunk);
    pieces.push(chunk);
    intake.flush();
    done += bytes.length;
    reading.progress(Math.min(done, file.size), file.size);
  }
  pieces.finish();
  intake.flush();
  intake.finish(done);
}

/**
 * Takes the pieces as they are found and turns them into features. In one file with the reader
 * though it is long: what is sound, batched or in trouble is decided on the same bytes, in order.
 */
class Intake implements Pieces {
  #batch: { bytes: Uint8Array; at: number }[] = [];
  #members = new Map<string, unknown>();
  #isCollection = false;
  readonly #sound = new SoundFeature();
  #values = 0;
  /** Lines up to the chunk under way, and where its line breaks are. */
  #lines = 1;
  #chunkAt = 0;
  #chunk = new Uint8Array(0);

  constructor(readonly reading: Reading) {}

  countLines(chunk: Uint8Array): void {
    this.#lines += breaks(this.#chunk, this.#chunk.length);
    this.#chunkAt += this.#chunk.length;
    this.#chunk = chunk as Uint8Array<ArrayBuffer>;
  }

  features(bare: boolean): void {
    this.#isCollection = true;
    if (bare) {
      this.#members.set('type', 'FeatureCollection');
      this.reading.warning(
        'bare-array',
        '$',
        'an array of features without a FeatureCollection around it',
        '{"type": "FeatureCollection", "features": [...]}',
      );
    }
  }

  sound(bytes: Uint8Array, at: number): number {
    const end = this.#sound.after(bytes, at);
    if (end < 0) return -1;
    // What came before it waits no longer: features keep their order.
    this.flush();
    const { store } = this.reading;
    const { shape, id } = this.#sound;
    if (!store.addSound(bytes.subarray(at, end), shape, id)) return -1;
    this.#sound.count(store.fields);
    this.#values += 1;
    return end;
  }

  feature(bytes: Uint8Array, at: number): void {
    this.#batch.push({ bytes, at });
    if (this.#batch.length >= BATCH) this.flush();
  }

  member(key: string, json: string): void {
    // Members are looked up by these names only: whatever else a file has is nothing to us.
    if (!['type', 'crs', 'features'].includes(key)) return;
    try {
      this.#members.set(key, JSON.parse(json));
    } catch {
      this.reading.error('not-json', `$.${key}`, `the member "${key}" is not JSON`, 'JSON');
    }
  }

  value(bytes: Uint8Array, at: number): void {
    this.#values += 1;
    const value = this.#parse(bytes, at);
    if (value === undefined) return;
    const { type, coordinates, geometries, geometry } = value as Record<string, unknown>;
    this.#members.clear();
    if (type === 'Topology') readTopology(value, this.reading);
    else if (type === 'FeatureCollection')
      this.reading.error(
        'features-missing',
        '$.features',
        'a FeatureCollection without an array of features',
        'an array of features',
      );
    else if (type === 'Feature' || geometry !== undefined) this.#add(value, bytes);
    else if (coordinates !== undefined || geometries !== undefined)
      this.#add({ type: 'Feature', properties: {}, geometry: value });
    else
      this.reading.error(
        'not-geojson',
        '$.type',
        `${JSON.stringify(type) ?? 'nothing'} is no type of GeoJSON`.slice(0, 120),
        'FeatureCollection, Feature or a geometry',
      );
  }

  trouble(code: Parameters<Pieces['trouble']>[0], at: number): void {
    this.flush();
    const place = this.#placeOf(at);
    switch (code) {
      case 'not-json':
        return this.reading.error(
          code,
          place,
          'a character that cannot stand here in JSON',
          'one value, a comma, the next value',
        );
      case 'nested-too-deep':
        return this.reading.error(
          code,
          place,
          `nested deeper than ${MAX_JSON_DEPTH} levels`,
          'flatten properties and collections',
        );
      case 'value-too-large':
        return this.reading.error(
          code,
          place,
          `one feature has more than ${MAX_PIECE_BYTES / 1024 / 1024} MB`,
          'split the geometry into several features',
        );
      case 'cut-short':
        return this.reading.error(
          code,
          place,
          'the file ends in the middle of a value that begins here',
          'the whole file; it may have been cut off while it was copied',
        );
    }
  }

  /** Parses what waits, all in one go where it is sound. */
  flush(): void {
    const batch = this.#batch;
    if (batch.length === 0) return;
    this.#batch = [];
    const values = parseTogether(batch);
    if (values) {
      for (let i = 0; i < batch.length; i++) this.#add(values[i], batch[i]!.bytes);
      return;
    }
    for (const { bytes, at } of batch) {
      const value = this.#parse(bytes, at);
      if (value !== undefined) this.#add(value, bytes);
    }
  }

  finish(bytes: number): void {
    const { reading } = this;
    const type = this.#members.get('type');
    if (this.#isCollection && type !== 'FeatureCollection')
      reading.error(
        'collection-type',
        '$.type',
        `${(JSON.stringify(type) ?? 'nothing').slice(0, 60)} stands where FeatureCollection must`,
        '"FeatureCollection"',
      );
    const crs = crsName(this.#members.get('crs'));
    if (crs !== undefined && !isDegrees(crs)) {
      reading.crs = crs;
      reading.warning(
        'crs-other',
        '$.crs',
        `the file names the coordinate system ${crs.slice(0, 80)}`,
        'degrees on WGS84 (RFC 7946, 4)',
      );
    }
    if (!this.#isCollection && this.#values === 0 && reading.issues.every(isNotError))
      reading.error(
        'file-empty',
        '$',
        bytes === 0 ? 'the file is empty' : 'the file holds no value',
        'GeoJSON',
      );
  }

  #add(value: unknown, bytes?: Uint8Array): void {
    // A feature that holds a crs of its own comes from no current program; its numbers are checked.
    this.reading.store.add(value, bytes);
  }

  #parse(bytes: Uint8Array, at: number): unknown {
    const text = decoder.decode(bytes);
    try {
      return JSON.parse(text) as unknown;
    } catch (cause) {
      const reason = (cause as Error).message.replace(/,? ?"[^"]*"\.{0,3} is not valid JSON/, '');
      this.reading.error(
        'not-json',
        this.#placeOf(at),
        reason.slice(0, 120) || 'this is no JSON value',
        'JSON (RFC 8259)',
      );
      this.reading.reject(text);
      return undefined;
    }
  }

  #placeOf(at: number): string {
    const line = this.#lines + breaks(this.#chunk, at - this.#chunkAt);
    return `byte ${at}${at >= this.#chunkAt ? `, line ${line}` : ''}`;
  }
}

const decoder = new TextDecoder();
const isNotError = ({ severity }: { severity: string }): boolean => severity !== 'error';

/**
 * All values, or undefined where one of them is not JSON. They lie in one buffer with commas and
 * space between them, so that one decoding and one parsing do for all.
 */
function parseTogether(batch: readonly { bytes: Uint8Array }[]): unknown[] | undefined {
  const [first, last] = [batch[0]!.bytes, batch[batch.length - 1]!.bytes];
  const length = last.byteOffset + last.length - first.byteOffset;
  const together = new Uint8Array(first.buffer, first.byteOffset, length);
  try {
    const values = JSON.parse(`[${decoder.decode(together)}]`) as unknown[];
    return values.length === batch.length ? values : undefined;
  } catch {
    return undefined;
  }
}

/** Line breaks among the first bytes. */
function breaks(bytes: Uint8Array, upTo: number): number {
  let count = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0 && at < upTo; at = bytes.indexOf(0x0a, at + 1))
    count += 1;
  return count;
}

/** The name in an old `crs` member, `{"type": "name", "properties": {"name": "EPSG:..."}}`. */
function crsName(crs: unknown): string | undefined {
  const name = (crs as { properties?: { name?: unknown } } | null | undefined)?.properties?.name;
  return typeof name === 'string' ? name : undefined;
}
