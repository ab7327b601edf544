import { describe, expect, it } from 'vitest';
import type { Route, RouteAnswer } from '../../../../src/core/analysis/answers';
import { route } from '../../../../src/core/analysis/route';
import { inverse } from '../../../../src/core/geo/geodesic';
import { buildNetwork } from '../../../../src/core/network/build';
import type { NetworkData } from '../../../../src/core/network/types';
import type { LngLat } from '../../../../src/core/types';
import { ASSUMPTIONS, edge, hub } from '../../../fixtures/network-features';
import { smallNetwork } from '../../../fixtures/network-small';
import { expectSums } from './sums';

const ok = (answer: RouteAnswer): Extract<RouteAnswer, { status: 'ok' }> => {
  if (answer.status !== 'ok') throw new Error(`${answer.status}: ${answer.reason}`);
  return answer;
};
/** A grid of stations 100 km apart, all of one railway country: many ways between its corners. */
function grid(size: number): NetworkData {
  const at = (x: number, y: number): LngLat => [100 + x, 50 + y * 0.7];
  const data: NetworkData = {
    hubs: [],
    ports: [],
    crossings: [],
    nodes: [],
    edges: [],
    assumptions: ASSUMPTIONS,
  };
  for (let x = 0; x < size; x++)
    for (let y = 0; y < size; y++) {
      data.hubs.push(hub(`h${x}${y}`, 'RU', at(x, y)));
      if (x > 0)
        data.edges.push(
          edge(`x${x}${y}`, [`h${x - 1}${y}`, `h${x}${y}`], 'RU', [at(x - 1, y), at(x, y)]),
        );
      if (y > 0)
        data.edges.push(
          edge(`y${x}${y}`, [`h${x}${y - 1}`, `h${x}${y}`], 'RU', [at(x, y - 1), at(x, y)]),
        );
    }
  return data;
}

describe('a route', () => {
  const network = buildNetwork(smallNetwork());

  it('is decomposed into parts that sum to the whole', () => {
    for (const by of ['distance', 'time'] as const)
      for (const [from, to] of [
        ['ansk', 'eshan'],
        ['ansk', 'heron'],
        ['fushan', 'heron'],
        ['bersk', 'dashan'],
      ] as const)
        expectSums(ok(route(network, { from, to, by })));
  });

  it('consists of its edges, in order, from end to end', () => {
    const answer = ok(route(network, { from: 'ansk', to: 'heron' }));
    expect(answer.edges.reduce((km, e) => km + e.km, 0)).toBeCloseTo(answer.distanceKm, 9);
    expect(answer.path[0]).toBe('ansk');
    expect(answer.path[answer.path.length - 1]).toBe('heron');
    const kms = [...answer.crossings, ...answer.gaugeBreaks, ...answer.transfers].map(
      (p) => p.atKm,
    );
    for (const km of kms) expect(km).toBeLessThanOrEqual(answer.distanceKm + 1e-9);
  });

  it('has a line that is cut at 180 degrees and otherwise unbroken', () => {
    const { geometry } = ok(route(network, { from: 'eshan', to: 'heron' }));
    if (geometry.type !== 'MultiLineString') throw new Error('not cut');
    expect(geometry.coordinates).toHaveLength(2);
    const [west, east] = geometry.coordinates as [LngLat[], LngLat[]];
    expect(west[west.length - 1]![0]).toBe(180);
    expect(east[0]![0]).toBe(-180);
    expect(west[west.length - 1]![1]).toBe(east[0]![1]);
    for (const part of geometry.coordinates)
      for (const position of part) expect(Math.abs(position[0]!)).toBeLessThanOrEqual(180);
  });

  it('reports the gap of a place that is given as coordinates, and where it joins', () => {
    const answer = ok(route(network, { from: [112, 50.5], to: 'bersk' }));
    expect(answer.from.joins!.edge).toBe('rail-ansk-bersk');
    const { lng, lat } = answer.from.joins!;
    expect(answer.from.snapKm).toBeCloseTo(inverse([112, 50.5], [lng, lat]).distanceKm, 9);
    expect(answer.from.snapKm).toBeGreaterThan(15);
    // The edge is published as 310 km: its chainage counts in those.
    expect(answer.from.joins!.chainageKm + answer.distanceKm).toBeCloseTo(310, 6);
  });

  it('refuses places more than 100 km from the network', () => {
    expect(route(network, { from: [100, 30], to: 'ansk' })).toMatchObject({
      status: 'too-far',
      reason: expect.stringMatching(/100,30 lies more than 100 km/),
    });
  });

  it('goes through the places asked for, in order', () => {
    const direct = ok(route(network, { from: 'ansk', to: 'dashan' }));
    const via = ok(route(network, { from: 'ansk', to: 'dashan', via: ['eshan', 'bersk'] }));
    expect(via.via.map((place) => place.id)).toEqual(['eshan', 'bersk']);
    expect(via.distanceKm).toBeGreaterThan(direct.distanceKm);
    expectSums(via);
  });

  it('says which input is wrong', () => {
    const bad =
      (query: object): (() => unknown) =>
      () =>
        route(network, { from: 'ansk', to: 'bersk', ...query });
    expect(bad({ from: 'anks' })).toThrow(/no place is called "anks".*did you mean ansk/);
    expect(bad({ to: [200, 10] })).toThrow(/longitude \(-180 to 180\)/);
    expect(bad({ to: '50,110' })).toThrow(/swap/);
    expect(bad({ alternatives: 6 })).toThrow(/0 to 5/);
    expect(bad({ maxShare: 1 })).toThrow(/share/);
    expect(bad({ maxRatio: 0.5 })).toThrow(/ratio/);
  });
});

describe('alternatives', () => {
  const network = buildNetwork(grid(5));
  const answer = ok(route(network, { from: 'h00', to: 'h44', alternatives: 5 }));
  const ways: Route[] = [answer, ...answer.alternatives!];

  it('are several on a grid, ordered, none better than the best', () => {
    expect(ways.length).toBeGreaterThan(3);
    for (let i = 1; i < ways.length; i++)
      expect(ways[i]!.distanceKm).toBeGreaterThanOrEqual(ways[i - 1]!.distanceKm - 1e-9);
  });

  it('share at most the share asked for with every better one, and stay within the ratio', () => {
    for (const maxShare of [0.2, 0.6]) {
      const found = ok(route(network, { from: 'h00', to: 'h44', alternatives: 5, maxShare }));
      const all: Route[] = [found, ...found.alternatives!];
      all.forEach((way, i) => {
        expect(way.distanceKm).toBeLessThanOrEqual(1.6 * found.distanceKm);
        expectSums(way);
        for (const better of all.slice(0, i)) {
          const ids = new Set(better.edges.map((e) => e.id));
          const shared = way.edges.filter((e) => ids.has(e.id)).reduce((km, e) => km + e.km, 0);
          expect(shared).toBeLessThanOrEqual(maxShare * way.distanceKm + 1e-9);
        }
      });
    }
  });

  it('are none where there is one way only', () => {
    const self = ok(route(network, { from: 'h00', to: 'h00', alternatives: 3 }));
    expect(self.alternatives).toEqual([]);
    const line = buildNetwork(smallNetwork(), { modes: ['rail'] });
    expect(ok(route(line, { from: 'ansk', to: 'bersk', alternatives: 3 })).alternatives).toEqual(
      [],
    );
  });
});
