import { readFileSync } from 'node:fs';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { booleanPointInPolygon } from '@turf/turf';
import geographiclib from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { countryStretches, kmByCountry } from '../../../../src/core/analysis/line-countries';
import type { LngLat } from '../../../../src/core/types';
import { karneyLengthKm } from '../geo/brute';

const countries = JSON.parse(
  readFileSync('geodata/countries.geojson', 'utf8'),
) as FeatureCollection<Polygon | MultiPolygon, { country: string }>;
const areas = countries.features.map(({ properties, geometry }) => ({
  country: properties.country,
  geometry,
}));

/** Every kilometre asked by itself: GeographicLib places it, turf says what it lies in. */
function everyKm(line: readonly LngLat[]): Record<string, number> {
  const found: Record<string, number> = {};
  line.slice(1).forEach((to, i) => {
    const from = line[i]!;
    const geodesic = geographiclib.Geodesic.WGS84.InverseLine(from[1], from[0], to[1], to[0]);
    const steps = Math.ceil(geodesic.s13 / 1000);
    for (let k = 0; k < steps; k++) {
      const { lat2, lon2 } = geodesic.Position((geodesic.s13 * (k + 0.5)) / steps);
      const at = countries.features.find((each) => booleanPointInPolygon([lon2!, lat2!], each));
      const country = at?.properties.country ?? 'sea';
      found[country] = (found[country] ?? 0) + geodesic.s13 / 1000 / steps;
    }
  });
  return found;
}

const LINES: [string, LngLat[]][] = [
  [
    'Beijing to Irkutsk',
    [
      [116.4, 39.9],
      [106.9, 47.9],
      [104.3, 52.3],
    ],
  ],
  [
    'along the Amur, to and fro over the border',
    [
      [121.5, 53.3],
      [127.5, 50.25],
      [130.9, 47.7],
      [135.1, 48.4],
    ],
  ],
  [
    'over the sea and 180 degrees',
    [
      [143, 50],
      [158.6, 53],
      [179, 66],
      [-170, 65.5],
      [-165, 64.5],
    ],
  ],
];

describe('the countries of a line', () => {
  it.each(LINES)('%s: as every kilometre by itself says', (_, line) => {
    const stretches = countryStretches(line, areas);
    const byCountry = kmByCountry(stretches);
    const brute = everyKm(line);
    expect(Object.keys(byCountry).sort()).toEqual(Object.keys(brute).sort());
    // A kilometre that a border divides counts whole: half of one at most at every border.
    for (const [country, km] of Object.entries(byCountry))
      expect(Math.abs(km - brute[country]!), country).toBeLessThan(0.5 * stretches.length);
    expect(stretches[0]!.fromKm).toBe(0);
    stretches.slice(1).forEach(({ fromKm }, i) => expect(fromKm).toBe(stretches[i]!.toKm));
    expect(stretches[stretches.length - 1]!.toKm).toBeCloseTo(karneyLengthKm(line), 6);
  });

  it('is cut where the line passes an outline', () => {
    const square: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [10, -1],
          [12, -1],
          [12, 1],
          [10, 1],
          [10, -1],
        ],
      ],
    };
    const [before, inside, after] = countryStretches(
      [
        [9, 0],
        [13, 0],
      ],
      [{ country: 'XX', geometry: square }],
    );
    // A degree of the equator of WGS84.
    const degree = 111.31949079;
    expect([before!.country, inside!.country, after!.country]).toEqual(['sea', 'XX', 'sea']);
    expect(inside!.fromKm).toBeCloseTo(degree, 5);
    expect(inside!.toKm).toBeCloseTo(3 * degree, 5);
  });
});
