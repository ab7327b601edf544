import { geoConicEqualAreaRaw } from 'd3-geo';
import proj4 from 'proj4';
import { describe, expect, test } from 'vitest';
import { PLANAR, SPHERE_RADIUS_M, planarConverter } from '../../../../src/core/geo/planar';

const proj4Of = {
  'north-asia': proj4(
    `+proj=aea +lat_1=45 +lat_2=70 +lat_0=55 +lon_0=110 +x_0=0 +y_0=0 +R=${SPHERE_RADIUS_M}`,
  ),
  arctic: proj4(`+proj=laea +lat_0=90 +lon_0=110 +x_0=0 +y_0=0 +R=${SPHERE_RADIUS_M}`),
};

const places: [number, number][] = [
  [110, 55],
  [131.9, 43.1],
  [33, 69],
  [-169.7, 66],
  [180, 71],
  [-12, 40],
  [103, 1],
  [60, 89.99],
];

describe.each(['north-asia', 'arctic'] as const)('%s', (id) => {
  const converter = planarConverter(PLANAR[id]);

  test.each(places)('agrees with PROJ to a micrometre at %d, %d', (lng, lat) => {
    const [x, y] = converter.forward([lng, lat]);
    const [px, py] = proj4Of[id].forward([lng, lat]);
    expect(Math.hypot(x - px!, y - py!)).toBeLessThan(1e-6);
  });

  test.each(places)('comes back to %d, %d', (lng, lat) => {
    const [backLng, backLat] = converter.inverse(converter.forward([lng, lat]))!;
    expect(Math.abs(((backLng - lng + 540) % 360) - 180)).toBeLessThan(1e-6);
    expect(Math.abs(backLat - lat)).toBeLessThan(1e-9);
  });
});

test('a longitude past 180 stands where its copy in [-180, 180] stands', () => {
  const { forward } = planarConverter(PLANAR['north-asia']);
  expect(forward([190, 66])).toEqual(forward([-170, 66]));
});

test('the Albers plane agrees with the d3-geo that draws on paper', () => {
  const raw = geoConicEqualAreaRaw((45 * Math.PI) / 180, (70 * Math.PI) / 180);
  const converter = planarConverter(PLANAR['north-asia']);
  const origin = raw(0, (55 * Math.PI) / 180);
  const [x, y] = raw((20 * Math.PI) / 180, (43 * Math.PI) / 180);
  const [ownX, ownY] = converter.forward([130, 43]);
  expect(ownX).toBeCloseTo(x * SPHERE_RADIUS_M, 6);
  expect(ownY).toBeCloseTo((y - origin[1]) * SPHERE_RADIUS_M, 6);
});

test('what lies outside of the projected world has no longitude and latitude', () => {
  expect(planarConverter(PLANAR['north-asia']).inverse([0, 3e7])).toBeNull();
  expect(planarConverter(PLANAR.arctic).inverse([2e7, 0])).toBeNull();
});
