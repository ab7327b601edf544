import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insideCatchment } from '../../../../src/core/analysis/catchment-inside';
import { indexLines } from '../../../../src/core/geo/line-index';
import { buildPointTree } from '../../../../src/core/geo/point-tree';
import type { LngLat } from '../../../../src/core/types';
import { karneyDistanceTo, karneyKm, karneyLineKm } from '../geo/brute';
import { MAIN_CORRIDORS, productLine, productSettlements } from '../lines';

describe.each(MAIN_CORRIDORS)('settlements within the catchment of %s', (id) => {
  const line = productLine(id);
  const settlements = productSettlements();
  const points = settlements.map(({ point }) => point);
  const index = indexLines([line]);
  const tree = buildPointTree(
    points,
    settlements.map(({ population }) => population),
  );
  const distance = karneyDistanceTo(line);
  // Brute force once for the largest radius: distances do not depend on it.
  const distances = points.map((point) => distance(point, 301));

  it.each([{ radiusKm: 25 }, { radiusKm: 50 }, { radiusKm: 100 }, { radiusKm: 300 }])(
    'of $radiusKm km are those of brute force, none missed, none extra',
    ({ radiusKm }) => {
      const { indices, population } = insideCatchment(tree, points, index, radiusKm);
      const expected = distances.flatMap((km, i) => (km <= radiusKm ? [i] : []));
      expect([...indices].sort((a, b) => a - b)).toEqual(expected);
      expect(population).toBe(expected.reduce((sum, i) => sum + settlements[i]!.population, 0));
    },
  );
});

describe('points within a radius', () => {
  it('are those of brute force for any line, points on the rim and beyond 180 degrees too', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.double({ min: 160, max: 205, noNaN: true }),
            fc.double({ min: 55, max: 89, noNaN: true }),
          ),
          { minLength: 1, maxLength: 5 },
        ),
        fc.array(
          fc.tuple(
            fc.double({ min: -180, max: 180, noNaN: true }),
            fc.double({ min: 50, max: 90, noNaN: true }),
          ),
          { maxLength: 40 },
        ),
        fc.double({ min: 0.5, max: 2000, noNaN: true }),
        (line, places, radiusKm) => {
          const tree = buildPointTree(
            places as LngLat[],
            places.map(() => 1),
          );
          const found = insideCatchment(
            tree,
            places as LngLat[],
            indexLines([line as LngLat[]]),
            radiusKm,
          );
          const expected = places.flatMap((point, i) =>
            karneyLineKm(point, line) <= radiusKm ? [i] : [],
          );
          expect([...found.indices].sort((a, b) => a - b)).toEqual(expected);
          expect(found.population).toBe(expected.length);
        },
      ),
      { numRuns: 60 },
    );
  }, 30_000);

  it('are decided to a centimetre on the rim', () => {
    const line: LngLat[] = [[100, 60]];
    const place: LngLat = [101, 60.5];
    const km = karneyKm(line[0]!, place);
    const tree = buildPointTree([place], [7]);
    const within = (radiusKm: number): number =>
      insideCatchment(tree, [place], indexLines([line]), radiusKm).population;
    expect(within(km + 1e-5)).toBe(7);
    expect(within(km - 1e-5)).toBe(0);
  });

  it('are none of none', () => {
    const tree = buildPointTree([], []);
    expect(insideCatchment(tree, [], indexLines([[[1, 1]]]), 10).indices).toHaveLength(0);
  });
});
