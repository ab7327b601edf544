import { describe, expect, it } from 'vitest';
import { Atlas } from '../../../src/data/atlas';
import { routeBeside } from '../../../src/data/questions/effects';
import { helpingLinks } from '../../../src/data/questions/helping-links';
import { scenarioPresets } from '../../../src/data/questions/network';
import { routeAnswer } from '../../../src/data/questions/routes';
import { readGeodata } from '../../geodata/read';

const atlas = new Atlas(readGeodata);
const presets = await scenarioPresets(atlas);
const scenario = (id: string) => presets.find((preset) => preset.id === id)!.scenario;

type Ask = Parameters<typeof helpingLinks>[1];
const way: Ask = { from: 'urumqi', to: 'novosibirsk' };
const rail = { modes: ['rail' as const] };

/** What a ready-made scenario does to a way, asked for by itself. */
async function alone(id: string, query: Ask, world: object) {
  const { difference } = await routeBeside(atlas, query, { ...world, scenario: scenario(id) });
  return difference;
}

describe('what is not built', () => {
  it('and does not shorten the asked way is named, with the way along all of it', async () => {
    const world = { ...rail, scenario: scenario('western-corridor-whole') };
    const { idle, helping } = await helpingLinks(atlas, way, world);
    expect(idle.map(({ id }) => id).sort()).toEqual([
      'kuragino-kyzyl',
      'kyzyl-artssuuri',
      'western-rail-corridor',
    ]);
    const through = await routeAnswer(atlas, { ...way, via: ['khovd'] }, world);
    for (const { along } of idle)
      expect(along!.distanceKm).toBeCloseTo(through.status === 'ok' ? through.distanceKm : NaN, 6);
    // By rail nothing is shorter than the way through Dostyk; by time the northern variant is sooner.
    expect(helping).toEqual([]);
    const sooner = await helpingLinks(atlas, { ...way, by: 'time' }, world);
    expect(sooner.idle).toEqual([]);
    expect(sooner.helping[0]!.id).toBe('tashtagol-urumqi');
  });

  it('and leads nowhere has no way along it', async () => {
    const world = { ...rail, scenario: scenario('western-rail-corridor') };
    const { idle } = await helpingLinks(atlas, way, world);
    expect(idle).toHaveLength(1);
    expect(idle[0]).not.toHaveProperty('along');
  });

  it('is listed as a help only where it helps by itself, what helps most first', async () => {
    for (const by of ['distance', 'time'] as const) {
      const query = { ...way, by };
      const { helping } = await helpingLinks(atlas, query, {});
      const saved = new Map<string, number>();
      for (const { id, scenario } of presets) {
        if (scenario.on.length === 0) continue;
        const change = await alone(id, query, {});
        if (change?.kind !== 'changed') continue;
        const { distanceKm, hours } = change.difference;
        const gain = by === 'time' ? hours.typical : distanceKm;
        if (gain < -0.001) saved.set(id, gain);
      }
      const gains = helping.map(({ difference }) =>
        by === 'time' ? difference!.hours : difference!.distanceKm,
      );
      expect(gains).toEqual([...gains].sort((a, b) => a - b));
      helping.forEach(({ id }, i) => expect(gains[i]).toBeCloseTo(saved.get(id)!, 9));
      // What is left out brings no more than some of its own lines that are listed.
      const best = (ids: readonly string[]) =>
        Math.min(
          ...helping
            .filter(({ id }) => scenario(id).on.every((line) => ids.includes(line)))
            .map(({ id }) => saved.get(id)!),
        );
      for (const [id, gain] of saved)
        expect(best(scenario(id).on), id).toBeLessThanOrEqual(gain + 0.001);
    }
  });

  it('opens a way where today there is none', async () => {
    const query = { from: 'norilsk', to: 'novosibirsk' };
    const { helping } = await helpingLinks(atlas, query, rail);
    const ids = helping.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    for (const { id, difference } of helping) {
      expect(difference).toBeUndefined();
      expect((await alone(id, query, rail))!.kind).toBe('gained');
    }
  });
});
