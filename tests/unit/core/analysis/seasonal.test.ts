import { describe, expect, it } from 'vitest';
import type { EdgeIntervals } from '../../../../src/core/analysis/reach-intervals';
import { reach } from '../../../../src/core/analysis/reach';
import { seasonalUses, seasonalWithin } from '../../../../src/core/analysis/seasonal';
import { buildNetwork } from '../../../../src/core/network/build';
import { smallNetwork } from '../../../fixtures/network-small';

const network = buildNetwork(smallNetwork());

const ICE = { id: 'road-bersk-ice', kind: 'edge', months: [1, 2, 3] };
const ICE_CROSSING = { id: 'ice-road', kind: 'crossing', months: [1, 2, 3] };
const RIVER = { id: 'river-road', kind: 'crossing', months: [5, 6, 7, 8, 9, 10] };
const PORT = { id: 'heron-port', kind: 'port', months: [6, 7, 8, 9] };

/** Edges reached from one share of their length to another. */
const reached = (shares: Record<string, [number, number]>): EdgeIntervals =>
  new Map(Object.entries(shares).map(([id, share]) => [network.edgeIndex.get(id)!, [share]]));

describe('what of a reach is not open all year', () => {
  it('is an edge of which some is reached, with its months', () => {
    expect(seasonalWithin(network, reached({ 'road-bersk-ice': [0, 0.1] }))).toEqual([ICE]);
  });

  it('is no edge of which only an end is touched, nor one that is open all year', () => {
    expect(seasonalWithin(network, reached({ 'road-bersk-ice': [0, 0] }))).toEqual([]);
    expect(seasonalWithin(network, reached({ 'rail-ansk-bersk': [0, 1] }))).toEqual([]);
    expect(seasonalWithin(network, new Map())).toEqual([]);
  });

  it('is a crossing of which both sides are reached, and none of which one is', () => {
    const here = reached({ 'road-bersk-river': [0.2, 1] });
    expect(seasonalWithin(network, here)).toEqual([]);
    const short = reached({ 'road-bersk-river': [0.2, 1], 'road-river-dashan': [0.1, 1] });
    expect(seasonalWithin(network, short)).toEqual([]);
    const both = reached({ 'road-bersk-river': [0.2, 1], 'road-river-dashan': [0, 0] });
    expect(seasonalWithin(network, both)).toEqual([RIVER]);
  });

  it('is told by id', () => {
    const both = reached({
      ...{ 'road-bersk-river': [0, 1], 'road-river-dashan': [0, 1] },
      ...{ 'road-bersk-ice': [0, 1], 'road-ice-dashan': [0, 1] },
    });
    expect(seasonalWithin(network, both)).toEqual([ICE_CROSSING, RIVER, ICE]);
  });

  it('stands in the answer of a reach, and grows with the bound', () => {
    const of = (within: number): unknown => {
      const answer = reach(network, 'bersk', { bands: [within] });
      return answer.status === 'ok' && answer.seasonal;
    };
    expect(of(50)).toEqual([ICE]);
    expect(of(1000)).toEqual([ICE_CROSSING, RIVER, ICE]);
    expect(of(20_000)).toEqual([PORT, ICE_CROSSING, RIVER, ICE]);
  });

  it('is nothing in a month in which it is closed, and is still told in one in which it is open', () => {
    const inMonth = (month: number): string[] => {
      const answer = reach(buildNetwork(smallNetwork(), { month }), 'bersk', { bands: [1000] });
      return answer.status === 'ok' ? answer.seasonal.map(({ id }) => id) : [];
    };
    expect(inMonth(2)).toEqual(['ice-road', 'road-bersk-ice']);
    expect(inMonth(7)).toEqual(['river-road']);
    expect(inMonth(11)).toEqual([]);
  });

  it('of ids is each once, and none for what is open all year', () => {
    const ids = ['road-bersk-ice', 'river-road', 'rail-ansk-bersk', 'cx-rail', 'river-road'];
    expect(seasonalUses(network, ids)).toEqual([RIVER, ICE]);
  });
});
