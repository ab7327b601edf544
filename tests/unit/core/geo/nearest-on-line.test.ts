import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointAtKm, sliceKm } from '../../../../src/core/geo/along';
import { indexLines } from '../../../../src/core/geo/line-index';
import { lineLengthKm } from '../../../../src/core/geo/line-length';
import { nearestOnLine, nearOnLine } from '../../../../src/core/geo/nearest-on-line';
import type { LngLat } from '../../../../src/core/types';
import { fixtureLine } from '../lines';
import { karneyKm, karneyLengthKm, karneyLineKm } from './brute';

const nsr = fixtureLine('nsr');

describe('the nearest point of a line', () => {
  it('is as near as brute force finds, across 180 degrees, near the pole and far away', () => {
    const index = indexLines([nsr]);
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: 20, max: 90, noNaN: true }),
        (lng, lat) => {
          const point: LngLat = [lng, lat];
          const found = nearestOnLine(index, point);
          const truth = karneyLineKm(point, nsr);
          // Far off the foot is flat: its place is soft, its distance is not.
          expect(Math.abs(found.distanceKm - truth)).toBeLessThan(truth < 2000 ? 1e-5 : 1e-3);
          expect(karneyKm(point, found.point)).toBeCloseTo(found.distanceKm, 8);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('lies where its chainage says', () => {
    const index = indexLines([nsr]);
    for (const point of [
      [179.9, 71],
      [-179.9, 68],
      [102, 79],
      [140, 44],
      [20, 60],
    ] as LngLat[]) {
      const { point: foot, chainageKm } = nearestOnLine(index, point);
      expect(karneyKm(foot, pointAtKm(nsr, chainageKm))).toBeLessThan(1e-4);
    }
  });

  it('is found in space alone to a centimetre within 300 km', () => {
    const line = fixtureLine('bam-rail');
    const index = indexLines([line]);
    for (let lng = 102; lng < 116; lng += 0.7)
      for (let lat = 54; lat < 58.5; lat += 0.7) {
        const exact = nearestOnLine(index, [lng, lat]);
        const quick = nearOnLine(index, [lng, lat]);
        if (exact.distanceKm < 300)
          expect(Math.abs(quick.distanceKm - exact.distanceKm)).toBeLessThan(1e-5);
      }
  });

  it('of a line of one point, or one of no length, is that point', () => {
    const place: LngLat = [-179.5, 71];
    for (const line of [[place], [place, place]])
      expect(nearestOnLine([line], [179.5, 71]).distanceKm).toBeCloseTo(
        karneyKm(place, [179.5, 71]),
        9,
      );
  });

  it('of several lines counts chainage on from line to line', () => {
    const a: LngLat[] = [
      [100, 50],
      [101, 50],
    ];
    const b: LngLat[] = [
      [110, 50],
      [111, 50],
    ];
    const { chainageKm } = nearestOnLine([a, b], [110, 50]);
    expect(chainageKm).toBeCloseTo(karneyLengthKm(a), 6);
  });

  it('needs a point', () => {
    expect(() => indexLines([])).toThrow(/no point/);
    expect(() => indexLines([[]])).toThrow(/no point/);
  });
});

describe('a point at a chainage', () => {
  it('lies on the line as far from the start as asked', () => {
    const lengthKm = lineLengthKm(nsr);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const km = share * lengthKm;
        const point = pointAtKm(nsr, km);
        expect(lineLengthKm(sliceKm(nsr, 0, km))).toBeCloseTo(km, 6);
        expect(karneyLineKm(point, nsr)).toBeLessThan(1e-5);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same counted from either end, across 180 degrees and at 78 north too', () => {
    const north = fc.tuple(
      fc.double({ min: 170, max: 190, noNaN: true }),
      fc.double({ min: 60, max: 86, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(north, { minLength: 2, maxLength: 12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (places, share) => {
          const line = places.map(([lng, lat]): LngLat => [lng > 180 ? lng - 360 : lng, lat]);
          const back = [...line].reverse();
          const lengthKm = lineLengthKm(line);
          const km = share * lengthKm;
          const point = pointAtKm(line, km);
          expect(karneyKm(point, pointAtKm(back, lengthKm - km))).toBeLessThan(1e-6);
          // Where the line meets itself the point has several chainages: one of them is found.
          for (const way of [line, back]) {
            const { chainageKm, distanceKm } = nearestOnLine([way], point);
            expect(distanceKm).toBeLessThan(1e-5);
            expect(karneyKm(point, pointAtKm(way, chainageKm))).toBeLessThan(1e-4);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is a vertex at the vertex, the start at 0 and the end at the length', () => {
    expect(pointAtKm(nsr, 0)).toEqual(nsr[0]);
    expect(pointAtKm(nsr, lineLengthKm(nsr))).toEqual(nsr[nsr.length - 1]);
  });

  it('is refused before the start and past the end', () => {
    const lengthKm = lineLengthKm(nsr);
    expect(() => pointAtKm(nsr, -1)).toThrow(/not on the line/);
    expect(() => pointAtKm(nsr, lengthKm + 1)).toThrow(/not on the line/);
    expect(() => pointAtKm(nsr, NaN)).toThrow(/not on the line/);
    expect(() => pointAtKm([], 0)).toThrow(/not on the line/);
  });

  it('bounds slices that keep their length and have two ends', () => {
    const slice = sliceKm(nsr, 1000.5, 7000.25);
    expect(lineLengthKm(slice)).toBeCloseTo(5999.75, 5);
    expect(sliceKm(nsr, 500, 500)).toHaveLength(2);
    expect(() => sliceKm(nsr, 2, 1)).toThrow(/runs forward/);
  });
});
