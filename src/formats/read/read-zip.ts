import { unzipSync } from 'fflate';
import { UserError } from '../../core/errors';
import { MAX_UNPACKED_MB } from '../../data/own/types';
import { readCsv } from './read-csv';
import { readGeoJson } from './read-geojson';
import { readShapefile } from './read-shapefile';
import { readGpx, readKml } from './read-xml';
import type { Reading } from './reading';

/** What is read of an archive, and how. */
const READ = /\.(shp|dbf|prj|cpg|kml|gpx|(geo)?json|csv)$/i;

/**
 * What an archive holds: shapefiles, KML (then it is a KMZ), GPX, GeoJSON or CSV. Its contents are
 * bounded before they are unpacked. @throws UserError `zip-broken`, `zip-too-large`, `zip-without-data`
 */
export async function readZip(file: Blob, reading: Reading): Promise<void> {
  const archive = new Uint8Array(await file.arrayBuffer());
  reading.progress(file.size / 10, file.size);
  const contents = unpack(archive);
  const names = Object.keys(contents);
  let read = 0;
  for (const name of names) {
    const bytes = contents[name]! as Uint8Array<ArrayBuffer>;
    const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase();
    if (ending === 'shp') readShapefile(name, contents, reading);
    else if (ending === 'kml') await readKml(new Blob([bytes]), reading, names.length > 1);
    else if (ending === 'gpx') await readGpx(new Blob([bytes]), reading);
    else if (ending === 'json' || ending === 'geojson')
      await readGeoJson(new Blob([bytes]), reading);
    else if (ending === 'csv') await readCsv(new Blob([bytes]), reading);
    else continue;
    read += 1;
    reading.progress(file.size * (0.1 + (0.9 * read) / names.length), file.size);
  }
  if (read === 0)
    throw new UserError(
      'zip-without-data',
      'the archive holds neither a shapefile (.shp) nor KML, GPX, GeoJSON or CSV',
    );
}

function unpack(archive: Uint8Array): Record<string, Uint8Array> {
  let room = MAX_UNPACKED_MB * 1024 * 1024;
  try {
    return unzipSync(archive, {
      filter: ({ name, originalSize }) => {
        if (!READ.test(name) || name.startsWith('__MACOSX')) return false;
        room -= originalSize;
        if (room < 0)
          throw new UserError(
            'zip-too-large',
            `the archive unpacks to more than ${MAX_UNPACKED_MB} MB; unpack and import its files`,
          );
        return true;
      },
    });
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(
      'zip-broken',
      `the archive cannot be unpacked (${String((cause as Error).message)}); it may have been cut off`,
    );
  }
}
