import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrix } from '../../../../src/core/analysis/matrix';
import { route } from '../../../../src/core/analysis/route';
import { buildNetwork } from '../../../../src/core/network/build';
import type { NetworkData } from '../../../../src/core/network/types';
import { TODAY } from '../../../../src/core/scenario/types';
import type { Gauge, LngLat, Mode } from '../../../../src/core/types';
import {
  ASSUMPTIONS,
  crossing,
  edge,
  hub,
  port,
  station,
} from '../../../fixtures/network-features';
import { smallNetwork } from '../../../fixtures/network-small';
import { plainDijkstra, referenceNetwork } from './reference';

const COUNTRIES = ['RU', 'CN'] as const;

/** Networks of up to ten nodes of all kinds, with any edges between them. */
const networks: fc.Arbitrary<NetworkData> = fc
  .record({
    nodes: fc.array(
      fc.record({
        kind: fc.constantFrom('hub', 'hub', 'station', 'station', 'port', 'crossing'),
        country: fc.constantFrom(...COUNTRIES),
        lng: fc.integer({ min: 100, max: 130 }),
        lat: fc.integer({ min: 40, max: 60 }),
        gaugeBreak: fc.boolean(),
        otherGauge: fc.boolean(),
        closed: fc.boolean(),
        months: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1 }), {
          nil: undefined,
        }),
      }),
      { minLength: 2, maxLength: 10 },
    ),
    edges: fc.array(
      fc.record({
        a: fc.nat(9),
        b: fc.nat(9),
        country: fc.constantFrom(...COUNTRIES),
        mode: fc.constantFrom<Mode>('rail', 'rail', 'rail', 'road', 'sea'),
        gauges: fc.constantFrom<Gauge[]>([1520], [1435], [1520, 1435]),
        planned: fc.constantFrom(false, false, false, true),
        months: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1 }), {
          nil: undefined,
        }),
        km: fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 24 },
    ),
  })
  .map(({ nodes, edges }) => {
    const at = (i: number): LngLat => [nodes[i]!.lng, nodes[i]!.lat];
    const id = (i: number): string => `n${i}`;
    const data: NetworkData = {
      hubs: [],
      ports: [],
      crossings: [],
      nodes: [],
      edges: [],
      assumptions: ASSUMPTIONS,
    };
    const town = nodes[0]!.kind === 'hub' ? id(0) : undefined;
    nodes.forEach(({ kind, country, gaugeBreak, otherGauge, closed, months }, i) => {
      const status = closed ? 'closed' : 'operating';
      if (kind === 'hub') data.hubs.push(hub(id(i), country, at(i), { gaugeBreak }));
      else if (kind === 'station') data.nodes.push(station(id(i), country, at(i), { gaugeBreak }));
      else if (kind === 'port')
        data.ports.push(port(id(i), country, at(i), { status, months, hub: town }));
      else
        data.crossings.push(
          crossing(id(i), ['RU', 1520, 'CN', otherGauge ? 1435 : 1520], ['rail', 'road'], at(i), {
            status,
            months,
          }),
        );
    });
    edges.forEach(({ a, b, country, mode, gauges, planned, months, km }, i) => {
      const from = a % nodes.length;
      const to = b % nodes.length;
      if (from === to) return;
      data.edges.push(
        edge(`e${i}`, [id(from), id(to)], mode === 'sea' ? 'sea' : country, [at(from), at(to)], {
          mode,
          ...(mode === 'rail' ? { gauges } : {}),
          status: planned ? 'planned' : 'operating',
          months,
          ...(km === undefined
            ? {}
            : { lengthKm: { value: km, source: { title: 't', publisher: 'p', date: '2025' } } }),
        }),
      );
    });
    return data;
  });

