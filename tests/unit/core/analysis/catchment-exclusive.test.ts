import { describe, expect, it } from 'vitest';
import { prepareGround } from '../../../../src/core/analysis/catchment';
import { exclusiveCatchments } from '../../../../src/core/analysis/catchment-exclusive';
import type { LngLat } from '../../../../src/core/types';
import { karneyLengthKm } from '../geo/brute';
import { fixtureLine } from '../lines';
import { EMPTY, settlement } from './ground';

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
