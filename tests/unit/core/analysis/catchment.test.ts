import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { catchment, prepareGround } from '../../../../src/core/analysis/catchment';
import { exclusiveCatchments } from '../../../../src/core/analysis/catchment-exclusive';
import { insideCatchment } from '../../../../src/core/analysis/catchment-inside';
import type {
  CatchmentRegion,
  CatchmentSettlement,
} from '../../../../src/core/analysis/catchment-types';
import { indexLines } from '../../../../src/core/geo/line-index';
import { buildPointTree } from '../../../../src/core/geo/point-tree';
import type { LngLat } from '../../../../src/core/types';
import {
  karneyAreaKm2,
  karneyDistanceTo,
  karneyKm,
  karneyLengthKm,
  karneyLineKm,
} from '../geo/brute';
import { fixtureLine, MAIN_CORRIDORS, productLine, productSettlements } from '../lines';

const name = { en: 'x' };
const settlement = (
  id: string,
  lng: number,
  lat: number,
  population: number,
  more: Partial<CatchmentSettlement> = {},
): CatchmentSettlement => ({ id, name, country: 'RU', lng, lat, population, year: 2020, ...more });

const box = (w: number, s: number, e: number, n: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [w, s],
      [e, s],
      [e, n],
      [w, n],
      [w, s],
    ],
  ],
});

const EMPTY = { settlements: [], hubs: [], crossings: [], regions: [] };

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

