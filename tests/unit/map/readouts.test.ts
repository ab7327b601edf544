import { describe, expect, test } from 'vitest';
import { distanceKm } from '../../../src/core/geo/geodesic';
import { PROJECTION_IDS } from '../../../src/core/projections';
import type { Lang, LngLat } from '../../../src/core/types';
import { Language } from '../../../src/i18n/language';
import { formatLngLat } from '../../../src/map/coordinates';
import { worldLngLat, worldPoint } from '../../../src/map/projections';
import { roundLength } from '../../../src/core/geo/round-length';
import { scaleBar } from '../../../src/map/scale';

describe.each(PROJECTION_IDS)('the scale bar in %s', (projection) => {
  test.each([
    [110, 20],
    [110, 55],
    [180, 66],
    [105, 78],
  ])('is as long as the geodesic between its ends at %d, %d', (lng, lat) => {
    const px = 512 * 2 ** 5;
    const [cx, cy] = worldPoint(projection, lng, lat);
    const unproject = (x: number, y: number): LngLat | null =>
      worldLngLat(projection, cx + x / px, cy + y / px);
    const bar = scaleBar(unproject, { x: 0, y: 0 }, 120)!;
    const ends = [unproject(-bar.widthPx / 2, 0)!, unproject(bar.widthPx / 2, 0)!] as const;
    // The bar may be half as long again as the stretch that was measured.
    expect(distanceKm(...ends) / bar.km).toBeCloseTo(1, 2);
    expect(bar.widthPx).toBeLessThanOrEqual(120.001);
    expect(bar.widthPx).toBeGreaterThan(59);
  });
});

test('there is no scale where there is no earth', () => {
  expect(scaleBar(() => null, { x: 0, y: 0 }, 120)).toBeNull();
});

test.each([
  [999, 500],
  [1000, 1000],
  [299, 200],
  [301, 300],
  [0.72, 0.5],
  [1, 1],
])('%d km is rounded down to %d km', (km, round) => {
  expect(roundLength(km)).toBeCloseTo(round, 9);
});

describe('coordinates', () => {
  const t = Language.english;

  test('in decimal degrees, latitude first', () => {
    expect(formatLngLat([82.92043, 55.0302], 'decimal', t)).toBe('55.0302° N 82.9204° E');
    expect(formatLngLat([-169.65, -1.5], 'decimal', t)).toBe('1.5000° S 169.6500° W');
  });

  test('on no side where they are written as zero', () => {
    expect(formatLngLat([-0.00001, -0.00001], 'decimal', t)).toBe('0.0000° 0.0000°');
    expect(formatLngLat([-0.00001, -0.00001], 'dms', t)).toBe('0°00′00″ 0°00′00″');
  });

  test('in degrees, minutes and seconds, carried where they fill up', () => {
    expect(formatLngLat([131.99999, 43.0], 'dms', t)).toBe('43°00′00″ N 132°00′00″ E');
    expect(formatLngLat([82.9204, 55.0302], 'dms', t)).toBe('55°01′49″ N 82°55′13″ E');
  });

  test('in the language', async () => {
    const said = async (lang: Lang): Promise<string> =>
      formatLngLat([82.92, 55.03], 'dms', await Language.load(lang));
    expect(await said('zh')).toBe('北纬55°01′48″ 东经82°55′12″');
    expect(await said('ru')).toBe('55°01′48″\u00a0с.\u00a0ш. 82°55′12″\u00a0в.\u00a0д.');
    expect(await said('mn')).toBe('х.ө.\u00a055°01′48″ з.у.\u00a082°55′12″');
    const ru = await Language.load('ru');
    expect(formatLngLat([0, 55.03], 'decimal', ru)).toBe('55,0300°\u00a0с.\u00a0ш. 0,0000°');
  });

  test('longitudes that have run past 180 are brought back', () => {
    expect(formatLngLat([190, 66], 'decimal', t)).toBe('66.0000° N 170.0000° W');
  });
});
