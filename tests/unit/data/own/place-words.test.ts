import { expect, it } from 'vitest';
import { FeatureStore } from '../../../../src/data/own/feature-store';
import { readFile } from '../../../../src/formats/read/read-file';
import { readGeoJson } from '../../../../src/formats/read/read-geojson';
import { Reading } from '../../../../src/formats/read/reading';

const CSV =
  'name,lat,lon\nSouth,45,126\nno place,,\n"two\nlines",46,127\nSwapped,120,30\nNorth,50,128\n';
const KML = `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${['126,45', '30,120', '127,50']
  .map((at) => `<Placemark><Point><coordinates>${at}</coordinates></Point></Placemark>`)
  .join('')}</Document></kml>`;

const placesOf = (store: FeatureStore): string[] =>
  store.summary().issues.map(({ place }) => place);

/** Kept and taken back as the page's worker does; a clone of the words, as the browser's store makes. */
async function restored(store: FeatureStore): Promise<FeatureStore> {
  const again = new FeatureStore();
  again.places = structuredClone(store.places);
  await readGeoJson(store.bytes.blob(), new Reading(again));
  return again;
}

it.each([
  ['table.csv', CSV, ['line 6'], ['line 2', 'line 4', 'line 7']],
  ['places.kml', KML, ['placemark 2'], ['placemark 1', 'placemark 3']],
] as const)('%s: after a reload defects keep their words', async (name, text, read, swapped) => {
  const store = new FeatureStore();
  await readFile(new Blob([text]), name, new Reading(store));
  const words = (places: string[]): string[] => places.map((place) => place.split(',')[0]!);
  expect(words(placesOf(store))).toEqual(read);
  const again = await restored(store);
  expect(placesOf(again)).toEqual(placesOf(store));
  // What is good until it is mended the wrong way has its number too.
  for (const each of [store, again]) {
    expect([...each.repair([{ kind: 'swap-axes' }])]).toEqual([]);
    expect(words(placesOf(each))).toEqual(swapped);
  }
});