describe('a catchment', () => {
  const line: LngLat[] = [
    [100, 52],
    [110, 52],
  ];
  const regions: CatchmentRegion[] = [
    { id: 'west', name, country: 'RU', population: 1000, geometry: box(95, 48, 105, 56) },
    { id: 'east', name, country: 'MN', population: 3000, geometry: box(105, 48, 112, 56) },
    { id: 'far', name, country: 'CN', population: 9000, geometry: box(120, 30, 125, 35) },
  ];
  const input = {
    lines: [line],
    radiusKm: 100,
    settlements: [
      settlement('small', 101, 52.2, 100, { year: 2010, region: 'west' }),
      settlement('large', 106, 52.5, 900, { country: 'MN', region: 'east' }),
      settlement('off', 103, 55, 500, { region: 'west' }),
    ],
    hubs: [
      { id: 'b', name, country: 'RU', lng: 109, lat: 52 },
      { id: 'a', name, country: 'RU', lng: 101, lat: 52 },
      { id: 'c', name, country: 'RU', lng: 90, lat: 52 },
    ],
    crossings: [{ id: 'x', name, lng: 105, lat: 52.3 }],
    regions,
  };
  const result = catchment(input);

  it('counts the people and their years, and says how many people the list knows', () => {
    expect(result.population).toBe(1000);
    expect(result.populationYears).toEqual([2010, 2020]);
    expect(result.settlements.map(({ id }) => id)).toEqual(['large', 'small']);
    expect(result.populationCoverage).toBeCloseTo(1500 / 4000, 12);
  });

  it('places hubs and crossings along the line', () => {
    expect(result.hubs.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(result.crossings.map(({ id }) => id)).toEqual(['x']);
    expect(result.hubs[0]!.distanceKm).toBeCloseTo(karneyLineKm([101, 52], line), 6);
  });

  it('shares its area out to the regions it touches', () => {
    expect(result.regions.map(({ id }) => id).sort()).toEqual(['east', 'west']);
    const sum = result.regions.reduce((total, { areaKm2 }) => total + areaKm2, 0);
    expect(sum / result.areaKm2).toBeCloseTo(1, 4);
    expect(result.unassignedKm2 / result.areaKm2).toBeLessThan(1e-4);
    for (const { areaKm2, shareOfCatchment, shareOfRegion, id } of result.regions) {
      expect(shareOfCatchment).toBeCloseTo(areaKm2 / result.areaKm2, 12);
      const ring = (regions.find((r) => r.id === id)!.geometry as Polygon).coordinates[0]!;
      // Long edges along parallels are not geodesics: a coarse check of the whole.
      expect(shareOfRegion * karneyAreaKm2(ring)).toBeCloseTo(areaKm2, -4);
    }
  });

  it('groups area, people and settlements by country', () => {
    expect(Object.keys(result.byCountry).sort()).toEqual(['MN', 'RU']);
    expect(result.byCountry['RU']).toMatchObject({ population: 100, settlements: 1 });
    expect(result.byCountry['MN']).toMatchObject({ population: 900, settlements: 1 });
  });

  it('of no people has no years, and of no census no coverage', () => {
    const empty = catchment({ ...EMPTY, lines: [line], radiusKm: 10 });
    expect(empty.population).toBe(0);
    expect(empty).not.toHaveProperty('populationYears');
    expect(empty).not.toHaveProperty('populationCoverage');
    expect(empty.unassignedKm2).toBe(empty.areaKm2);
  });

  it('grows with the radius', () => {
    const areas = [10, 50, 200, 800, 2000].map(
      (radiusKm) => catchment({ ...EMPTY, lines: [line], radiusKm }).areaKm2,
    );
    expect([...areas].sort((a, b) => a - b)).toEqual(areas);
  });

  it('finds regions on both sides of 180 degrees', () => {
    const crossing = catchment({
      ...EMPTY,
      lines: [
        [
          [178, 68],
          [-178, 68],
        ],
      ],
      radiusKm: 150,
      regions: [
        { id: 'w', name, country: 'RU', geometry: box(170, 60, 180, 75) },
        { id: 'e', name, country: 'RU', geometry: box(-180, 60, -170, 75) },
      ],
    });
    const sum = crossing.regions.reduce((total, { areaKm2 }) => total + areaKm2, 0);
    expect(crossing.regions).toHaveLength(2);
    expect(sum / crossing.areaKm2).toBeCloseTo(1, 4);
  });

  it('survives being sent to another thread', () => {
    expect(structuredClone(result)).toEqual(result);
  });
});

describe('exclusive catchments', () => {
  const nsr = fixtureLine('nsr');
  const north: LngLat[] = [
    [100, 53],
    [110, 53],
  ];
  const south: LngLat[] = [
    [100, 52],
    [110, 52],
  ];
  const ground = prepareGround({
    ...EMPTY,
    settlements: [
      settlement('n', 105, 53.2, 10),
      settlement('s', 105, 51.9, 20),
      settlement('out', 105, 60, 40),
    ],
  });

  it('give each place to the nearest corridor and sum to the union', () => {
    const result = exclusiveCatchments(
      ground,
      [
        { id: 'north', lines: [north] },
        { id: 'south', lines: [south] },
      ],
      100,
    );
    expect(result.corridors.map(({ population }) => population)).toEqual([10, 20]);
    expect(result.union.population).toBe(30);
    const parts = [...result.corridors, result.shared];
    expect(parts.reduce((sum, { areaKm2 }) => sum + areaKm2, 0)).toBeCloseTo(
      result.union.areaKm2,
      6,
    );
    const [n, s] = result.corridors;
    // Two like lines a degree apart: nearly even, the rest is the strip between them.
    expect(n!.areaKm2 / s!.areaKm2).toBeCloseTo(1, 1);
    expect(result.shared.areaKm2 / result.union.areaKm2).toBeLessThan(0.01);
    expect(result.areaErrorShare).toBeLessThan(0.01);
  });

  it('share everything where two corridors are the same line, across 180 degrees too', () => {
    const result = exclusiveCatchments(
      ground,
      [
        { id: 'a', lines: [nsr] },
        { id: 'b', lines: [nsr] },
      ],
      200,
    );
    expect(result.shared.areaKm2).toBeCloseTo(result.union.areaKm2, 6);
    expect(result.corridors.every(({ areaKm2 }) => areaKm2 === 0)).toBe(true);
  });

  it('share the common stretch of corridors that part', () => {
    const trunk: LngLat[] = [
      [100, 52],
      [105, 52],
    ];
    const result = exclusiveCatchments(
      ground,
      [
        { id: 'up', lines: [[...trunk, [110, 55]]] },
        { id: 'down', lines: [[...trunk, [110, 49]]] },
      ],
      50,
    );
    const [up, down] = result.corridors;
    expect(up!.areaKm2 / down!.areaKm2).toBeCloseTo(1, 1);
    // The trunk's own part: its length by both sides, half a circle, less what the branches take.
    const trunkKm2 = karneyLengthKm(trunk) * 100 + (Math.PI * 50 ** 2) / 2;
    expect(result.shared.areaKm2 / trunkKm2).toBeGreaterThan(0.9);
    expect(result.shared.areaKm2 / trunkKm2).toBeLessThan(1.1);
  });

  it('of one corridor are its catchment, and of none are refused', () => {
    const alone = exclusiveCatchments(ground, [{ id: 'north', lines: [north] }], 100);
    expect(alone.corridors[0]!.areaKm2).toBeCloseTo(alone.union.areaKm2, 6);
    expect(() => exclusiveCatchments(ground, [], 100)).toThrow(/one corridor or more/);
  });
});
