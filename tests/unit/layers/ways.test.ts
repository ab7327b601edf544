import { expect, test } from 'vitest';
import { LAYERS } from '../../../src/layers';
import { THEMES } from '../../../src/layers/theme';
import { wayFeatures, WAY_ROLES, type Way } from '../../../src/layers/ways';

const geometry = {
  type: 'MultiLineString' as const,
  coordinates: [
    [
      [170, 70],
      [180, 70],
    ],
    [
      [-180, 70],
      [-170, 66],
    ],
  ],
};
const ways: Way[] = WAY_ROLES.flatMap((role) =>
  (role === 'reach' || role === 'alternative' ? [0, 1, 9] : [0]).map((rank) => ({
    role,
    rank,
    geometry,
  })),
);

const context = {
  theme: THEMES.light,
  lang: 'en' as const,
  projection: 'north-asia' as const,
  opacity: 1,
  corridors: [],
};

test('the same list of ways is the same collection, whole over 180 degrees', () => {
  const features = wayFeatures(ways);
  expect(wayFeatures(ways)).toBe(features);
  expect(features.features.map((feature) => feature.geometry.type)).toEqual(
    ways.map(() => 'LineString'),
  );
});

test('the legend names what is drawn, and every entry looks different without colour', () => {
  expect(LAYERS.ways.legend(context)).toEqual([]);
  const entries = LAYERS.ways.legend({ ...context, ways });
  expect(entries).toHaveLength(10);
  const looks = entries.map(({ swatch }) =>
    swatch.kind === 'line'
      ? swatch.strokes.map(({ width, dash }) => `${width} ${dash?.join(' ')}`).join()
      : swatch.kind,
  );
  expect(new Set(looks).size).toBe(looks.length);
});
