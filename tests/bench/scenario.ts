import type { NetworkOptions } from '../../src/core/network/types';
import { Atlas } from '../../src/data/atlas';
import { compareCorridors } from '../../src/data/questions/compare';
import {
  changedPairs,
  hubsToRank,
  matrixFiguresBeside,
  ranking,
  reachBeside,
  routeBeside,
} from '../../src/data/questions/effects';
import { scenarioPresets } from '../../src/data/questions/network';
import { readGeodata } from '../geodata/read';
import { median, ms, processorMs, type BenchRow } from './row';

/** A person takes it as at once. */
const MOST_MS = 100;
const ROUNDS = 15;

type Ask = (world: NetworkOptions) => Promise<unknown>;

/**
 * A link switched on or off, as the page asks its worker: the network is built anew and everything
 * that one panel shows is renewed, with the difference to today. Each round is a scenario not met
 * before; the first rounds, in which data are read and code is compiled, do not count.
 */
export async function scenarioBench(): Promise<BenchRow[]> {
  const atlas = new Atlas(readGeodata);
  const places = (await hubsToRank(atlas, 2)).slice(0, 30);
  const presets = await scenarioPresets(atlas);
  const on = presets.flatMap(({ scenario }) => scenario.on);
  const by = 'distance' as const;
  const way: Ask = (world) =>
    routeBeside(atlas, { from: 'urumqi', to: 'novosibirsk', by, alternatives: 3 }, world);
  const asks: Record<string, Ask> = {
    'a way with its alternatives': way,
    'that way, and all pairs of the 78 main hubs': async (world) => {
      await way(world);
      await changedPairs(atlas, 2, by, world);
    },
    'the ranking of hubs': (world) => ranking(atlas, { rank: 2, within: 1000, by }, world),
    'a reach in three bands': (world) =>
      reachBeside(atlas, 'novosibirsk', { by, bands: [500, 1000, 2000] }, world),
    'a matrix of 30 x 30': (world) => matrixFiguresBeside(atlas, { places, by }, world),
    'three corridors side by side with their catchments': (world) =>
      compareCorridors(atlas, ['primorye-1', 'primorye-2', 'khasan-rajin'], 50, world),
  };
  const rows: BenchRow[] = [];
  for (const [what, ask] of Object.entries(asks)) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const scenario = {
        ...presets[0]!.scenario,
        id: `${what} ${round}`,
        on: on.slice(0, 1 + (round % on.length)),
      };
      const start = processorMs();
      await ask({ scenario });
      times.push(processorMs() - start);
    }
    const usual = median(times.slice(5));
    rows.push({
      what: `a link switched: ${what}`,
      ...{ peer: '', theirs: '', ours: ms(usual), ratio: '' },
      ...{ goal: `at most ${MOST_MS} ms`, met: usual <= MOST_MS },
    });
  }
  return rows;
}
