import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { EdgeFeature } from '../../../../src/core/corridor/corridor-line';
import { drawnProfile } from '../../../../src/core/corridor/drawn-profile';
import { EdgeFinder } from '../../../../src/core/corridor/legs-on-edges';
import type { CorridorNode } from '../../../../src/core/corridor/types';
import { destination } from '../../../../src/core/geo/geodesic';
import type { LngLat } from '../../../../src/core/types';
import { karneyKm } from '../geo/brute';

const square = (west: number, east: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 40],
      [east, 40],
      [east, 60],
      [west, 60],
      [west, 40],
    ],
  ],
});

const edge = (id: string, coordinates: LngLat[], more = {}): EdgeFeature =>
  ({
    type: 'Feature',
    properties: { id, from: 'a', to: 'b', mode: 'rail', country: 'AA', status: 'planned', ...more },
    geometry: { type: 'LineString', coordinates },
  }) as unknown as EdgeFeature;

const a: LngLat = [102, 50];
const b: LngLat = [106, 50];
const c: LngLat = [109, 51];
const d: LngLat = [112, 50];
const railway = edge('railway', [a, b], { gauges: [1520, 1435], electrified: true });
/** From b to c, but round a corner: three times as far as the line that is drawn. */
const detour = edge('detour', [b, [107, 56], c], { mode: 'road' });
const node = (id: string, kind: CorridorNode['kind'], [lng, lat]: LngLat): CorridorNode => ({
  ...{ id, kind, name: { en: id }, lng, lat },
});
const north = destination([104, 50], 0, 30);
const ground = {
  countries: [
    { country: 'AA', geometry: square(95, 110) },
    { country: 'BB', geometry: square(110, 120) },
  ],
  edges: new EdgeFinder([railway, detour]),
  places: [
    node('at-a', 'junction', a),
    node('beside', 'hub', north),
    node('beside-too', 'station', north),
    node('far', 'hub', [104, 57]),
  ],
};
const line = { id: 'mine', name: 'Mine', points: [a, b, c, d] };
const profile = drawnProfile(line, ground, 60);
const total = (groups: Partial<Record<string, number>>): number =>
  Object.values(groups).reduce<number>((sum, km) => sum + (km ?? 0), 0);

describe('a drawn line as a corridor', () => {
  it('tells mode, gauge, status and traction where it lies on the network, and unknown elsewhere', () => {
    const onKm = karneyKm(a, b);
    const restKm = karneyKm(b, c) + karneyKm(c, d);
    expect(profile.byMode).toEqual({
      rail: expect.closeTo(onKm, 6) as number,
      unknown: expect.closeTo(restKm, 6) as number,
    });
    expect(profile.byGauge).toMatchObject({ '1435+1520': expect.closeTo(onKm, 6) as number });
    expect(profile.byStatus).toMatchObject({ planned: expect.closeTo(onKm, 6) as number });
    expect(profile.onNetworkKm).toBeCloseTo(onKm, 6);
    expect(profile.edges[0]).toMatchObject({ id: 'railway', electrified: true, reversed: false });
    expect(profile.edges.at(-1)).not.toHaveProperty('mode');
  });

  it('is as long in every group, and its stretches lead from place to place', () => {
    const lengthKm = karneyKm(a, b) + karneyKm(b, c) + karneyKm(c, d);
    const { byCountry, byMode, byGauge, byStatus } = profile;
    for (const group of [byCountry, byMode, byGauge, byStatus])
      expect(total(group)).toBeCloseTo(lengthKm, 6);
    let atKm = 0;
    const starts = profile.edges.map(({ km }) => (atKm += km) - km);
    const chainages = new Set(profile.places.map(({ mixedChainageKm }) => mixedChainageKm));
    expect([...chainages].slice(0, -1)).toHaveLength(profile.edges.length);
    expect(profile.places.at(-1)!.mixedChainageKm).toBe(atKm);
    expect(starts).toHaveLength(profile.edges.length);
  });

  it('passes the border where the meridian is, as the bisection of a geodesic finds it', () => {
    expect(profile.borders).toHaveLength(1);
    const [{ from, to, chainageKm, lng, lat }] = profile.borders as [never];
    expect([from, to]).toEqual(['AA', 'BB']);
    expect(lng).toBeCloseTo(110, 3);
    const beforeC = karneyKm(a, b) + karneyKm(b, c);
    expect(chainageKm).toBeCloseTo(beforeC + karneyKm(c, [lng, lat]), 3);
  });

  it('has its ends, what lies on it, and hubs near it, at the kilometre nearest to them', () => {
    const told = profile.places.filter(({ kind }) => kind !== 'waypoint');
    expect(told.map(({ id, kind }) => (id.startsWith('km-') ? kind : id))).toEqual([
      ...['at-a', 'beside', 'station'],
    ]);
    const [first, beside] = told;
    expect(first).not.toHaveProperty('offKm');
    // The geodesic from a to b runs some 2 km north of the parallel.
    expect(beside!.offKm).toBeGreaterThan(27);
    expect(beside!.offKm).toBeLessThan(30);
    expect(beside!.chainageKm).toBeCloseTo(karneyKm(a, [104, 50]), 0);
    const near = drawnProfile(line, ground, 20);
    expect(near.places.map(({ id }) => id)).not.toContain('beside');
  });

  it('backwards is the same, against the direction of the edge', () => {
    const back = drawnProfile({ ...line, points: [...line.points].reverse() }, ground, 60);
    expect(back.edges.at(-1)).toMatchObject({ id: 'railway', reversed: true });
    expect(back.onNetworkKm).toBeCloseTo(profile.onNetworkKm, 6);
    expect(back.borders.map(({ from, to }) => [from, to])).toEqual([['BB', 'AA']]);
  });
});
