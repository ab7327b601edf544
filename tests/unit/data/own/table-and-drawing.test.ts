import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawing, MAX_DRAWN } from '../../../../src/data/own/drawing';
import { FeatureStore } from '../../../../src/data/own/feature-store';
import { featuresInside } from '../../../../src/data/own/inside';
import { rowOf, tableRows, type TableOrder } from '../../../../src/data/own/table';

/** The value that a generator ends with. */
function ended<T>(work: Generator<number, T>): T {
  for (;;) {
    const { value, done } = work.next();
    if (done) return value;
  }
}

function storeOf(places: { lng: number; lat: number; [name: string]: unknown }[]): FeatureStore {
  const store = new FeatureStore();
  for (const { lng, lat, ...properties } of places)
    store.add({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates: [lng, lat] },
    });
  return store;
}

const ALL: TableOrder = { filters: [], search: '' };
const names = (store: FeatureStore, order: TableOrder): string[] =>
  [...ended(tableRows(store, order))].map((index) => rowOf(store, index, ['name']).cells[0]!);

describe('the table', () => {
  const store = storeOf([
    { name: 'Хабаровск', people: 617441, lng: 135, lat: 48 },
    { name: '哈尔滨', people: '5,5', lng: 126, lat: 45 },
    { name: 'Erdenet', lng: 104, lat: 49 },
    { name: 'Aldan', people: 9, lng: 125, lat: 58 },
    { name: 'lost', people: 1, lng: 125, lat: 99 },
  ]);

  it('lists good features, sorts numbers by size, and empty cells last either way', () => {
    expect(names(store, ALL)).toEqual(['Хабаровск', '哈尔滨', 'Erdenet', 'Aldan']);
    const by = (descending: boolean): string[] =>
      names(store, { ...ALL, sort: { field: 'people', descending } });
    // A comma parts decimals there as it does for a filter.
    expect(by(false)).toEqual(['哈尔滨', 'Aldan', 'Хабаровск', 'Erdenet']);
    expect(by(true)).toEqual(['Хабаровск', 'Aldan', '哈尔滨', 'Erdenet']);
  });

  it.each([
    [{ search: 'ХАБАР' }, ['Хабаровск']],
    [{ search: '滨' }, ['哈尔滨']],
    [
      { filters: [{ field: 'people', test: 'more', value: '5' }] },
      ['Хабаровск', '哈尔滨', 'Aldan'],
    ],
    [{ filters: [{ field: 'people', test: 'less', value: '6' }] }, ['哈尔滨']],
    [{ filters: [{ field: 'people', test: 'empty', value: '' }] }, ['Erdenet']],
    [{ filters: [{ field: 'name', test: 'is-not', value: 'aldan' }], search: 'e' }, ['Erdenet']],
    [{ filters: [{ field: '__proto__', test: 'filled', value: '' }] }, []],
  ] as [Partial<TableOrder>, string[]][])('%j finds %j', (order, expected) => {
    expect(names(store, { ...ALL, ...order })).toEqual(expected);
  });
});

