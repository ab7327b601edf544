import { describe, expect, it } from 'vitest';
import { matrix, matrixSteps } from '../../../../src/core/analysis/matrix';
import { rankHubs } from '../../../../src/core/analysis/centrality';
import { hubWays } from '../../../../src/core/analysis/hub-ways';
import { route } from '../../../../src/core/analysis/route';
import { buildNetwork } from '../../../../src/core/network/build';
import { smallNetwork } from '../../../fixtures/network-small';
import { expectSums } from './sums';

const HUBS = ['ansk', 'bersk', 'dashan', 'eshan', 'fushan', 'heron', 'kuren', 'lone'];
const network = buildNetwork(smallNetwork());

describe('a matrix', () => {
  const answer = matrix(network, HUBS);
  const cell = (i: number, k: number) => answer.cells[i * HUBS.length + k]!;

  it('is symmetric, with what lies on the way in the other order', () => {
    HUBS.forEach((_, i) =>
      HUBS.forEach((_, k) => {
        const there = cell(i, k);
        const back = cell(k, i);
        expect(there.status).toBe(back.status);
        if (there.status !== 'ok' || back.status !== 'ok') return;
        expect(back.distanceKm).toBe(there.distanceKm);
        expect(back.hours).toEqual(there.hours);
        expect(back.path).toEqual(there.path.toReversed());
        expect(back.crossings).toEqual(there.crossings.toReversed());
      }),
    );
  });

  it('holds in each cell what the route between the two says', () => {
    for (const by of ['distance', 'time'] as const) {
      const cells = matrix(network, HUBS, { by }).cells;
      cells.forEach((found, index) => {
        const from = HUBS[Math.floor(index / HUBS.length)]!;
        const to = HUBS[index % HUBS.length]!;
        const single = route(network, { from, to, by });
        expect(found.status).toBe(single.status);
        expect(found.greatCircleKm).toBe(single.greatCircleKm);
        if (found.status !== 'ok' || single.status !== 'ok') return;
        expectSums(found);
        expect(found.distanceKm).toBeCloseTo(single.distanceKm, 9);
        expect(found.hours.high).toBeCloseTo(single.hours.high, 9);
        expect(found.crossings).toEqual(single.crossings.map((c) => c.id));
        expect(found.gaugeBreaks).toEqual(single.gaugeBreaks.map((g) => g.node));
        expect(found.transfers).toEqual(single.transfers.map((t) => t.node));
        expect(found.path).toEqual(single.path);
        expect(new Set(found.seasonal)).toEqual(new Set(single.seasonal.map((s) => s.id)));
      });
    }
  });

  it('keeps pairs that cannot be joined, with the reason', () => {
    expect(cell(0, 7)).toMatchObject({ status: 'unreachable', reason: /ansk and lone/ });
    expect(cell(0, 6)).toMatchObject({ status: 'too-far', reason: /kuren/ });
    expect(cell(0, 0)).toMatchObject({ status: 'ok', distanceKm: 0 });
  });

  it('takes names and coordinates as well as ids', () => {
    const named = matrix(network, ['ansk-zh', [114, 50], 'BERSK']);
    expect(named.places.map((place) => place.key)).toEqual(['ansk', '114,50', 'bersk']);
    expect(named.cells[1]).toMatchObject({ status: 'ok', distanceKm: 310 });
    expect(named.cells[5]).toMatchObject({ status: 'ok', distanceKm: 0 });
  });

  it('is made row by row, and can be left at any', () => {
    const rows = [...matrixSteps(network, HUBS)].map(({ done }) => done);
    expect(rows).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const steps = matrixSteps(network, HUBS);
    expect(steps.next().value).toEqual({ done: 1, total: 8 });
    // Another matrix made in between changes nothing.
    const whole = matrix(network, HUBS, { by: 'time' });
    let last = steps.next();
    while (!last.done) last = steps.next();
    expect(last.value).toEqual(matrix(network, HUBS));
    expect(matrix(network, HUBS, { by: 'time' })).toEqual(whole);
  });

  it('refuses to be empty', () => {
    expect(() => matrix(network, [])).toThrow(/no place/);
  });
});

describe('the ranking of hubs', () => {
  const ranks = rankHubs(hubWays(network, HUBS), {
    within: 1000,
    population: { ansk: 5, bersk: 7, dashan: 11, eshan: 13 },
  });
  const of = (key: string) => ranks.find((entry) => entry.key === key)!;

  it('counts what lies within the bound', () => {
    expect(of('dashan')).toMatchObject({ placesWithin: 3, populationWithin: 25, reachable: 5 });
    expect(of('lone')).toMatchObject({ placesWithin: 0, reachable: 0, harmonicMean: undefined });
    expect(ranks[0]!.rank).toBe(1);
  });

  it('gives the share of other pairs whose way leads through a hub', () => {
    // All ways of six joined places but those of bersk and ansk to each other pass ... nothing else.
    expect(of('ansk').betweenness).toBe(0);
    // From ansk to the four beyond: all of the ten pairs without bersk that begin at ansk.
    expect(of('bersk').betweenness).toBeCloseTo(4 / 10, 9);
  });

  it('gives equal places the same rank', () => {
    expect(of('kuren').rank).toBe(of('lone').rank);
  });
});
