import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainagesKm, lineLengthKm } from '../../../../src/core/geo/line-length';
import type { LngLat } from '../../../../src/core/types';
import { fixtureLine, MAIN_CORRIDORS, productLine } from '../lines';
import { destinationOf, karneyKm, karneyLengthKm } from './brute';

describe('the length of a drawn line', () => {
  it.each(MAIN_CORRIDORS)('of corridor %s is within 1e-9 of GeographicLib', (id) => {
    const line = productLine(id);
    expect(Math.abs(lineLengthKm(line) / karneyLengthKm(line) - 1)).toBeLessThan(1e-9);
  });

  it('is right across 180 degrees and at 78 north', () => {
    const line = fixtureLine('nsr');
    expect(Math.abs(lineLengthKm(line) / karneyLengthKm(line) - 1)).toBeLessThan(1e-9);
    const wrapped = line.map(([lng, lat]): LngLat => [lng > 180 ? lng - 360 : lng, lat]);
    expect(lineLengthKm(wrapped)).toBeCloseTo(lineLengthKm(line), 6);
  });

  it('is within 1e-9 for steps of any length in any direction at any latitude', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -89.9, max: 89.9, noNaN: true }),
        fc.double({ min: 0, max: 360, noNaN: true }),
        fc.double({ min: 0.05, max: 40, noNaN: true }),
        (lng, lat, bearing, km) => {
          const from: LngLat = [lng, lat];
          const to = destinationOf(from, bearing, km);
          expect(Math.abs(lineLengthKm([from, to]) / karneyKm(from, to) - 1)).toBeLessThan(1e-9);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is zero for no point, one point and a line that stays where it is', () => {
    expect(lineLengthKm([])).toBe(0);
    expect(lineLengthKm([[100, 50]])).toBe(0);
    expect(
      lineLengthKm([
        [100, 50],
        [100, 50],
      ]),
    ).toBe(0);
  });

  it('adds up as chainages do', () => {
    const line = fixtureLine('bam-rail');
    const chainages = chainagesKm(line);
    for (const i of [1, 63, 64, 65, 200, line.length - 1])
      expect(chainages[i]).toBeCloseTo(karneyLengthKm(line.slice(0, i + 1)), 6);
  });
});
