import { beforeAll, describe, expect, it } from 'vitest';
import type { RouteAnswer } from '../../src/core/analysis/answers';
import { hubDifferences } from '../../src/core/analysis/hub-differences';
import { hubPairs } from '../../src/core/analysis/hub-pairs';
import { hubWays } from '../../src/core/analysis/hub-ways';
import { matrix } from '../../src/core/analysis/matrix';
import { matrixColumns } from '../../src/core/analysis/matrix-columns';
import { CELL_STATUSES, MATRIX_MEASURES, measureOf } from '../../src/core/analysis/matrix-figures';
import { reach } from '../../src/core/analysis/reach';
import { pairDifferences } from '../../src/core/analysis/scenario-difference';
import { route } from '../../src/core/analysis/route';
import { anchorsOf } from '../../src/core/network/anchors';
import { buildNetwork } from '../../src/core/network/build';
import { searchFrom, workspaceFor } from '../../src/core/network/search';
import type { Network, NetworkData, NetworkOptions } from '../../src/core/network/types';
import { costTo } from '../../src/core/network/way';
import { TODAY } from '../../src/core/scenario/types';
import type { LngLat, Mode } from '../../src/core/types';
import { expectSums } from '../unit/core/analysis/sums';
import { plainDijkstra, referenceNetwork } from '../unit/core/network/reference';
import { readNetworkData, unbuiltLines, withCrossingClosed, withLineBuilt } from './anew';
import { changedPair } from '../fixtures/changed-pair';

let data: NetworkData;

beforeAll(async () => {
  data = await readNetworkData();
});

/** The same picks in every run: a linear congruential generator (Numerical Recipes). */
function picker(seed: number): <T>(from: readonly T[]) => T {
  let state = seed;
  return (from) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return from[Math.floor((state / 2 ** 32) * from.length)]!;
  };
}

const ok = (answer: RouteAnswer): Extract<RouteAnswer, { status: 'ok' }> => {
  if (answer.status !== 'ok') throw new Error(`${answer.status}: ${answer.reason}`);
  return answer;
};

const usedNodes = (network: Network): string[] =>
  network.nodes
    .filter((_, n) => network.firstState[n]! < network.firstState[n + 1]!)
    .map((node) => node.id);

