import type { FeatureCollection } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { Corridor } from '../../../src/core/types';
import { inverse } from '../../../src/core/geo/geodesic';
import { nearestOnLine } from '../../../src/core/geo/nearest-on-line';
import { corridorFeatures } from '../../../src/layers/corridors';
import { reliefFrame } from '../../../src/layers/relief-frames';
import { drawData } from '../../../src/map/draw-data';
import { labelLine, labelPoint } from '../../../src/map/label-places';
import { mapLayers } from '../../../src/map/style';
import { windowPolygon } from '../../../src/map/window';
import { StyleValues } from '../../../src/print/style-values';

const name = { en: 'Somewhere', zh: '某处', ru: 'Где-то', mn: 'Хаа нэгтээ' };

describe('the place of an area name', () => {
  const square = (west: number, south: number, size: number): number[][][] => [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ];

  test('lies in the largest part, also where that has run past 180', () => {
    const point = labelPoint({
      type: 'Feature',
      properties: { id: 'x' },
      geometry: {
        type: 'MultiPolygon',
        coordinates: [square(150, 50, 2), square(175, 60, 10)],
      },
    })!;
    const [lng, lat] = point.geometry.coordinates as [number, number];
    expect((lng + 360) % 360).toBeGreaterThan(176);
    expect((lng + 360) % 360).toBeLessThan(184);
    expect(lat).toBeGreaterThan(61);
    expect(lat).toBeLessThan(69);
  });

  test('is nowhere for what has no area', () => {
    expect(
      labelPoint({
        type: 'Feature',
        properties: {},
        geometry: { type: 'Point', coordinates: [1, 2] },
      }),
    ).toBeNull();
  });
});

describe('the line along which a river is named', () => {
  const zigzag: [number, number][] = Array.from({ length: 41 }, (_, i) => [
    100 + i / 10,
    60 + (i % 2) / 50 + (i > 20 ? (i - 20) / 20 : 0),
  ]);
  const named = labelLine(
    { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: zigzag } },
    4,
  )!;
  const along = named.geometry.coordinates as [number, number][];

  test('has no corner at which letters trip, and keeps its ends', () => {
    const turns = along.slice(2).map((end, i) => {
      const middle = along[i + 1]!;
      const turn = inverse(middle, end).initialBearing - inverse(along[i]!, middle).finalBearing;
      return Math.abs(((turn + 540) % 360) - 180);
    });
    expect(Math.max(...turns)).toBeGreaterThan(5);
    expect(Math.max(...turns)).toBeLessThan(30);
    expect([along[0], along.at(-1)]).toEqual([zigzag[0], zigzag.at(-1)]);
  });

  test('stays by the river, but for rounded corners', () => {
    for (const point of along) expect(nearestOnLine([zigzag], point).distanceKm).toBeLessThan(6);
  });

  test('is one of several by the zoom, and never the river itself', () => {
    const river = {
      type: 'Feature' as const,
      id: 'lena',
      properties: { id: 'lena', name, rank: 1 },
      geometry: { type: 'LineString' as const, coordinates: zigzag },
    };
    const { features } = drawData('water', { type: 'FeatureCollection', features: [river] });
    const layers = mapLayers({
      projection: 'north-asia',
      theme: 'light',
      lang: 'en',
      layers: { water: 1 },
      highlights: { corridors: [], catchment: [] },
    });
    const seen = (id: string, zoom: number): unknown[] => {
      const values = new StyleValues(
        layers.find((layer) => layer.id === id)!,
        zoom,
      );
      return features.filter((each) => values.takes(each)).map((each) => each.properties!.along);
    };
    expect([4, 6, 7, 9].map((zoom) => seen('rivers', zoom))).toEqual(Array(4).fill([undefined]));
    expect([4, 6, 7, 9].map((zoom) => seen('river-labels', zoom))).toEqual([
      [15],
      [4],
      [4],
      [undefined],
    ]);
  });
});

test('drawing gets ids, flat names and the local name; the same data gives the same object', () => {
  const data: FeatureCollection = {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        id: 'harbin',
        properties: { id: 'harbin', name, country: 'CN', roles: ['regional-capital'], rank: 1 },
        geometry: { type: 'Point', coordinates: [126.6, 45.8] },
      },
    ],
  };
  const drawn = drawData('hubs', data);
  expect(drawn.features[0]!.properties).toEqual({
    id: 'harbin',
    'n-en': 'Somewhere',
    'n-zh': '某处',
    'n-ru': 'Где-то',
    'n-mn': 'Хаа нэгтээ',
    local: '某处',
    rank: 1,
    sign: 'hub-regional-capital',
    people: 0,
  });
  expect(drawData('hubs', data)).toBe(drawn);
});

test('waypoints at sea are not drawn as stations', () => {
  const node = (kind: string): FeatureCollection['features'][number] => ({
    type: 'Feature',
    id: kind,
    properties: { id: kind, name, country: 'RU', kind },
    geometry: { type: 'Point', coordinates: [100, 75] },
  });
  const data: FeatureCollection = {
    type: 'FeatureCollection',
    features: [node('station'), node('waypoint')],
  };
  expect(drawData('nodes', data).features.map(({ properties }) => properties!.id)).toEqual([
    'station',
  ]);
});

test('a corridor is drawn from its edges in their order, and keeps its colour by its place', () => {
  const line = (id: string, lng: number) => ({
    type: 'Feature' as const,
    id,
    properties: { id } as never,
    geometry: {
      type: 'LineString' as const,
      coordinates: [
        [lng, 50],
        [lng + 1, 50],
      ],
    },
  });
  const corridor = (id: string, edges: string[]): Corridor => ({
    id,
    name,
    summary: name,
    rank: 1,
    via: [],
    edges,
    sources: [],
  });
  const drawn = corridorFeatures(
    [corridor('a', ['e2', 'e1', 'missing']), corridor('b', ['e1'])],
    [line('e1', 100), line('e2', 110)],
  );
  expect(drawn.features.map(({ properties }) => properties!.colour)).toEqual([0, 1]);
  expect(drawn.features[0]!.geometry).toEqual({
    type: 'MultiLineString',
    coordinates: [
      [
        [110, 50],
        [111, 50],
      ],
      [
        [100, 50],
        [101, 50],
      ],
    ],
  });
});

test('the mapped window is one closed ring with a point each degree', () => {
  const ring = windowPolygon().geometry.coordinates[0]!;
  expect(ring[0]).toEqual(ring.at(-1));
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    expect(Math.abs(a[0]! - b[0]!) + Math.abs(a[1]! - b[1]!)).toBe(1);
  }
});

test.each(['north-asia', 'arctic', 'globe', 'mercator'] as const)(
  'the relief of %s has four corners on the earth',
  (projection) => {
    for (const [lng, lat] of reliefFrame(projection).corners) {
      expect(Number.isFinite(lng)).toBe(true);
      expect(Math.abs(lat)).toBeLessThanOrEqual(90);
    }
  },
);