describe('the drawing of a layer', () => {
  const WORLD = { west: -180, south: -90, east: 180, north: 90, degreesPerPixel: 0.1 };
  const parse = (json: string): GeoJSON.FeatureCollection =>
    JSON.parse(json) as GeoJSON.FeatureCollection;

  it('of a small one is all of it, labelled, whatever the view', () => {
    const store = storeOf([{ name: 'A', lng: 126, lat: 45 }]);
    const drawn = drawing(store, undefined, { ...WORLD, east: -170 }, 'name');
    expect(drawn).toMatchObject({ drawn: 1, present: 1, whole: true });
    expect(parse(drawn.json).features[0]).toMatchObject({ properties: { i: 0, t: 'A' } });
  });

  it('of a large one is bounded, leaves no part of it empty, and is exact near by', () => {
    const store = new FeatureStore();
    for (let i = 0; i < 60_000; i++)
      store.add({
        type: 'Feature',
        properties: {},
        geometry: {
          type: 'Point',
          coordinates: [60 + (i % 300) * 0.4, 40 + Math.floor(i / 300) * 0.15],
        },
      });
    const far = drawing(store, undefined, WORLD, undefined);
    expect(far).toMatchObject({ present: 60_000, whole: false });
    expect(far.drawn).toBeLessThanOrEqual(MAX_DRAWN);
    const cells = new Set(
      parse(far.json).features.map(({ geometry }) => {
        const [lng, lat] = (geometry as GeoJSON.Point).coordinates as [number, number];
        return `${Math.floor(lng / 5)},${Math.floor(lat / 5)}`;
      }),
    );
    expect(cells.size).toBe(24 * 6);
    const near = { west: 100, south: 50, east: 102, north: 51, degreesPerPixel: 0.001 };
    const inView = drawing(store, undefined, near, undefined);
    expect(inView.drawn).toBe(inView.present);
    expect(inView.drawn).toBe(6 * 7);
  });

  it('sees across 180 degrees', () => {
    const store = storeOf([
      ...Array.from({ length: 13_000 }, () => ({ lng: 10, lat: 10 })),
      { lng: 179, lat: 65 },
      { lng: -179, lat: 65 },
    ]);
    const view = { west: 170, south: 60, east: -170, north: 70, degreesPerPixel: 0.01 };
    expect(drawing(store, undefined, view, undefined).drawn).toBe(2);
  });

  it('of long lines keeps their ends and drops what a pixel swallows', () => {
    const store = new FeatureStore();
    const coordinates = Array.from({ length: 100_000 }, (_, i) => [
      60 + i / 1000,
      50 + Math.sin(i) * 0.01,
    ]);
    store.add({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } });
    const drawn = drawing(store, undefined, WORLD, undefined);
    const line = (parse(drawn.json).features[0]!.geometry as GeoJSON.LineString).coordinates;
    expect(line.length).toBeLessThan(2000);
    expect([line[0], line.at(-1)]).toEqual([coordinates[0], coordinates.at(-1)]);
  });
});

describe('what lies inside an outline', () => {
  const square: GeoJSON.Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [120, 40],
        [130, 40],
        [130, 50],
        [120, 50],
        [120, 40],
      ],
    ],
  };

  it('points by brute force', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            lng: fc.integer({ min: 110, max: 140 }),
            lat: fc.integer({ min: 35, max: 55 }),
          }),
        ),
        (places) => {
          // Half a degree off, so that none lies on the edge.
          const store = storeOf(places.map(({ lng, lat }) => ({ lng: lng + 0.5, lat: lat + 0.5 })));
          const { rows } = ended(featuresInside(store, undefined, square));
          const expected = places.flatMap(({ lng, lat }, i) =>
            lng >= 120 && lng < 130 && lat >= 40 && lat < 50 ? [i] : [],
          );
          expect(rows).toEqual(expected);
        },
      ),
    );
  });

  it('a line that only crosses it, and an area that holds all of it', () => {
    const store = new FeatureStore();
    store.add({
      type: 'Feature',
      properties: {},
      geometry: {
        type: 'LineString',
        coordinates: [
          [110, 45],
          [140, 45],
        ],
      },
    });
    store.add({
      type: 'Feature',
      properties: {},
      geometry: {
        type: 'LineString',
        coordinates: [
          [110, 51],
          [140, 51],
        ],
      },
    });
    store.add({
      type: 'Feature',
      properties: {},
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [100, 30],
            [150, 30],
            [150, 60],
            [100, 60],
            [100, 30],
          ],
        ],
      },
    });
    expect(ended(featuresInside(store, undefined, square))).toEqual({
      rows: [0, 2],
      points: 0,
      lines: 1,
      areas: 1,
    });
  });
});