describe('the whole network', () => {
  it('is built without a defect, in every month', () => {
    for (const month of [undefined, 1, 8])
      expect(buildNetwork(data, month === undefined ? {} : { month }).issues).toEqual([]);
  });

  it('gives the costs of a plain search that shares no code, for thousands of pairs', () => {
    const pick = picker(20261122);
    const planned = data.edges.filter((e) => e.properties.status !== 'operating');
    const lines = [...new Set(planned.map((e) => e.properties.line))];
    let pairs = 0;
    for (let round = 0; round < 24; round++) {
      const month = pick([undefined, 1, 3, 7, 11]);
      const modes = pick<Mode[]>([['rail', 'road', 'sea'], ['rail'], ['rail', 'sea'], ['road']]);
      const on = pick([true, false]) && lines.length > 0 ? [pick(lines)] : [];
      const off = [pick(data.crossings).properties.id];
      const by = pick(['distance', 'time'] as const);
      const scenario = { ...TODAY, id: 'test', on, off };
      const options: NetworkOptions = { modes, scenario, ...(month ? { month } : {}) };
      const network = buildNetwork(data, options);
      const reference = referenceNetwork(data, { modes, on, off, ...(month ? { month } : {}) });
      const nodes = usedNodes(network);
      if (nodes.length === 0) continue;
      const workspace = workspaceFor(network.joined);
      for (const from of [pick(nodes), pick(nodes)]) {
        const expected = plainDijkstra(reference, from, by);
        const seeds = anchorsOf(network, { node: network.nodeIndex.get(from)! });
        const labels = searchFrom(
          network.joined,
          by,
          seeds.map((anchor) => ({ anchor, cost: 0 })),
          workspace,
        );
        for (const to of nodes) {
          const anchors = anchorsOf(network, { node: network.nodeIndex.get(to)! });
          const costs = anchors.map((anchor) => costTo(network.joined, labels, anchor));
          const cost = Math.min(...costs);
          const truth = expected.get(to) ?? Infinity;
          // Other cost weighs a billionth; a thousand hours are a micrometre.
          if (cost !== truth) expect(Math.abs(cost - truth)).toBeLessThan(1e-4);
          pairs++;
        }
        // One way alone is searched for with a guide: it must not lead astray.
        for (let i = 0; i < 20; i++) {
          const to = pick(nodes);
          const single = route(network, { from, to, by });
          const truth = expected.get(to);
          expect(single.status).toBe(truth === undefined ? 'unreachable' : 'ok');
          if (single.status !== 'ok') continue;
          const alone = by === 'distance' ? single.distanceKm : single.hours.typical;
          expect(Math.abs(alone - truth!)).toBeLessThan(1e-4);
        }
      }
    }
    expect(pairs).toBeGreaterThan(5000);
  });

  it('explains routes by parts that sum to the whole, the same in both directions', () => {
    const pick = picker(7);
    const network = buildNetwork(data);
    const nodes = usedNodes(network);
    let found = 0;
    for (let i = 0; i < 300; i++) {
      const by = pick(['distance', 'time'] as const);
      const [from, to] = [pick(nodes), pick(nodes)];
      const there = route(network, { from, to, by });
      const back = route(network, { from: to, to: from, by });
      expect(there.status).toBe(back.status);
      if (there.status !== 'ok' || back.status !== 'ok') continue;
      found++;
      expectSums(there);
      if (by === 'distance') expect(back.distanceKm).toBeCloseTo(there.distanceKm, 6);
      else expect(back.hours.typical).toBeCloseTo(there.hours.typical, 6);
      expect(there.distanceKm).toBeGreaterThan(0.98 * (from === to ? 0 : there.greatCircleKm) - 1);
    }
    expect(found).toBeGreaterThan(100);
  });

  it('reaches what the matrix puts within the bound', () => {
    const network = buildNetwork(data);
    const hubs = data.hubs.map((hub) => hub.properties.id);
    const origin = 'irkutsk';
    for (const by of ['distance', 'time'] as const) {
      const row = matrix(network, [origin, ...hubs], { by }).cells.slice(1, hubs.length + 1);
      for (const within of by === 'distance' ? [500, 3000] : [24, 120]) {
        const answer = reach(network, origin, { by, bands: [within] });
        if (answer.status !== 'ok') throw new Error(answer.reason);
        const inside = row.filter(
          (cell) =>
            cell.status === 'ok' &&
            (by === 'distance' ? cell.distanceKm : cell.hours.typical) <= within,
        );
        expect(new Set(answer.bands[0]!.hubs.map((hub) => hub.id))).toEqual(
          new Set(inside.map((cell) => cell.to)),
        );
      }
    }
  });

  it('tells the page by columns what its cells say, to the bit', () => {
    const hubs = data.hubs.map((hub) => hub.properties.id);
    // Beside the track, so that ways begin and end inside a chain.
    const beside = data.hubs.slice(0, 40).map(({ geometry: { coordinates } }): LngLat => {
      return [coordinates[0]! - 0.07, coordinates[1]! + 0.04];
    });
    for (const by of ['distance', 'time'] as const)
      for (const to of [undefined, beside]) {
        const network = buildNetwork(data, { month: 2 });
        const places = [...hubs.slice(0, 60), ...beside];
        const { cells } = matrix(network, places, { by, to });
        const { status, figures } = matrixColumns(network, places, { by, to });
        expect(cells.map((cell) => CELL_STATUSES.indexOf(cell.status))).toEqual([...status]);
        for (const measure of MATRIX_MEASURES)
          expect(cells.map((cell) => measureOf(cell, measure) ?? NaN)).toEqual([
            ...figures[measure],
          ]);
      }
  });

  it('tells of the ways of hubs what the cells of their matrix say', () => {
    const hubs = data.hubs.map((hub) => hub.properties.id);
    for (const by of ['distance', 'time'] as const) {
      // A quarter of the planned lines: each matrix of all hubs takes a fifth of a second.
      const some = unbuiltLines(data).filter((_, i) => i % 4 === 0);
      const worlds = [[], ...some.map((line) => [line])].map((on) => {
        const network = buildNetwork(data, { scenario: { ...TODAY, id: on.join(), on } });
        return {
          pairs: hubPairs(network, hubs, by),
          ways: hubWays(network, hubs, by),
          cells: matrix(network, hubs, { by }),
        };
      });
      const [today] = worlds;
      for (const { pairs, ways, cells } of worlds) {
        expect(hubDifferences(today!.pairs, pairs)).toEqual(
          pairDifferences(today!.cells, cells).map(changedPair),
        );
        expect(ways.columns).toEqual(pairs.columns);
        const through = new Map(hubs.map((id) => [id, 0]));
        const seasonal = new Set<string>();
        cells.cells.forEach((cell, i) => {
          if (cell.status !== 'ok' || cell.from === cell.to) return;
          for (const id of cell.seasonal) seasonal.add(id);
          if (i % hubs.length < Math.floor(i / hubs.length)) return;
          for (const id of new Set(cell.path))
            if (through.has(id) && id !== cell.from && id !== cell.to)
              through.set(id, through.get(id)! + 1);
        });
        expect(ways.through).toEqual(through);
        expect(ways.seasonal).toEqual(seasonal);
      }
    }
  });

  it('equals itself built anew when a planned line is switched on, and when a crossing is closed', () => {
    const places = ['novosibirsk', 'irkutsk', 'chita', 'khabarovsk', 'harbin', 'urumqi'];
    const costs = (network: Network): unknown[] =>
      matrix(network, places).cells.map((cell) =>
        cell.status === 'ok' ? [cell.distanceKm, cell.hours] : cell.status,
      );
    for (const line of unbuiltLines(data)) {
      const scenario = { ...TODAY, id: 'on', on: [line] };
      const anew = buildNetwork(withLineBuilt(data, line));
      expect(costs(buildNetwork(data, { scenario }))).toEqual(costs(anew));
    }
    for (const { properties } of data.crossings) {
      const scenario = { ...TODAY, id: 'off', off: [properties.id] };
      const anew = buildNetwork(withCrossingClosed(data, properties.id));
      expect(costs(buildNetwork(data, { scenario }))).toEqual(costs(anew));
    }
  });

  it('goes from Europe to the Pacific by rail within Russia, and by the Northern Sea Route', () => {
    const rail = buildNetwork(data, { modes: ['rail'] });
    const siberia = ok(
      route(rail, { from: 'yekaterinburg', to: 'vladivostok', via: ['khabarovsk'] }),
    );
    expect(siberia.byCountry).toEqual({ RU: siberia.distanceKm });
    const sea = buildNetwork(data, { modes: ['sea'], month: 8 });
    const north = ok(route(sea, { from: 'murmansk', to: 'vladivostok' }));
    expect(north.byMode.sea).toBeGreaterThan(10_000);
  });
});
