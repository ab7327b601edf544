import fc from 'fast-check';
import { areaPaths, FillRule, intersect } from 'clipper2-ts';
import type { MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { catchmentOutline } from '../../../../src/core/analysis/catchment-outline';
import { polygonAreaKm2, ringAreaKm2 } from '../../../../src/core/geo/area';
import { commonAreasKm2 } from '../../../../src/core/geo/common-area';
import { cutPaths } from '../../../../src/core/geo/cut-paths';
import { toEqualAreaPlane } from '../../../../src/core/geo/equal-area-plane';
import type { LngLat } from '../../../../src/core/types';
import { productGround, productLine } from '../lines';
import { destinationOf, karneyAreaKm2 } from './brute';

/** A many-cornered ring about a centre, closed. */
const star = (centre: LngLat, radii: readonly number[]): LngLat[] => {
  const ring = radii.map((km, i) => destinationOf(centre, -(360 * i) / radii.length, km));
  return [...ring, ring[0]!];
};

describe('the area of a polygon', () => {
  it('is that of GeographicLib for rings anywhere, across 180 degrees too', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -75, max: 80, noNaN: true }),
        fc.array(fc.double({ min: 10, max: 600, noNaN: true }), { minLength: 4, maxLength: 60 }),
        (lng, lat, radii) => {
          const ring = star([lng, lat], radii);
          const truth = karneyAreaKm2(ring);
          expect(Math.abs(ringAreaKm2(ring) - truth)).toBeLessThan(1e-8 * truth + 1e-5);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of a ring round the pole is that of the cap, however it is written', () => {
    const open = Array.from({ length: 721 }, (_, i): LngLat => [-180 + i / 2, 75]);
    const truth = karneyAreaKm2(open);
    expect(ringAreaKm2(open) / truth).toBeCloseTo(1, 7);
    const overPole: LngLat[] = [...open, [180, 90], [-180, 90], open[0]!];
    expect(ringAreaKm2(overPole) / truth).toBeCloseTo(1, 7);
  });

  it('takes holes off and adds parts up', () => {
    const outer = star([179, 70], [300, 300, 300, 300, 300, 300]);
    const hole = star([179, 70], [100, 100, 100, 100]);
    const polygon: Polygon = { type: 'Polygon', coordinates: [outer, hole] };
    const expected = karneyAreaKm2(outer) - karneyAreaKm2(hole);
    expect(polygonAreaKm2(polygon) / expected).toBeCloseTo(1, 8);
    const multi: MultiPolygon = { type: 'MultiPolygon', coordinates: [[outer, hole], [hole]] };
    expect(polygonAreaKm2(multi) / karneyAreaKm2(outer)).toBeCloseTo(1, 8);
  });

  it('is zero for what is no ring', () => {
    expect(ringAreaKm2([])).toBe(0);
    expect(
      ringAreaKm2([
        [1, 1],
        [2, 2],
      ]),
    ).toBe(0);
  });
});

describe('the equal-area plane', () => {
  it('keeps areas and finds what two polygons have in common, across 180 degrees', () => {
    const a: Polygon = { type: 'Polygon', coordinates: [star([179, 68], Array(90).fill(300))] };
    const b: Polygon = { type: 'Polygon', coordinates: [star([-175, 70], Array(90).fill(300))] };
    const [planeA, planeB] = [toEqualAreaPlane(a), toEqualAreaPlane(b)];
    expect(planeA.areaKm2 / polygonAreaKm2(a)).toBeCloseTo(1, 4);
    const far = toEqualAreaPlane({ type: 'Polygon', coordinates: [star([60, 40], [50, 50, 50])] });
    const [ofA, ofB, ofFar] = commonAreasKm2([planeA, planeB, far], planeA) as [
      number,
      number,
      number,
    ];
    expect(ofA / planeA.areaKm2).toBeCloseTo(1, 6);
    expect(ofB).toBeGreaterThan(0);
    expect(ofB / commonAreasKm2([planeA], planeB)[0]!).toBeCloseTo(1, 6);
    expect(ofFar).toBe(0);
  });
});

describe('the parts that an outline has in common with regions', () => {
  const regions = productGround().regions.map(({ geometry }) => toEqualAreaPlane(geometry));

  it.each([
    { id: 'trans-siberian', radiusKm: 10 },
    { id: 'bam', radiusKm: 17 },
    { id: 'northern-sea-route', radiusKm: 50 },
  ])(
    'of $id, $radiusKm km, are those of one sweep over the whole',
    ({ id, radiusKm }) => {
      const outline = toEqualAreaPlane(catchmentOutline([productLine(id)], radiusKm));
      commonAreasKm2(regions, outline).forEach((km2, i) => {
        const whole =
          areaPaths(intersect(regions[i]!.paths, outline.paths, FillRule.NonZero)) / 1e6;
        expect(Math.abs(km2 - whole)).toBeLessThan(0.05);
      });
    },
    30_000,
  );
});

describe('a polygon cut along a line', () => {
  it('falls into rings of its own, with nothing lost', () => {
    // A comb with its teeth across the cut, and a hole on it.
    const comb = [
      [0, 0],
      [70, 0],
      [70, 30],
      [60, 30],
      [60, 10],
      [40, 10],
      [40, 30],
      [30, 30],
      [30, 10],
      [10, 10],
      [10, 30],
      [0, 30],
    ].map(([x, y]) => ({ x: x!, y: y!, z: 0 }));
    const above = cutPaths([comb], 'y', 20, 1);
    const below = cutPaths([comb], 'y', 20, -1);
    expect(above).toHaveLength(3);
    expect(below).toHaveLength(1);
    expect(areaPaths(above) + areaPaths(below)).toBeCloseTo(areaPaths([comb]), 6);
    expect(cutPaths([comb], 'y', 40, 1)).toHaveLength(0);
    expect(cutPaths([comb], 'y', 40, -1)).toEqual([comb]);
  });

  it('keeps holes that the cut goes through', () => {
    const square = (from: number, to: number): { x: number; y: number; z: number }[] =>
      [
        [from, from],
        [to, from],
        [to, to],
        [from, to],
      ].map(([x, y]) => ({ x: x!, y: y!, z: 0 }));
    const ring = [square(0, 100), square(40, 60).reverse()];
    const left = cutPaths(ring, 'x', 50, -1);
    expect(left).toHaveLength(1);
    expect(areaPaths(left)).toBe(50 * 100 - 10 * 20);
  });
});