describe('shortest paths', () => {
  it('equal a plain search that shares no code, on random networks', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        networks,
        fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
        fc.constantFrom<'distance' | 'time'>('distance', 'time'),
        fc.subarray(['e0', 'e1', 'e2', 'e3', 'line-e4']),
        fc.subarray(['e5', 'e6', 'line-e7', 'n1']),
        (data, month, by, on, off) => {
          const scenario = { ...TODAY, id: 's', on, off };
          const network = buildNetwork(data, { scenario, ...(month ? { month } : {}) });
          const reference = referenceNetwork(data, { on, off, ...(month ? { month } : {}) });
          const ids = network.nodes.map((n) => n.id).filter((id) => reference.statesOf.has(id));
          if (ids.length === 0) return;
          const answer = matrix(network, ids, { by });
          ids.forEach((from, row) => {
            const costs = plainDijkstra(reference, from, by);
            ids.forEach((to, column) => {
              const cell = answer.cells[row * ids.length + column]!;
              const expected = costs.get(to);
              if (cell.status !== 'ok') {
                expect(expected).toBeUndefined();
                return;
              }
              const cost = by === 'distance' ? cell.distanceKm : cell.hours.typical;
              expect(cost).toBeCloseTo(expected!, 6);
              // One way alone is searched for with a guide: it must not lead astray.
              const single = route(network, { from, to, by });
              if (single.status !== 'ok') throw new Error(single.reason);
              const alone = by === 'distance' ? single.distanceKm : single.hours.typical;
              expect(alone).toBeCloseTo(expected!, 6);
            });
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never change gauge, mode or country for nothing at a place on the way', () => {
    const network = buildNetwork(smallNetwork());
    const direct = route(network, { from: 'ansk', to: 'eshan', by: 'time' });
    const viaCrossing = route(network, { from: 'ansk', to: 'eshan', via: ['cx-rail'], by: 'time' });
    const viaBreak = route(network, { from: 'ansk', to: 'eshan', via: ['dashan'], by: 'time' });
    if (direct.status !== 'ok' || viaCrossing.status !== 'ok' || viaBreak.status !== 'ok')
      throw new Error('unreachable');
    for (const via of [viaCrossing, viaBreak]) {
      for (const end of ['low', 'typical', 'high'] as const)
        expect(via.hours[end]).toBeCloseTo(direct.hours[end], 9);
      expect(via.crossings.map((c) => c.id)).toEqual(['cx-rail']);
      expect(via.gaugeBreaks).toHaveLength(1);
    }
  });

  it('run along one edge between two points of it', () => {
    const network = buildNetwork(smallNetwork(), { modes: ['rail'] });
    const answer = route(network, { from: [121, 48.55], to: [124, 47.05] });
    if (answer.status !== 'ok') throw new Error(answer.reason);
    expect(answer.edges).toHaveLength(1);
    expect(answer.edges[0]!.id).toBe('rail-dashan-eshan');
    const back = route(network, { from: [124, 47.05], to: [121, 48.55] });
    if (back.status !== 'ok') throw new Error(back.reason);
    expect(back.distanceKm).toBeCloseTo(answer.distanceKm, 9);
    expect(back.edges[0]!.reversed).toBe(true);
    const split = answer.from.joins!.chainageKm + answer.distanceKm;
    expect(split).toBeCloseTo(answer.to.joins!.chainageKm, 9);
  });

  it('return to a point on an edge by way of a later stop', () => {
    const network = buildNetwork(smallNetwork(), { modes: ['rail'] });
    const point: LngLat = [123, 47.5];
    const answer = route(network, { from: point, to: point, via: ['eshan'] });
    const out = route(network, { from: point, to: 'eshan' });
    if (answer.status !== 'ok' || out.status !== 'ok') throw new Error('unreachable');
    expect(answer.distanceKm).toBeCloseTo(2 * out.distanceKm, 9);
  });

  it('find no distance between a place and itself', () => {
    const answer = route(buildNetwork(smallNetwork()), { from: 'ansk', to: 'ansk' });
    expect(answer).toMatchObject({ status: 'ok', distanceKm: 0, detourRatio: 1, edges: [] });
  });
});
