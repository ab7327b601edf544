import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { route } from '../../../../src/core/analysis/route';
import { distanceKm } from '../../../../src/core/geo/geodesic';
import { buildNetwork } from '../../../../src/core/network/build';
import { QuaternaryHeap } from '../../../../src/core/network/heap';
import type { NetworkData } from '../../../../src/core/network/types';
import type { LngLat } from '../../../../src/core/types';
import { ASSUMPTIONS, edge, station } from '../../../fixtures/network-features';

/** Stations joined in the order given by one railway. */
function railway(points: Record<string, LngLat>, order: string[]): NetworkData {
  return {
    ...{ hubs: [], ports: [], crossings: [], assumptions: ASSUMPTIONS },
    nodes: Object.entries(points).map(([id, at]) => station(id, 'RU', at)),
    edges: order.slice(1).map((to, i) => {
      const from = order[i]!;
      return edge(`e${i}`, [from, to], 'RU', [points[from]!, points[to]!]);
    }),
  };
}
const POINTS: Record<string, LngLat> = { a: [100, 50], b: [101, 50], c: [101, 51], d: [100, 51] };
const km = (data: NetworkData, from: string | LngLat, to: string | LngLat): number => {
  const answer = route(buildNetwork(data), { from, to });
  if (answer.status !== 'ok') throw new Error(answer.reason);
  return answer.distanceKm;
};
const length = (...ids: string[]): number =>
  ids.slice(1).reduce((sum, id, i) => sum + distanceKm(POINTS[ids[i]!]!, POINTS[id]!), 0);

describe('the joined graph', () => {
  it('keeps junctions and ends only', () => {
    const { joined, stateCount } = buildNetwork(railway(POINTS, ['a', 'b', 'c', 'd']));
    expect(stateCount).toBe(4);
    expect(joined).toMatchObject({ junctionCount: 2, chainCount: 1 });
  });

  it('finds the shorter way round a ring that has no junction', () => {
    const ring = railway(POINTS, ['a', 'b', 'c', 'd', 'a']);
    expect(buildNetwork(ring).joined.junctionCount).toBe(1);
    expect(km(ring, 'b', 'c')).toBeCloseTo(length('b', 'c'), 5);
    expect(km(ring, 'b', 'd')).toBeCloseTo(
      Math.min(length('b', 'a', 'd'), length('b', 'c', 'd')),
      5,
    );
    expect(km(ring, 'd', 'b')).toBeCloseTo(km(ring, 'b', 'd'), 5);
    expect(km(ring, 'a', 'a')).toBe(0);
  });

  it('goes round a ring the shorter way between two points inside its edges', () => {
    const ring = railway(POINTS, ['a', 'b', 'c', 'd', 'a']);
    const there = km(ring, [100.9, 50], [100.9, 51]);
    expect(there).toBeGreaterThan(length('b', 'c'));
    expect(there).toBeLessThan(length('b', 'c') + 0.25 * length('a', 'b'));
    const overStart = km(ring, [100.1, 50], [100, 50.1]);
    expect(overStart).toBeLessThan(0.25 * length('a', 'b', 'c'));
  });

  it('bears a ring at the end of a line, and an edge that ends where it begins', () => {
    const balloon = railway(POINTS, ['a', 'b', 'c', 'd', 'b']);
    expect(km(balloon, 'a', 'd')).toBeCloseTo(length('a', 'b', 'd'), 5);
    expect(km(balloon, 'c', 'd')).toBeCloseTo(length('c', 'd'), 5);
    const loop = railway(POINTS, ['a', 'b']);
    loop.edges.push(edge('loop', ['b', 'b'], 'RU', [POINTS.b!, POINTS.c!, POINTS.b!]));
    expect(km(loop, 'a', 'b')).toBeCloseTo(length('a', 'b'), 5);
    expect(km(loop, 'a', POINTS.c!)).toBeCloseTo(length('a', 'b', 'c'), 5);
  });

  it('joins nothing over a closed edge', () => {
    const ring = railway(POINTS, ['a', 'b', 'c', 'd', 'a']);
    ring.edges[0]!.properties.status = 'closed';
    expect(km(ring, 'a', 'b')).toBeCloseTo(length('a', 'd', 'c', 'b'), 5);
  });
});

describe('the heap', () => {
  it('gives items by key, as a sorted list does, also where keys are lowered', () => {
    const item = fc.record({ item: fc.nat(19), key: fc.double({ noNaN: true }) });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60 }), (pushes) => {
        const heap = new QuaternaryHeap(20);
        const least = new Map<number, number>();
        for (const { item: index, key } of pushes) {
          // The heap lowers keys only; that is all a search does.
          if (key >= (least.get(index) ?? Infinity)) continue;
          least.set(index, key);
          heap.push(index, key);
        }
        const keys: number[] = [];
        while (heap.size > 0) {
          expect(heap.minKey).toBe(Math.min(...least.values()));
          const popped = heap.pop();
          keys.push(least.get(popped)!);
          least.delete(popped);
        }
        expect(keys).toEqual(keys.toSorted((a, b) => a - b));
        expect(heap.pop()).toBe(-1);
      }),
    );
  });
});
