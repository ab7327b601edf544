import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import { describe, expect, test } from 'vitest';
import { LANGS, type LngLat } from '../../../src/core/types';
import { PROJECTION_IDS } from '../../../src/core/projections';
import { LAYER_IDS } from '../../../src/layers/ids';
import { WAY_ROLES } from '../../../src/layers/ways';
import { THEME_IDS } from '../../../src/layers/theme';
import { mapLayers, mapStyle, sourceData } from '../../../src/map/style';
import type { MapData, MapState } from '../../../src/map/types';

const everything = Object.fromEntries(LAYER_IDS.map((id) => [id, 1]));

const line = {
  type: 'LineString' as const,
  coordinates: [
    [126, 45],
    [131, 43],
  ],
};

const state = (change: Partial<MapState> = {}): MapState => ({
  projection: 'north-asia',
  theme: 'light',
  lang: 'en',
  layers: everything,
  highlights: {
    corridors: ['bam'],
    catchment: [],
    ways: WAY_ROLES.map((role) => ({ role, geometry: line })),
    selected: { layer: 'hubs', id: 'harbin' },
    hovered: { layer: 'railways', id: 'rail-bam-taishet-bratsk' },
  },
  ...change,
});

const asset = (path: string): string => `https://example.org/${path}`;

const states = THEME_IDS.flatMap((theme) =>
  LANGS.flatMap((lang) => PROJECTION_IDS.map((projection) => state({ theme, lang, projection }))),
);

test('every combination of theme, language and projection is a style by the specification', () => {
  for (const each of states) {
    const style = mapStyle(each, {}, asset);
    // The published schema knows neither registered projections nor images that come later.
    const known = {
      ...style,
      projection: { type: 'mercator' as const },
      sources: { ...style.sources, relief: { ...style.sources.relief!, url: 'x.webp' } },
    };
    expect(validateStyleMin(known as never)).toEqual([]);
  }
});

test('the same state gives the same style', () => {
  expect(JSON.stringify(mapStyle(state(), {}, asset))).toBe(
    JSON.stringify(mapStyle(state(), {}, asset)),
  );
});

describe('hidden layers', () => {
  test('are not drawn', () => {
    const { roads: _roads, ...rest } = everything;
    const ids = mapLayers(state({ layers: rest })).map(({ id }) => id);
    expect(ids).not.toContain('roads');
    expect(ids).toContain('rail-casing');
  });

  test('leave sea and land, without which there is no map', () => {
    const ids = mapLayers(state({ layers: {}, highlights: { corridors: [], catchment: [] } })).map(
      ({ id }) => id,
    );
    expect(ids).toEqual(['paper', 'sea', 'land']);
  });

  test('mark nothing', () => {
    const { hubs: _hubs, ...rest } = everything;
    expect(mapLayers(state({ layers: rest })).map(({ id }) => id)).not.toContain('selected-point');
  });
});

test('the own feature whose card is open is marked, while its layer is seen', () => {
  const style = { color: '#123456', opacity: 1, size: 5 };
  const own = [{ id: 'mine', url: 'blob:x', style }];
  const highlights = { corridors: [], catchment: [], own: { layer: 'mine', index: 3 } };
  const marks = (change: Partial<MapState>): string[] =>
    mapLayers(state({ highlights, ...change }))
      .filter(({ id }) => id.startsWith('selected-'))
      .map(({ id }) => id);
  expect(marks({ own })).toEqual(['selected-line:mine', 'selected-point:mine']);
  expect(marks({ own: [] })).toEqual([]);
  const ring = mapLayers(state({ highlights, own })).find(({ id }) => id === 'selected-point:mine');
  expect(JSON.stringify(ring)).toContain('["==",["get","i"],3]');
});

test('a hidden layer gives the map nothing to work on, a fixed one always what it has', () => {
  const data: MapData = Object.fromEntries(
    (['railways', 'land'] as const).map((id) => [
      id,
      {
        type: 'FeatureCollection',
        features: [{ type: 'Feature', id, properties: { id }, geometry: line }],
      },
    ]),
  );
  const held = (id: 'railways' | 'land', layers: MapState['layers']): number =>
    sourceData(id, state({ layers }), data).features.length;
  expect([held('railways', {}), held('railways', { railways: 1 })]).toEqual([0, 1]);
  expect(held('land', {})).toBe(1);
});

test('an area for a matrix is seen from its first corner on', () => {
  const drawnOf = (area: LngLat[]): unknown[] => {
    const proximity = { lines: [], points: [], area, diverging: false };
    const highlights = { corridors: [], catchment: [], proximity };
    const { features } = sourceData('proximity', state({ highlights }), {});
    return features.map(({ properties, geometry }) => [properties!.part, geometry.type]);
  };
  const corner = ['corner', 'Point'];
  expect(drawnOf([[110, 50]])).toEqual([corner]);
  expect(
    drawnOf([
      [110, 50],
      [120, 50],
    ]),
  ).toEqual([['area', 'LineString'], corner, corner]);
});

test('a catchment is drawn in the colour of its corridor, whole over 180 degrees', () => {
  const square = (west: number, east: number): number[][][] => [
    [
      [west, 60],
      [east, 60],
      [east, 70],
      [west, 70],
      [west, 60],
    ],
  ];
  const corridors: FeatureCollection = {
    type: 'FeatureCollection',
    features: ['bam', 'nsr'].map((id, colour) => ({
      type: 'Feature',
      id,
      properties: { id, name: { en: id }, colour },
      geometry: { type: 'MultiLineString', coordinates: [] },
    })),
  };
  const style = mapStyle(
    state({
      highlights: {
        corridors: ['nsr'],
        catchment: [
          {
            type: 'Feature',
            properties: { corridor: 'nsr' },
            geometry: {
              type: 'MultiPolygon',
              coordinates: [square(170, 180), square(-180, -170)],
            },
          },
        ],
      },
    }),
    { corridors } as MapData,
    asset,
  );
  const drawn = (style.sources.catchment as { data: FeatureCollection }).data.features;
  expect(drawn).toHaveLength(1);
  expect(drawn[0]!.properties!.colour).toBe(1);
  expect(drawn[0]!.geometry.type).toBe('Polygon');
});
