import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { Atlas } from '../../src/data/atlas';
import { atlasOperations } from '../../src/worker/atlas-operations';
import { asWritten } from '../../src/formats/json';
import type { Answer } from '../../src/worker/messages';
import { networkOperations } from '../../src/worker/network-operations';
import { answer } from './nv';

/** The operations that the page's worker exposes, on the same files. */
const atlas = new Atlas(async (file) => JSON.parse(await readFile(`geodata/${file}`, 'utf8')));
const page = { ...atlasOperations(atlas), ...networkOperations(atlas) };

/** As the answer would be written as JSON. */
function plain(given: Answer<unknown>): Record<string, unknown> {
  if (!given.ok) throw new Error(given.message);
  return asWritten(given.value) as Record<string, unknown>;
}

describe('the worker answers as nv does', () => {
  it('a route', async () => {
    const { value } = plain(
      await page.route({ from: 'beijing', to: 'ulaanbaatar' }, { modes: ['rail'] }),
    );
    expect(await answer('route', 'beijing', 'ulaanbaatar', '--modes', 'rail')).toEqual(value);
  });

  it('a matrix', async () => {
    const places = ['harbin', 'vladivostok', 'ulaanbaatar', 'pevek'];
    const ours = plain(await page.matrix(places, 'time', { month: 1 }));
    const theirs = await answer<Record<string, unknown>>(
      'matrix',
      ...places,
      '--by',
      'time',
      '--month',
      '1',
    );
    expect(theirs.cells).toEqual(ours.cells);
  });

  it('a reach', async () => {
    const { value } = plain(await page.reach('novosibirsk', { by: 'time', bands: [24, 48] }, {}));
    const theirs = await answer<{ bands: unknown }>(
      'reach',
      'novosibirsk',
      '--within',
      '48h',
      '--bands',
      '24',
    );
    expect(theirs.bands).toEqual((value as { bands: unknown }).bands);
  });

  it('a corridor', async () => {
    const { line: _, ...ours } = plain(await page.corridor('primorye-1'));
    expect(await answer('corridor', 'primorye-1')).toEqual(ours);
  });

  it('a catchment', async () => {
    const ours = plain(await page.catchment('northern-sea-route', 100));
    expect(await answer('catchment', 'northern-sea-route', '--radius', '100')).toEqual(ours);
  });

  it('the distances of a place from all corridors', async () => {
    const ours = await page.fromCorridors([104.3, 52.3]);
    const theirs = await answer<{ fromCorridor: object[] }>(
      ...['measure', '104.3,52.3', '--corridor', 'all'],
    );
    expect(
      ours.ok && asWritten(ours.value.map((each) => ({ from: [104.3, 52.3], ...each }))),
    ).toEqual(theirs.fromCorridor);
  });

  it('the catchment of a drawn line', async () => {
    const ours = plain(
      await page.linesCatchment(
        [
          [
            [177, 65],
            [-177, 66],
          ],
        ],
        100,
      ),
    );
    expect(await answer('catchment', '177,65', '-177,66', '--radius', '100')).toEqual(ours);
  });

  it('a comparison', async () => {
    const ours = plain(await page.compare(['primorye-1', 'khasan-rajin'], 50, {}));
    const theirs = await answer<{ corridors: Record<string, unknown>[]; baseline: string }>(
      ...['compare', 'primorye-1', 'khasan-rajin', '--radius', '50'],
    );
    expect(theirs.baseline).toBe(ours.baseline);
    const figures = (
      ours.corridors as { profile: { distanceKm: number }; catchment: { population: number } }[]
    ).map(({ profile, catchment }) => [profile.distanceKm, catchment.population]);
    expect(
      theirs.corridors.map((each) => [
        each.distanceKm,
        (each.catchment as { population: number }).population,
      ]),
    ).toEqual(figures);
  });
});
