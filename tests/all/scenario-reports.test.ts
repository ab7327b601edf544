import { beforeAll, describe, expect, it } from 'vitest';
import type { MatrixAnswer, MatrixCell } from '../../src/core/analysis/answers';
import { matrix } from '../../src/core/analysis/matrix';
import { matrixDifference, type PairDifference } from '../../src/core/analysis/scenario-difference';
import type { Metric } from '../../src/core/network/join';
import { buildNetwork } from '../../src/core/network/build';
import type { NetworkData } from '../../src/core/network/types';
import { TODAY } from '../../src/core/scenario/types';
import { readNetworkData, unbuiltLines, withCrossingClosed, withLineBuilt } from '../geodata/anew';

/** Differences below a metre, or four seconds, count as none. */
const LEAST = 0.001;

let data: NetworkData;
let hubs: string[];
let today: Record<Metric, MatrixAnswer>;

beforeAll(async () => {
  data = await readNetworkData();
  hubs = data.hubs.filter(({ properties }) => properties.rank <= 2).map((hub) => hub.properties.id);
  const network = buildNetwork(data);
  today = { distance: matrix(network, hubs), time: matrix(network, hubs, { by: 'time' }) };
});

const METRICS: Metric[] = ['distance', 'time'];

const cost = (cell: MatrixCell, by: Metric): number | undefined =>
  cell.status !== 'ok' ? undefined : by === 'distance' ? cell.distanceKm : cell.hours.typical;

/**
 * Holds a report against a network built anew, pair by pair, with subtractions of the test's own.
 * Returns how many pairs have a way now, a better or a worse one, or none any more.
 */
function expectReport(
  pairs: readonly PairDifference[],
  anew: MatrixAnswer,
  by: Metric,
): Record<'nearer' | 'farther' | 'gained' | 'lost', number> {
  const told = new Map(pairs.map((pair) => [`${pair.from} ${pair.to}`, pair]));
  const count = { nearer: 0, farther: 0, gained: 0, lost: 0 };
  const wrong: string[] = [];
  anew.cells.forEach((cell, i) => {
    const before = cost(today[by].cells[i]!, by);
    const after = cost(cell, by);
    // A report names each pair once, whichever way round.
    const pair = told.get(`${cell.from} ${cell.to}`) ?? told.get(`${cell.to} ${cell.from}`);
    const right = (() => {
      if (before === undefined && after === undefined) return pair === undefined;
      if (before === undefined || after === undefined) {
        count[before === undefined ? 'gained' : 'lost']++;
        return pair?.kind === (before === undefined ? 'gained' : 'lost');
      }
      const change = after - before;
      if (change < -LEAST) count.nearer++;
      if (change > LEAST) count.farther++;
      if (pair?.kind !== 'changed') return Math.abs(change) < LEAST;
      const { distanceKm, hours } = pair.difference;
      return Math.abs((by === 'distance' ? distanceKm : hours.typical) - change) < 1e-6;
    })();
    if (!right) wrong.push(`${cell.from} ${cell.to}`);
  });
  expect(wrong).toEqual([]);
  return count;
}

describe('the difference report between the main hubs', () => {
  it('names, for every line that is not built, the pairs that gain and by how much', () => {
    const lines = unbuiltLines(data);
    expect(lines.length).toBeGreaterThan(10);
    let gaining = 0;
    for (const line of lines) {
      const scenario = { ...TODAY, id: 'on', on: [line] };
      const [under, anew] = [buildNetwork(data, { scenario }), withLineBuilt(data, line)];
      const rebuilt = buildNetwork(anew);
      for (const by of METRICS) {
        const { pairs } = matrixDifference(today[by], matrix(under, hubs, { by }));
        const count = expectReport(pairs, matrix(rebuilt, hubs, { by }), by);
        // A link more never takes a pair farther apart.
        expect(count).toMatchObject({ farther: 0, lost: 0 });
        gaining += count.nearer + count.gained;
        console.log(`${line} by ${by}: ${count.nearer / 2} pairs gain, ${count.gained / 2} new`);
      }
    }
    expect(gaining).toBeGreaterThan(0);
  });

  it('names, for every crossing that works, the pairs that lose by its closing and how much', () => {
    const working = data.crossings.filter(({ properties: { status } }) =>
      ['operating', 'seasonal'].includes(status),
    );
    expect(working.length).toBeGreaterThan(20);
    let losing = 0;
    for (const { properties } of working) {
      const scenario = { ...TODAY, id: 'off', off: [properties.id] };
      const under = buildNetwork(data, { scenario });
      const rebuilt = buildNetwork(withCrossingClosed(data, properties.id));
      for (const by of METRICS) {
        const { pairs } = matrixDifference(today[by], matrix(under, hubs, { by }));
        const count = expectReport(pairs, matrix(rebuilt, hubs, { by }), by);
        expect(count).toMatchObject({ nearer: 0, gained: 0 });
        losing += count.farther + count.lost;
        console.log(
          `${properties.id} closed, by ${by}: ${count.farther / 2} pairs lose, ${count.lost / 2} have no way`,
        );
      }
    }
    expect(losing).toBeGreaterThan(0);
  });
});
