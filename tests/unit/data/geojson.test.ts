import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGeoJson } from '../../../src/data/validate/geojson';
import { LAYER_FILES } from '../../../src/data/catalogue';
import { checkLayerText } from '../../../src/data/validate/text';

const collection = (...geometries: unknown[]) => ({
  type: 'FeatureCollection',
  features: geometries.map((geometry, id) => ({ type: 'Feature', id, properties: {}, geometry })),
});
const point = (...coordinates: unknown[]) => ({ type: 'Point', coordinates });
const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];
const codes = (value: unknown) => checkGeoJson(value).issues.map(({ code }) => code);

describe('the check of any GeoJSON', () => {
  it('passes sound features of every type', () => {
    const sound = collection(
      point(126.6, 45.8),
      {
        type: 'LineString',
        coordinates: [
          [179, 65],
          [180, 66],
        ],
      },
      { type: 'Polygon', coordinates: [ring] },
      { type: 'GeometryCollection', geometries: [point(0, 0)] },
    );
    expect(checkGeoJson(sound)).toMatchObject({ bad: 0, issues: [] });
  });

  it.each([
    ['latitude-out-of-range', point(126, 91.5)],
    ['axes-swapped', point(45.8, 126.6)],
    ['coordinates-projected', point(4_500_000, 5_100_000)],
    ['longitude-out-of-range', point(190, 65)],
    ['coordinate-not-finite', point(Infinity, 0)],
    ['coordinate-not-finite', point('126', 45)],
    ['position-malformed', point(1)],
    ['geometry-type-unknown', { type: 'constructor', coordinates: [] }],
    ['geometry-type-unknown', JSON.parse('{"type":"__proto__","coordinates":[]}')],
    ['line-too-short', { type: 'LineString', coordinates: [[0, 0]] }],
    [
      'ring-not-closed',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
          ],
        ],
      },
    ],
    [
      'ring-too-short',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [0, 0],
          ],
        ],
      },
    ],
    ['winding', { type: 'Polygon', coordinates: [[...ring].reverse()] }],
    [
      'crosses-180',
      {
        type: 'LineString',
        coordinates: [
          [179, 65],
          [-179, 65],
        ],
      },
    ],
    ['coordinates-missing', { type: 'LineString' }],
  ])('finds %s', (code, geometry) => {
    expect(codes(collection(geometry))).toContain(code);
  });

  it('finds duplicate ids', () => {
    const twice = collection(point(2, 2), point(1, 1));
    twice.features[1]!.id = 0;
    expect(codes(twice)).toEqual(['id-duplicate']);
  });

  it('keeps the good features and counts the bad', () => {
    const { good, bad } = checkGeoJson(collection(point(0, 0), point(0, 95), point(1, 1)));
    expect([good.length, bad]).toEqual([2, 1]);
  });

  it('refuses nesting without an end instead of running out of stack', () => {
    let geometry: unknown = point(0, 0);
    for (let i = 0; i < 10_000; i++)
      geometry = { type: 'GeometryCollection', geometries: [geometry] };
    expect(codes(collection(geometry))).toEqual(['nested-too-deep']);
  });

  it('never throws, whatever JSON it is given', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void checkGeoJson(value)));
  });

  it('says what is no JSON at all', async () => {
    const { issues } = await checkLayerText('{"type":', LAYER_FILES[0]!);
    expect(issues.map(({ code }) => code)).toEqual(['not-json']);
  });
});
