import { beforeAll, describe, expect, it } from 'vitest';
import type { EdgeFeature } from '../../geodata/build/lib/context';
import { nearestOnSegment } from '../../geodata/build/lib/polyline';
import {
  farthestStrayKm,
  likelyStrayKm,
  USUAL_WINDING,
} from '../../geodata/build/network/rail-china/lengths';
import { distanceKm } from '../../src/core/geo/geodesic';
import { lineLengthKm } from '../../src/core/geo/line-length';
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

/** What the position errors of the Chinese edges in use say, km. */
const errorsOfChina = (): number[] =>
  edges
    .filter(({ properties }) => properties.country === 'CN' && properties.status === 'operating')
    .map(({ properties }) => properties.positionErrorKm);

describe('Chinese chains', () => {
  it('are within 5 km of the track, 19 times in 20, on four edges of five; within 15 km on 24 of 25', () => {
    const errors = errorsOfChina();
    const share = (km: number): number =>
      errors.filter((error) => error <= km).length / errors.length;
    expect(share(5)).toBeGreaterThan(4 / 5);
    expect(share(15)).toBeGreaterThan(24 / 25);
  });

  it('are expected to be within 5 km of the track on more than nine edges of ten', () => {
    const strays = known()
      .map(({ trackKm, straightKm, strayKm }) => strayKm / likelyStrayKm(trackKm, straightKm))
      .filter(Number.isFinite);
    const chance = (errorKm: number): number =>
      errorKm <= 5 ? 1 : strays.filter((stray) => stray * errorKm <= 5).length / strays.length;
    const errors = errorsOfChina();
    const expected = errors.reduce((sum, error) => sum + chance(error), 0) / errors.length;
    expect(expected).toBeGreaterThan(0.92);
  });

  it('wind less than what is assumed without a length on seven stretches of eight', () => {
    const windings = edges.flatMap(({ properties, geometry }) => {
      const { country, geometryGrade, lengthKm, ratioReason } = properties;
      if (country !== 'CN' || geometryGrade !== 'station-chain' || !lengthKm) return [];
      if (ratioReason?.includes('point of the city')) return [];
      return [lengthKm.value / lineLengthKm(geometry.coordinates as LngLat[])];
    });
    expect(windings.length).toBeGreaterThan(500);
    const less = windings.filter((winding) => winding < USUAL_WINDING);
    expect(less.length / windings.length).toBeGreaterThan(7 / 8);
  });
});
