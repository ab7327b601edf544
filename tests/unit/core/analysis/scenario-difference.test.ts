import { describe, expect, it } from 'vitest';
import { matrix } from '../../../../src/core/analysis/matrix';
import { rankHubs } from '../../../../src/core/analysis/centrality';
import { hubDifferences } from '../../../../src/core/analysis/hub-differences';
import { hubPairs } from '../../../../src/core/analysis/hub-pairs';
import { hubWays } from '../../../../src/core/analysis/hub-ways';
import { reach } from '../../../../src/core/analysis/reach';
import { route } from '../../../../src/core/analysis/route';
import {
  matrixDifference,
  pairDifferences,
  rankDifference,
  reachDifference,
  routeDifference,
} from '../../../../src/core/analysis/scenario-difference';
import { distanceKm } from '../../../../src/core/geo/geodesic';
import { buildNetwork } from '../../../../src/core/network/build';
import { parseScenario } from '../../../../src/core/scenario/parse';
import type { Network } from '../../../../src/core/network/types';
import { changedPair } from '../../../fixtures/changed-pair';
import { smallNetwork } from '../../../fixtures/network-small';
import { expectSums } from './sums';

const HUBS = ['ansk', 'bersk', 'dashan', 'eshan', 'fushan', 'heron', 'kuren', 'lone'];
const data = smallNetwork();
const today = buildNetwork(data);
const under = (document: object): Network =>
  buildNetwork(data, { scenario: parseScenario({ version: 1, ...document }) });
const cellsOf = (network: Network) =>
  matrix(network, HUBS).cells.map((cell) =>
    cell.status === 'ok' ? [cell.from, cell.to, cell.distanceKm, cell.hours] : [cell.from, cell.to],
  );

describe('a scenario', () => {
  it('that switches a planned line on equals a network in which it operates', () => {
    const rebuilt = smallNetwork();
    for (const { properties } of [...rebuilt.edges, ...rebuilt.crossings])
      if (properties.status === 'planned') properties.status = 'operating';
    expect(cellsOf(under({ on: ['steppe-link'] }))).toEqual(cellsOf(buildNetwork(rebuilt)));
    expect(cellsOf(under({ on: ['rail-ansk-px', 'rail-px-kuren'] }))).toEqual(
      cellsOf(buildNetwork(rebuilt)),
    );
  });

  it('that closes a crossing equals a network without it', () => {
    for (const { properties } of data.crossings) {
      const rebuilt = smallNetwork();
      for (const crossing of rebuilt.crossings)
        if (crossing.properties.id === properties.id) crossing.properties.status = 'closed';
      expect(cellsOf(under({ off: [properties.id] }))).toEqual(cellsOf(buildNetwork(rebuilt)));
    }
  });

  it('closes what it both opens and closes', () => {
    const closed = under({ on: ['steppe-link'], off: ['px-rail'] });
    expect(route(closed, { from: 'ansk', to: 'kuren' }).status).toBe('unreachable');
  });

  it('names the pairs that gain, and by how much', () => {
    const before = matrix(today, HUBS);
    const after = matrix(under({ on: ['steppe-link'] }), HUBS);
    const { pairs, cells } = matrixDifference(before, after);
    expect(cells).toHaveLength(64);
    expect(pairs.every((pair) => pair.kind === 'gained')).toBe(true);
    expect(new Set(pairs.flatMap((pair) => [pair.from, pair.to]))).toContain('kuren');
    expect(pairs).toHaveLength(6);
    const reversed = matrixDifference(after, before).pairs;
    expect(reversed.every((pair) => pair.kind === 'lost')).toBe(true);
  });

  it('changes the pairs whose cells differ, whether or not the same ones are looked at', () => {
    const before = matrix(today, HUBS);
    for (const document of [
      { on: ['steppe-link'] },
      { set: { 'cx-rail': { low: 10, typical: 30, high: 50 } } },
    ]) {
      const after = matrix(under(document), HUBS);
      const { cells } = matrixDifference(before, after);
      const changed = cells.filter(({ from, to, kind }) => {
        return HUBS.indexOf(from) < HUBS.indexOf(to) && kind !== 'same' && kind !== 'none';
      });
      expect(changed.length).toBeGreaterThan(0);
      expect(new Set(pairDifferences(before, after))).toEqual(new Set(changed));
      const pairs = (network: Network) => hubPairs(network, HUBS);
      expect(hubDifferences(pairs(today), pairs(under(document)))).toEqual(
        pairDifferences(before, after).map(changedPair),
      );
    }
  });

  it('signs the difference of a route: scenario minus today', () => {
    const slower = under({ set: { 'cx-rail': { low: 10, typical: 30, high: 50 } } });
    const query = { from: 'ansk', to: 'eshan' };
    const difference = routeDifference(route(today, query), route(slower, query));
    expect(difference).toMatchObject({
      kind: 'changed',
      difference: {
        distanceKm: 0,
        hours: {
          low: expect.closeTo(9, 9),
          typical: expect.closeTo(25, 9),
          high: expect.closeTo(30, 9),
        },
      },
    });
    expect(routeDifference(route(today, query), route(today, query)).kind).toBe('same');
  });

  it('moves assumed dwell times with the general row, published ones not', () => {
    const published = smallNetwork();
    const source = { title: 't', publisher: 'p', date: '2025' };
    published.crossings[0]!.properties.dwellHours = {
      ...{ low: 1, typical: 5, high: 20, assumption: false, source },
    };
    const scenario = parseScenario({
      ...{ version: 1, set: { 'dwell-rail': { low: 50, typical: 60, high: 70 } } },
    });
    const border = (features: typeof published): number => {
      const answer = route(buildNetwork(features, { scenario }), { from: 'ansk', to: 'eshan' });
      return answer.status === 'ok' ? answer.hoursByPart.border.typical : NaN;
    };
    expect(border(smallNetwork())).toBe(60);
    expect(border(published)).toBe(5);
  });

  it('compares reach and ranking', () => {
    const opened = under({ on: ['steppe-link'] });
    const bands = [500];
    const [band] = reachDifference(
      reach(today, 'ansk', { bands }),
      reach(opened, 'ansk', { bands }),
    );
    expect(band!.gainedHubs.map((hub) => hub.id)).toEqual(['kuren']);
    expect(band!.lostHubs).toEqual([]);
    expect(band!.km).toBeGreaterThan(300);
    const ranks = (network: Network) => rankHubs(hubWays(network, HUBS), { within: 500 });
    const kuren = rankDifference(ranks(today), ranks(opened)).find((r) => r.key === 'kuren')!;
    expect(kuren.placesWithin).toBe(1);
    expect(kuren.rankChange).toBeLessThan(0);
  });
});

