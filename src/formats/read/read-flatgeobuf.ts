import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { UserError } from '../../core/errors';
import { isDegrees } from '../../data/own/crs';
import type { Reading } from './reading';

/** FlatGeobuf, feature by feature. @throws UserError `flatgeobuf-broken` */
export async function readFlatGeobuf(file: Blob, reading: Reading): Promise<void> {
  const features = deserialize(file.stream(), {
    headerMetaFn: ({ crs }) => {
      const name = crs?.code ? `${crs.org ?? 'EPSG'}:${crs.code}` : undefined;
      if (name !== undefined && !isDegrees(name)) {
        reading.crs = name;
        reading.warning(
          'crs-other',
          'header',
          `the file is in the coordinate system ${name}`,
          'degrees on WGS84',
        );
      }
    },
  });
  let count = 0;
  try {
    for await (const feature of features as AsyncIterable<unknown>) {
      reading.store.add(feature);
      count += 1;
      if (count % 1000 === 0) reading.progress(count, Infinity);
    }
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    reading.error(
      'flatgeobuf-broken',
      `feature ${count + 1}`,
      `the file cannot be read from here on (${String((cause as Error).message).slice(0, 80)})`,
      'the whole file; it may have been cut off',
    );
  }
}
