import geographiclib from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { measureLine, measureRing } from '../../../../src/core/analysis/measure';
import type { LngLat } from '../../../../src/core/types';
import { karneyKm } from '../geo/brute';

describe('a measured line', () => {
  it('is as long as its geodesics, with bearings at both ends of each', () => {
    const { distanceKm, segments } = measureLine([
      [126.63, 45.75],
      [131.9, 43.1],
      [-173.2, 64.4],
    ]);
    const expected =
      karneyKm([126.63, 45.75], [131.9, 43.1]) + karneyKm([131.9, 43.1], [-173.2, 64.4]);
    expect(distanceKm).toBeCloseTo(expected, 9);
    expect(segments).toHaveLength(2);
    // From Harbin south-east to Vladivostok.
    expect(segments[0]!.initialBearing).toBeGreaterThan(90);
    expect(segments[0]!.initialBearing).toBeLessThan(180);
  });

  it('tells what the sphere would give, less than 0.6 per cent away', () => {
    const { distanceKm, sphericalKm } = measureLine([
      [37.6, 55.75],
      [131.9, 43.1],
    ]);
    expect(sphericalKm).not.toBe(distanceKm);
    expect(Math.abs(sphericalKm / distanceKm - 1)).toBeLessThan(0.006);
  });

  it('needs two places on earth', () => {
    expect(() => measureLine([[1, 2]])).toThrow(/two points or more/);
    expect(() =>
      measureLine([
        [1, 2],
        [1, 95],
      ]),
    ).toThrow(/1,95 is no place/);
  });
});

describe('a measured area', () => {
  it('has the area and perimeter that GeographicLib gives, across 180 degrees too', () => {
    const ring: LngLat[] = [
      [175, 66],
      [-170, 66],
      [-169, 70],
      [176, 71],
    ];
    const polygon = geographiclib.Geodesic.WGS84.Polygon(false);
    for (const [lng, lat] of ring) polygon.AddPoint(lat, lng);
    const { area, perimeter } = polygon.Compute(false, true);
    const measured = measureRing(ring);
    expect(measured.areaKm2).toBeCloseTo(Math.abs(area!) / 1e6, 3);
    expect(measured.distanceKm).toBeCloseTo(perimeter / 1000, 6);
    expect(measureRing([...ring].reverse()).areaKm2).toBeCloseTo(measured.areaKm2, 6);
  });

  it('needs three points', () => {
    expect(() =>
      measureRing([
        [1, 2],
        [2, 2],
      ]),
    ).toThrow(/three points or more/);
  });
});