describe('an added link', () => {
  const link = { from: 'eshan', to: 'ansk', gauge: 1435, speedKmh: 100 };

  it('is as long as its drawn line by its factor, and split at the border', () => {
    const network = under({ add: [{ ...link, lengthFactor: 1.2, borderAt: 0.25 }] });
    const answer = route(network, { from: 'eshan', to: 'ansk', by: 'time' });
    if (answer.status !== 'ok') throw new Error(answer.reason);
    const straight = distanceKm([126, 46], [110, 50]);
    expect(answer.addedKm).toBeCloseTo(1.2 * straight, 3);
    expect(answer.byCountry.CN! / answer.distanceKm).toBeCloseTo(0.25, 3);
    expect(answer.crossings).toMatchObject([{ id: 'added-1-border', hours: { typical: 20 } }]);
    expect(answer.hoursByPart.running.typical).toBeCloseTo((1.2 * straight) / 100, 3);
    expect(answer.byStatus.planned).toBeCloseTo(answer.distanceKm, 9);
    expectSums(answer);
  });

  it('brings a gauge break where its gauge meets another', () => {
    const network = under({ add: [link] });
    const answer = route(network, { from: 'eshan', to: 'bersk', via: ['ansk'], by: 'time' });
    if (answer.status !== 'ok') throw new Error(answer.reason);
    expect(answer.gaugeBreaks.map((g) => g.node)).toEqual(['ansk']);
  });

  it('joins the middle of an edge where its end is given as coordinates', () => {
    const network = under({ add: [{ ...link, from: [112, 50.29], to: 'lone', gauge: 1520 }] });
    const answer = route(network, { from: 'ansk', to: 'added-1-from' });
    if (answer.status !== 'ok') throw new Error(answer.reason);
    expect(answer.edges).toMatchObject([{ id: 'rail-ansk-bersk' }]);
    expect(answer.distanceKm).toBeGreaterThan(150);
    expect(answer.distanceKm).toBeLessThan(160);
    // The edge is whole for whoever passes by.
    const whole = route(network, { from: 'ansk', to: 'bersk' });
    expect(whole.status === 'ok' && whole.edges).toMatchObject([{ km: 310 }]);
    const across = route(network, { from: 'bersk', to: 'ansk', via: ['added-1-from'] });
    expect(across.status === 'ok' && across.distanceKm).toBeCloseTo(310, 6);
  });

  it('stands free where nothing is near, and can still be travelled', () => {
    const add = [{ from: [60, 40], to: [62, 41], mode: 'road', speedKmh: 50 }];
    const network = under({ add });
    const answer = route(network, { from: [60, 40], to: [62, 41] });
    expect(answer.status === 'ok' && answer.distanceKm).toBeCloseTo(
      distanceKm([60, 40], [62, 41]),
      3,
    );
  });
});
