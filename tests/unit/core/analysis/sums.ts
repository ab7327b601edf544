import { expect } from 'vitest';
import type { RouteSums } from '../../../../src/core/analysis/answers';

const METRE = 0.001;

const sum = (group: Partial<Record<string, number>>): number =>
  Object.values(group).reduce<number>((total, km) => total + (km ?? 0), 0);

/** Every group of km sums to the distance to the metre, the parts of the hours to the hours. */
export function expectSums(sums: RouteSums): void {
  const { distanceKm, publishedKm, geometryKm, addedKm, straightKm } = sums;
  expect(Math.abs(sum(sums.byMode) - distanceKm)).toBeLessThan(METRE);
  expect(Math.abs(sum(sums.byCountry) - distanceKm)).toBeLessThan(METRE);
  expect(Math.abs(sum(sums.byStatus) - distanceKm)).toBeLessThan(METRE);
  expect(Math.abs(sum(sums.byGauge) - (sums.byMode.rail ?? 0))).toBeLessThan(METRE);
  const bySource = publishedKm + geometryKm + addedKm + straightKm;
  expect(Math.abs(bySource - distanceKm)).toBeLessThan(METRE);
  for (const end of ['low', 'typical', 'high'] as const) {
    const parts = Object.values(sums.hoursByPart).reduce((total, part) => total + part[end], 0);
    expect(parts).toBeCloseTo(sums.hours[end], 9);
  }
  expect(sums.hours.low).toBeLessThanOrEqual(sums.hours.typical);
  expect(sums.hours.typical).toBeLessThanOrEqual(sums.hours.high);
}
