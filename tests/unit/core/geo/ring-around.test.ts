import { geoContains } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geodesicRing, insideGeodesicRing } from '../../../../src/core/geo/ring-around';
import type { LngLat } from '../../../../src/core/types';

/** The same question on d3-geo's sphere; its rings turn clockwise around what they hold. */
const onSphere = (corners: LngLat[], point: LngLat): boolean => {
  const ring = [...corners, corners[0]!];
  const holds = (each: LngLat[]): boolean =>
    geoContains({ type: 'Polygon', coordinates: [each] }, point);
  // Whichever way the corners turn, the smaller side is meant: far from the other pole.
  const other: LngLat = [0, -89];
  const clockwise = geoContains({ type: 'Polygon', coordinates: [ring] }, other)
    ? [...ring].reverse()
    : ring;
  return holds(clockwise);
};

describe('a polygon of great circles', () => {
  it('holds what lies inside across 180 degrees', () => {
    const inside = insideGeodesicRing([
      [170, 60],
      [-170, 60],
      [-170, 72],
      [170, 72],
    ]);
    expect(inside([180, 66])).toBe(true);
    expect(inside([-179, 66])).toBe(true);
    expect(inside([160, 66])).toBe(false);
    expect(inside([0, 66])).toBe(false);
  });

  it('holds the pole where its corners go round it', () => {
    const inside = insideGeodesicRing([
      [0, 70],
      [120, 70],
      [-120, 70],
    ]);
    expect(inside([37, 90])).toBe(true);
    expect(inside([60, 60])).toBe(false);
  });

  it('bends its sides: the great circle from 60 to 120 east passes north of the parallel', () => {
    const inside = insideGeodesicRing([
      [60, 60],
      [120, 60],
      [90, 30],
    ]);
    expect(inside([90, 62])).toBe(true);
    expect(inside([90, 66])).toBe(false);
  });

  it('agrees with d3-geo about points that are not near its sides', () => {
    const corner = (lng: number): fc.Arbitrary<LngLat> =>
      fc.tuple(
        fc.double({ min: lng - 15, max: lng + 15, noNaN: true }),
        fc.double({ min: 40, max: 75, noNaN: true }),
      );
    fc.assert(
      fc.property(
        corner(80),
        corner(125),
        corner(170),
        fc.tuple(
          fc.double({ min: 60, max: 190, noNaN: true }),
          fc.double({ min: 35, max: 80, noNaN: true }),
        ),
        (a, b, c, [lng, lat]) => {
          const point: LngLat = [lng, lat];
          // On the ellipsoid a side lies up to 20 km from the sphere's: only points that move alike.
          const inside = insideGeodesicRing([a, b, c]);
          const near = [0, 1, 2, 3].some((turn) => {
            const [x, y] = [Math.cos((turn * Math.PI) / 2), Math.sin((turn * Math.PI) / 2)];
            const moved: LngLat = [lng + 0.5 * x, lat + 0.5 * y];
            return onSphere([a, b, c], moved) !== onSphere([a, b, c], point);
          });
          if (!near) expect(inside(point)).toBe(onSphere([a, b, c], point));
        },
      ),
    );
  });

  it('is nothing below three corners, and closes with as many', () => {
    expect(
      geodesicRing([
        [0, 50],
        [1, 50],
      ]),
    ).toEqual([]);
    const ring = geodesicRing([
      [0, 50],
      [1, 50],
      [1, 51],
    ]);
    expect(ring[0]![0]).toBeCloseTo(ring[ring.length - 1]![0], 9);
  });
});
