import { describe, expect, it } from 'vitest';
import { Atlas } from '../../../src/data/atlas';
import { compareCorridors } from '../../../src/data/questions/compare';
import {
  changedPairs,
  hubsToRank,
  matrixBeside,
  ranking,
  reachBeside,
  routeBeside,
} from '../../../src/data/questions/effects';
import { scenarioPresets } from '../../../src/data/questions/network';
import { readGeodata } from '../../geodata/read';

const by = 'distance' as const;
const scenarioOf = async (atlas: Atlas, id: string) =>
  (await scenarioPresets(atlas)).find((preset) => preset.id === id)!.scenario;

/** Everything that a switched link renews. */
async function everything(atlas: Atlas, id: string) {
  const world = { scenario: await scenarioOf(atlas, id) };
  return [
    await routeBeside(atlas, { from: 'urumqi', to: 'novosibirsk', by }, world),
    await changedPairs(atlas, 1, by, world),
    await ranking(atlas, { rank: 1, within: 1000, by }, world),
    await reachBeside(atlas, 'novosibirsk', { by, bands: [1000, 2000] }, world),
    await matrixBeside(atlas, { places: ['urumqi', 'kyzyl', 'harbin'], by }, world),
    await compareCorridors(atlas, ['primorye-1', 'primorye-2'], 50, world),
  ];
}

// Each reads all the data anew: a busy machine takes long over it.
describe('switching from scenario to scenario', { timeout: 120_000 }, () => {
  it('answers as if nothing had been asked before', async () => {
    const used = new Atlas(readGeodata);
    await everything(used, 'kuragino-kyzyl');
    const answers = await everything(used, 'tashtagol-urumqi');
    expect(answers).toEqual(await everything(new Atlas(readGeodata), 'tashtagol-urumqi'));
  });

  it('ranks the hubs by what the ways of the scenario reach, beside their rank of today', async () => {
    const atlas = new Atlas(readGeodata);
    const world = { scenario: await scenarioOf(atlas, 'tashtagol-urumqi') };
    const within = 2000;
    const { value, today, difference } = await ranking(atlas, { rank: 2, within, by }, world);
    const places = await hubsToRank(atlas, 2);
    const { value: under, today: before } = await matrixBeside(atlas, { places, by }, world);
    const near = (cells: (typeof under)['cells'], key: string): number =>
      cells.filter(
        (cell) =>
          cell.from === key && cell.to !== key && cell.status === 'ok' && cell.distanceKm <= within,
      ).length;
    for (const { key, placesWithin } of value) expect(placesWithin).toBe(near(under.cells, key));
    for (const { key, placesWithin } of today!) expect(placesWithin).toBe(near(before!.cells, key));
    const urumqi = difference!.find(({ key }) => key === 'urumqi')!;
    expect(urumqi.placesWithin).toBe(near(under.cells, 'urumqi') - near(before!.cells, 'urumqi'));
    expect(urumqi.placesWithin).toBeGreaterThan(0);
  });
});
