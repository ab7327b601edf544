import { readSource } from '../../geodata/build/extract/packages';
import { SOURCE_FILES } from '../../geodata/build/extract/sources';

/** What the goals speak of. */
const LARGE_BYTES = 66e6;

/** A settlement of the world as GeoNames lists it, from the pinned package. */
interface Settlement {
  id: number;
  name: string;
  country: string;
  population: number;
  lng: string;
  lat: string;
}

function* settlements(): Generator<Settlement> {
  for (const row of readSource(SOURCE_FILES.geonames).toString('utf8').split('\n')) {
    const cells = row.split('\t');
    const [id, name, , , lat, lng, , , country] = cells;
    if (!lat || !lng || !name || !country) continue;
    yield { id: Number(id), name, country, population: Number(cells[14]), lng, lat };
  }
}

/**
 * A GeoJSON of 66 MB, or the same mixture in small, as people have them: of the admin-1 regions and
 * the railways of the world as much as has room, then settlements with four properties.
 */
export function largeGeoJson(size = LARGE_BYTES): Buffer {
  const parts = [SOURCE_FILES.neAdmin1, SOURCE_FILES.neRail].map((source) =>
    firstFeatures(readSource(source).toString('utf8'), size / LARGE_BYTES),
  );
  let bytes = parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
  for (const { id, name, country, population, lng, lat } of settlements()) {
    if (bytes >= size) break;
    const properties = JSON.stringify({ name, country, population, source: 'GeoNames' });
    const part = `{"type":"Feature","id":"settlement-${id}","properties":${properties},"geometry":{"type":"Point","coordinates":[${lng},${lat}]}}`;
    bytes += Buffer.byteLength(part) + 2;
    parts.push(part);
  }
  return Buffer.from(`{"type":"FeatureCollection","features":[\n${parts.join(',\n')}\n]}\n`);
}

/** The text of the features of a collection, up to a share of them. */
function firstFeatures(collection: string, share: number): string {
  const all = collection.slice(collection.indexOf('[') + 1, collection.lastIndexOf(']'));
  if (share >= 1) return all;
  const end = all.lastIndexOf('{"type":"Feature"', share * all.length);
  return all.slice(0, end).replace(/,\s*$/, '');
}

/** A table of one million points: each settlement and neighbours a few kilometres from it. */
export function millionPointsCsv(): Buffer {
  const MILLION = 1_000_000;
  const rows = ['name,country,population,lat,lon'];
  const all = [...settlements()];
  for (let round = 0; rows.length <= MILLION; round++)
    for (const { name, country, population, lng, lat } of all) {
      if (rows.length > MILLION) break;
      const shift = 0.05 * round;
      const cells = [`"${name} ${round}"`, country, population];
      rows.push(
        [
          ...cells,
          (Number(lat) * (1 - shift / 90)).toFixed(5),
          (Number(lng) * (1 - shift / 180)).toFixed(5),
        ].join(','),
      );
    }
  return Buffer.from(`${rows.join('\n')}\n`);
}
