import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destination, inverse } from '../../../../src/core/geo/geodesic';
import { shortInverse } from '../../../../src/core/geo/short-geodesic';

const turn = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;

describe('a geodesic for drawing', () => {
  it('is that of GeographicLib to 1e-5 up to 20 km, across 180 degrees and near the pole too', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -85.8, max: 85.8, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: 0.001, max: 60, noNaN: true }),
        (lng, lat, bearing, km) => {
          const to = destination([lng, lat], bearing, km);
          const ours = shortInverse([lng, lat], to);
          const truth = inverse([lng, lat], to);
          expect(Math.abs(ours.distanceKm / truth.distanceKm - 1)).toBeLessThan(1e-5);
          for (const end of ['initialBearing', 'finalBearing'] as const)
            expect(Math.abs(turn(ours[end] - truth[end])) * (Math.PI / 180)).toBeLessThan(1e-5);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
