import { describe, expect, it } from 'vitest';
import { corridorRuler, fromCorridor } from '../../../../src/core/corridor/from-corridor';
import type { CorridorEdgeKm, CorridorProfile } from '../../../../src/core/corridor/types';
import { destination, geodesicThrough } from '../../../../src/core/geo/geodesic';
import { lineLengthKm } from '../../../../src/core/geo/line-length';
import type { LngLat } from '../../../../src/core/types';
import { karneyKm } from '../geo/brute';

/** Two edges across 180 degrees at 70 north; of the first a length is published, twice as long. */
const corners: LngLat[] = [
  [170, 70],
  [178, 70],
  [186, 70],
];
const line = geodesicThrough(corners, 20);
const halves = [geodesicThrough(corners.slice(0, 2), 20), geodesicThrough(corners.slice(1), 20)];
const [firstKm, secondKm] = halves.map(lineLengthKm) as [number, number];
const edge = (drawnKm: number, km: number): CorridorEdgeKm => ({ drawnKm, km }) as CorridorEdgeKm;
const ruler = corridorRuler({
  line,
  edges: [edge(firstKm, 2 * firstKm), edge(secondKm, secondKm)],
} as unknown as CorridorProfile);

/** The nearest of points every 200 m along the line: no code of the search. */
function brute(place: LngLat): { km: number; chainage: number } {
  const fine = geodesicThrough(corners, 0.2);
  let best = { km: Infinity, chainage: 0 };
  let chainage = 0;
  fine.forEach((point, i) => {
    if (i > 0) chainage += karneyKm(fine[i - 1]!, point);
    const km = karneyKm(place, point);
    if (km < best.km) best = { km, chainage };
  });
  return best;
}

describe('a place beside a corridor', () => {
  it.each([
    ['before 180 degrees', [174, 70.9]],
    ['beyond 180 degrees, written westward', [-177, 69.2]],
    ['on the far side of the end', [-172, 70.1]],
  ] as [string, LngLat][])('lies as far from it as brute force finds, %s', (_where, place) => {
    const { distanceKm, drawnChainageKm } = fromCorridor(ruler, place);
    const { km, chainage } = brute(place);
    expect(Math.abs(distanceKm - km)).toBeLessThan(0.001);
    expect(Math.abs(drawnChainageKm - chainage)).toBeLessThan(0.2);
  });

  it('has a chainage by published kilometres where there are any', () => {
    const within = fromCorridor(ruler, destination([174, 70.25], 0, 10));
    expect(within.chainageKm).toBeCloseTo(2 * within.drawnChainageKm, 6);
    const after = fromCorridor(ruler, [-176, 70]);
    expect(after.chainageKm).toBeCloseTo(firstKm + after.drawnChainageKm, 6);
    expect(fromCorridor(ruler, [-160, 70]).chainageKm).toBeCloseTo(2 * firstKm + secondKm, 6);
  });
});
