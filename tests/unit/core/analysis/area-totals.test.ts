import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { areaTotals, type AreaGround } from '../../../../src/core/analysis/area-totals';
import { RegionFinder } from '../../../../src/core/analysis/region-finder';
import { railKmByRegion } from '../../../../src/core/analysis/region-rail';
import { isInArea } from '../../../../src/core/geo/point-in-area';
import type { EdgeProps, LngLat } from '../../../../src/core/types';
import { edge, published } from '../../../fixtures/network-features';

const square = (west: number, south: number, size = 2): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});

/** West and east side by side in one country, south in another. */
const finder = new RegionFinder([
  { id: 'aa-w', country: 'AA', geometry: square(100, 50) },
  { id: 'aa-e', country: 'AA', geometry: square(102, 50) },
  { id: 'bb-s', country: 'BB', geometry: square(100, 48) },
]);

describe('totals of an area', () => {
  const ground: AreaGround = {
    regions: new Map([
      ['aa-w', { areaKm2: 100, population: { value: 5, year: 2020 } }],
      ['aa-e', { areaKm2: 50, population: { value: 7, year: 2021 } }],
      ['bb-s', { areaKm2: 20 }],
    ]),
    hubs: [{ id: 'h1', region: 'aa-w' }, { id: 'h2', region: 'bb-s' }, { id: 'h3' }],
    ports: [{ id: 'p1', region: 'aa-e' }],
    crossings: [
      { id: 'c1', regions: ['aa-w', 'bb-s'] },
      { id: 'c2', regions: ['aa-e'] },
    ],
    railKm: new Map<string, Record<string, number>>([
      ['aa-w', { '1520': 10 }],
      ['aa-e', { '1520': 5, '1435': 2 }],
    ]),
  };

  it('add up what lies in its regions, and name those without a census figure', () => {
    const members = ['aa-w', 'aa-e', 'bb-s', 'nowhere'].map((id) => ({ id, part: id === 'bb-s' }));
    expect(areaTotals(members, ground)).toEqual({
      regions: members.slice(0, 3),
      areaKm2: 170,
      population: 12,
      populationYears: [2020, 2021],
      uncounted: ['bb-s'],
      hubs: ['h1', 'h2'],
      ports: ['p1'],
      crossings: ['c1', 'c2'],
      railKm: { '1520': 15, '1435': 2 },
    });
  });

  it('count a crossing once, from either side, and nothing of an empty area', () => {
    const south = areaTotals([{ id: 'bb-s', part: false }], ground);
    expect(south.crossings).toEqual(['c1']);
    expect(south.populationYears).toBeUndefined();
    expect(areaTotals([], ground)).toMatchObject({ areaKm2: 0, population: 0, hubs: [] });
  });
});

describe('the region of a place', () => {
  it('is the one that it lies in, of the country asked for', () => {
    expect(finder.at('AA', [101, 51])).toBe('aa-w');
    expect(finder.at('AA', [103, 51], 'aa-w')).toBe('aa-e');
    expect(finder.at('BB', [101, 51])).toBeUndefined();
  });

  it('is the nearest of its country for a post on the border, none where all are far', () => {
    expect(finder.nearest('AA', [101, 50])).toBe('aa-w');
    expect(finder.nearest('BB', [101, 50])).toBe('bb-s');
    expect(finder.nearest('BB', [150, 50])).toBeUndefined();
  });

  it('leaves holes out', () => {
    const [outer] = square(0, 0, 10).coordinates;
    const [hole] = square(4, 4, 2).coordinates;
    const ring: Polygon = { type: 'Polygon', coordinates: [outer!, hole!] };
    expect(isInArea(ring, [1, 1])).toBe(true);
    expect(isInArea(ring, [5, 5])).toBe(false);
    expect(isInArea(ring, [11, 5])).toBe(false);
  });
});

describe('railways by region', () => {
  /** From the middle of the west to the middle of the east. */
  const ends: LngLat[] = [
    [101, 51],
    [103, 51],
  ];
  const across = (more: Partial<EdgeProps> = {}) =>
    edge('across', ['a', 'b'], 'AA', ends, { gauges: [1520, 1435], ...more });

  it('are shared out by where they lie, in published kilometres', () => {
    const shares = railKmByRegion([across({ lengthKm: published(200) })], finder);
    const [west, east] = ['aa-w', 'aa-e'].map((id) => shares.get(id)!['1435+1520']!);
    expect(west! + east!).toBeCloseTo(200, 9);
    expect(Math.abs(west! - east!)).toBeLessThan(10);
  });

  it('count only what operates', () => {
    expect(railKmByRegion([across({ status: 'planned' })], finder).size).toBe(0);
    expect(railKmByRegion([across({ status: 'closed' })], finder).size).toBe(0);
  });
});
