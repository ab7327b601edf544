import { describe, expect, it } from 'vitest';
import type { Feature } from 'geojson';
import type { Scenario } from '../../../src/core/scenario/types';
import { Atlas } from '../../../src/data/atlas';
import { routeBeside } from '../../../src/data/questions/effects';
import { kept } from '../../../src/data/questions/kept';
import { scenarioPresets } from '../../../src/data/questions/network';
import { readGeodata } from '../../geodata/read';

const scenarioOf = async (atlas: Atlas): Promise<Scenario> =>
  (await scenarioPresets(atlas)).find(({ id }) => id === 'zabaykalsk-closed')!.scenario;

/** Today's way beside that of a scenario, in a month. */
async function todayIn(atlas: Atlas, from: string, to: string, month?: number) {
  const world = { scenario: await scenarioOf(atlas), ...(month && { month }) };
  return (await routeBeside(atlas, { from, to, by: 'distance' }, world)).today!;
}

// Each atlas reads all the data anew: a busy machine takes long over it.
describe('answers that are remembered', { timeout: 120_000 }, () => {
  it('are made once for a question, and anew for another', async () => {
    const atlas = new Atlas(readGeodata);
    let made = 0;
    const ask = (month: number) => kept(atlas, 'test', [month], () => Promise.resolve(++made));
    expect([await ask(1), await ask(1), await ask(8), await ask(1)]).toEqual([1, 1, 2, 3]);
  });

  it('leave the last one where the next fails', async () => {
    const atlas = new Atlas(readGeodata);
    await kept(atlas, 'test', [1], () => Promise.resolve('first'));
    const failing = kept(atlas, 'test', [2], () => Promise.reject(new Error('stopped')));
    await expect(failing).rejects.toThrow('stopped');
    expect(await kept(atlas, 'test', [1], () => Promise.resolve('again'))).toBe('first');
  });

  it("are not today's way of another month: the Northern Sea Route closes in winter", async () => {
    const atlas = new Atlas(readGeodata);
    const summer = await todayIn(atlas, 'murmansk', 'vladivostok', 8);
    const winter = await todayIn(atlas, 'murmansk', 'vladivostok', 1);
    const fresh = new Atlas(readGeodata);
    expect(winter).toEqual(await todayIn(fresh, 'murmansk', 'vladivostok', 1));
    expect(winter).not.toEqual(summer);
    expect(await todayIn(atlas, 'murmansk', 'vladivostok', 8)).toEqual(summer);
  });

  it('are not those of other data: Irkutsk-Chita by railways printed twice as long', async () => {
    const longer = async (file: string): Promise<unknown> => {
      const content = await readGeodata(file);
      if (file !== 'railways.geojson') return content;
      const { features } = content as { features: Feature[] };
      for (const { properties } of features) {
        const published = properties!.lengthKm as { value: number } | undefined;
        if (published) published.value *= 2;
      }
      return content;
    };
    const before = await todayIn(new Atlas(readGeodata), 'irkutsk', 'chita');
    const after = await todayIn(new Atlas(longer), 'irkutsk', 'chita');
    if (before.status !== 'ok' || after.status !== 'ok') throw new Error('unreachable');
    expect(after).not.toEqual(before);
  });
});
