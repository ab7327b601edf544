import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { catchment } from '../../../../src/core/analysis/catchment';
import type { CatchmentRegion } from '../../../../src/core/analysis/catchment-types';
import type { LngLat } from '../../../../src/core/types';
import { karneyAreaKm2, karneyLineKm } from '../geo/brute';
import { EMPTY, settlement } from './ground';

const name = { en: 'x' };

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
