import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { UserError } from '../../core/errors';
import { isDegrees } from '../../data/own/crs';
import type { Reading } from './reading';

const MAGIC_BYTES = 8;
const LENGTH_BYTES = 4;
/** A header holds the names of columns; the library reads none that is longer. */
const MAX_HEADER_BYTES = 10 * 1024 * 1024;
/** A node of the index: a box and an offset. */
const INDEX_NODE_BYTES = 40;

/** FlatGeobuf, feature by feature. What the library trusts is checked here first. */
export async function readFlatGeobuf(file: Blob, reading: Reading): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let count = 0;
  try {
    const features = deserialize(whole(bytes), {
      headerMetaFn: ({ crs, featuresCount, indexNodeSize }) => {
        if (indexNodeSize === 1 || (indexNodeSize > 0 && !(featuresCount > 0)))
          throw new Error('its index cannot be');
        if (indexNodeSize > 0 && featuresCount * INDEX_NODE_BYTES > bytes.length)
          throw new Error('its index is longer than the file');
        noteCrs(crs?.code ? `${crs.org ?? 'EPSG'}:${crs.code}` : undefined, reading);
      },
    });
    for await (const feature of features as AsyncIterable<unknown>) {
      reading.store.add(feature);
      count += 1;
      reading.progress(count, Infinity);
    }
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    reading.error(
      'flatgeobuf-broken',
      `feature ${count + 1}`,
      `the file cannot be read from here on: ${String((cause as Error).message).slice(0, 80)}`,
      'the whole file; it may have been cut off',
    );
  }
}

/** The bytes, where the header fits into them. @throws Error */
function whole(bytes: Uint8Array): Uint8Array {
  const start = MAGIC_BYTES + LENGTH_BYTES;
  if (bytes.length < start) throw new Error('it has no header');
  const length = new DataView(bytes.buffer).getUint32(MAGIC_BYTES, true);
  if (length < 8 || length > MAX_HEADER_BYTES || start + length > bytes.length)
    throw new Error('its header does not fit into it');
  return bytes;
}

function noteCrs(name: string | undefined, reading: Reading): void {
  if (name === undefined || isDegrees(name)) return;
  reading.crs = name;
  reading.warning(
    'crs-other',
    'header',
    `the file is in the coordinate system ${name}`,
    'degrees on WGS84',
  );
}
