import { expect, it } from 'vitest';
import { route } from '../../../../src/core/analysis/route';
import type { RouteLeg } from '../../../../src/core/analysis/route-legs';
import { buildNetwork } from '../../../../src/core/network/build';
import { smallNetwork } from '../../../fixtures/network-small';

const network = buildNetwork(smallNetwork());

it('groups the edges of a way into legs whose km and hours sum to those of the way', () => {
  for (const [from, to] of [
    ['ansk', 'eshan'],
    ['eshan', 'heron'],
    ['112,50.3', 'heron'],
  ] as const) {
    const answer = route(network, { from, to });
    if (answer.status !== 'ok') throw new Error(answer.reason);
    const sum = (of: (leg: RouteLeg) => number): number =>
      answer.legs.reduce((total, leg) => total + of(leg), 0);
    expect(sum((leg) => leg.km)).toBeCloseTo(answer.distanceKm, 6);
    expect(sum((leg) => leg.hours.high)).toBeCloseTo(answer.hoursByPart.running.high, 6);
    expect(sum((leg) => leg.kmBySource.published ?? 0)).toBeCloseTo(answer.publishedKm, 6);
    expect(answer.legs.flatMap((leg) => leg.edges)).toEqual(answer.edges.map((edge) => edge.id));
    const legs = answer.legs;
    for (let i = 1; i < legs.length; i++) {
      expect(legs[i]!.from?.id).toBe(legs[i - 1]!.to?.id);
      expect(legs[i]!.atKm).toBeCloseTo(legs[i - 1]!.atKm + legs[i - 1]!.km, 6);
    }
  }
});

it('ends a leg at a border, and names no node where a way joins an edge between two', () => {
  const answer = route(network, { from: '112,50.3', to: 'dashan' });
  if (answer.status !== 'ok') throw new Error(answer.reason);
  expect(answer.legs[0]!.from).toBeUndefined();
  expect(answer.legs.map((leg) => leg.country)).toEqual(
    [...answer.legs.map((leg) => leg.country)].sort().reverse(),
  );
  expect(answer.legs.find((leg) => leg.country === 'CN')!.from?.id).toBe(answer.crossings[0]!.id);
});
