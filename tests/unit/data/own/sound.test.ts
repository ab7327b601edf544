import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../../src/core/errors';
import { checkFeature } from '../../../../src/data/validate/geojson';
import { isSound } from '../../../../src/data/validate/sound';

const number = fc.oneof(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.constantFrom(0, -0, 90, -90, 180, -180, 90.1, 181, 1e9, Infinity, NaN),
  fc.integer({ min: -3, max: 3 }),
);
const position = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2, max: 2 })),
  },
  fc.array(fc.oneof(number, fc.constantFrom('1', null, true)), { maxLength: 5 }),
);
const line = fc.array(position, { maxLength: 5 });
const ring = line.map((points) => (points.length > 2 ? [...points, points[0]!] : points));
const coordinates = fc.oneof(
  position,
  line,
  ring.map((one) => [one]),
  fc.array(ring, { maxLength: 2 }),
  fc.array(fc.array(ring, { maxLength: 2 }), { maxLength: 2 }),
);
const type = fc.constantFrom(
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'Circle',
);
const simple = fc.record({ type, coordinates });
const geometry = fc.oneof(
  { weight: 8, arbitrary: simple },
  fc.record({
    type: fc.constant('GeometryCollection'),
    geometries: fc.array(simple, { maxLength: 2 }),
  }),
  fc.constantFrom(null, 1, 'x'),
);
const feature = fc.record(
  {
    type: fc.constantFrom('Feature', 'Feature', 'Feature', 'x'),
    id: fc.constantFrom<unknown>('a', 1, null),
    properties: fc.constantFrom<unknown>({}, null, { a: 1 }, [], 1),
    geometry,
  },
  { requiredKeys: ['type', 'properties', 'geometry'] },
);

describe('the quick check of a feature', () => {
  it('says sound exactly where the full check finds nothing', () => {
    let sound = 0;
    fc.assert(
      fc.property(feature, (item) => {
        const issues: Issue[] = [];
        checkFeature(item, 'f', new Set(), (issue) => issues.push(issue));
        if (isSound(item)) sound += 1;
        expect([isSound(item), issues]).toEqual([issues.length === 0, issues]);
      }),
      { numRuns: 5000 },
    );
    // The cases must hold good features too, or the test shows nothing.
    expect(sound).toBeGreaterThan(100);
  });
});
