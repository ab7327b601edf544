import { beforeAll, describe, expect, it } from 'vitest';
import type { EdgeFeature } from '../../geodata/build/lib/context';
import { nearestOnSegment } from '../../geodata/build/lib/polyline';
import { farthestStrayKm, likelyStrayKm } from '../../geodata/build/network/rail-china/lengths';
import { distanceKm } from '../../src/core/geo/geodesic';
import type { EdgeProps, LngLat } from '../../src/core/types';
import { readLayer } from './read';

/** How far stations may be off: within it a stretch is not said to stray. */
const ENDS_KM = 3;

let edges: EdgeFeature[];
beforeAll(async () => {
  const { features } = await readLayer<EdgeFeature['geometry'], EdgeProps>('railways');
  edges = features;
});

/** Edges that follow a known track and have a published length, as a chain would draw them. */
const known = (): { trackKm: number; straightKm: number; strayKm: number }[] =>
  edges.flatMap(({ properties, geometry }) => {
    const { geometryGrade, lengthKm } = properties;
    if (geometryGrade !== 'natural-earth-10m' || !lengthKm || geometry.type !== 'LineString')
      return [];
    const points = geometry.coordinates as LngLat[];
    const [from, to] = [points[0]!, points.at(-1)!];
    const strayKm = Math.max(...points.map((point) => nearestOnSegment(point, from, to).offKm));
    return [{ trackKm: lengthKm.value, straightKm: distanceKm(from, to), strayKm }];
  });

describe('How far a track strays from the straight line', () => {
  it('is at most half the height of the two-legged way', () => {
    expect(farthestStrayKm(10, 8)).toBeCloseTo(3, 12);
    expect(farthestStrayKm(8, 10)).toBe(0);
  });

  it('is within the likely stray on 19 of 20 stretches whose course is known', () => {
    const all = known();
    expect(all.length).toBeGreaterThan(300);
    const within = all.filter(
      ({ trackKm, straightKm, strayKm }) =>
        strayKm <= Math.max(ENDS_KM, likelyStrayKm(trackKm, straightKm)),
    );
    expect(within.length / all.length).toBeGreaterThan(0.95);
  });
});

describe('Chinese chains', () => {
  it('are likely within 5 km of the track on two edges of three, within 15 km on fourteen of fifteen', () => {
    const errors = edges
      .filter(({ properties }) => properties.country === 'CN' && properties.status === 'operating')
      .map(({ properties }) => properties.positionErrorKm);
    const share = (km: number): number =>
      errors.filter((error) => error <= km).length / errors.length;
    expect(share(5)).toBeGreaterThan(0.66);
    expect(share(15)).toBeGreaterThan(14 / 15);
  });
});
