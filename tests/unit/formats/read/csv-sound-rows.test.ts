import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { FeatureStore } from '../../../../src/data/own/feature-store';
import { noteNumber, type PlaceWords } from '../../../../src/data/own/place-words';
import { coordinateOf } from '../../../../src/formats/read/csv-columns';
import { plainNumber } from '../../../../src/formats/read/csv-sound-rows';
import { read } from './read';

const cell = fc.oneof(
  fc.constantFrom('', ' ', '0', '-0', '007', '1,5', '1.50', '-12.25', '1e3', '99999999999999999'),
  fc.constantFrom('哈尔滨', 'Өмнөговь', 'a"b', 'back\\slash', 'tab\there', '\u2028', '__proto__'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.double({ noNaN: true }).map(String),
);
const degrees = fc.oneof(
  fc.double({ min: -200, max: 200, noNaN: true }).map(String),
  fc.integer({ min: -180, max: 180 }).map(String),
  fc.constantFrom('', '0', '-0', '90', '-180', '180.0', '45,75', '45°45′N', 'N 45.75', 'x', '1e-9'),
);
const fields = ['name', '__proto__', '7', 'lat', 'lon', 'quote"d'];
const table = fc.array(fc.tuple(cell, cell, cell, degrees, degrees, cell), { maxLength: 8 });

it('rows written straight as JSON are the features that objects of them would be', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const text = Papa.unparse([fields, ...rows], { quotes: true });
      const { store, summary, good } = await read(text, 'a.csv');

      const plain = new FeatureStore();
      const words: PlaceWords = { what: 'line', from: 0, runs: [] };
      plain.places.push(words);
      let next = 2;
      for (const row of rows) {
        const line = next;
        next += row.join('').split('\n').length;
        const [lat, lng] = [coordinateOf(row[3]), coordinateOf(row[4])];
        if (lat === undefined || lng === undefined) continue;
        const properties = Object.fromEntries(
          fields.map((field, i) => [field, plainNumber(row[i]!)]),
        );
        noteNumber(words, plain.count, line);
        plain.add({
          type: 'Feature',
          properties,
          geometry: { type: 'Point', coordinates: [lng, lat] },
        });
      }
      const expected = plain.summary();
      const byName = (a: { name: string }, b: { name: string }): number =>
        a.name < b.name ? -1 : 1;
      expect({ ...summary, fields: summary.fields.toSorted(byName) }).toEqual({
        ...expected,
        fields: expected.fields.toSorted(byName),
      });
      const features = [];
      for (let i = 0; i < plain.count; i++) if (!plain.bad[i]) features.push(plain.feature(i));
      expect(JSON.stringify(good.map(sorted))).toBe(JSON.stringify(features.map(sorted)));
      expect(store.boxes.slice(0, 4 * store.count)).toEqual(plain.boxes.slice(0, 4 * plain.count));
    }),
    { numRuns: 500 },
  );
});

/** The order of properties is that of the columns, whichever way they are read. */
const sorted = <T extends { properties: Record<string, unknown> | null }>(feature: T): unknown => ({
  ...feature,
  properties: Object.entries(feature.properties ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
});
