import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/core/errors';
import { Atlas } from '../../../src/data/atlas';
import { areas } from '../../../src/data/questions/areas';
import { borderBelt } from '../../../src/data/questions/belt';
import { corridorCatchment } from '../../../src/data/questions/catchment';
import { ranking, reachBeside, routeBeside } from '../../../src/data/questions/effects';
import { strip } from '../../../src/data/questions/strip';
import { readGeodata } from '../../geodata/read';

/** The product's atlas but for one file, which cannot be read. */
const without = (missing: string): Atlas =>
  new Atlas((file) =>
    file === missing ? Promise.reject(new Error('it is gone')) : readGeodata(file),
  );

/** What each panel asks, with a file that it cannot do without. */
const QUESTIONS: Record<string, [missing: string, ask: (atlas: Atlas) => Promise<unknown>]> = {
  'the catchment of a corridor': [
    'settlements.geojson',
    (atlas) => corridorCatchment(atlas, 'primorye-1', 50),
  ],
  'a border belt': ['settlements.geojson', (atlas) => borderBelt(atlas, 'border-mn-ru', 50)],
  'a reach': [
    'settlements.geojson',
    (atlas) => reachBeside(atlas, 'harbin', { by: 'distance', bands: [500] }, {}),
  ],
  'a route': [
    'assumptions.json',
    (atlas) => routeBeside(atlas, { from: 'harbin', to: 'vladivostok' }, {}),
  ],
  'a route over lines that may not all be there': [
    'roads.geojson',
    (atlas) => routeBeside(atlas, { from: 'harbin', to: 'vladivostok' }, {}),
  ],
  'the ranking of hubs': [
    'railways.geojson',
    (atlas) => ranking(atlas, { rank: 1, within: 1000, by: 'distance' }, {}),
  ],
  'the totals of areas': ['regions.geojson', (atlas) => areas(atlas)],
  'a strip diagram': ['time-zones.json', (atlas) => strip(atlas, { corridor: 'primorye-1' })],
};

describe('without a file that a figure needs', () => {
  it.each(Object.entries(QUESTIONS))('%s says so, and gives no figure', async (_, question) => {
    const [missing, ask] = question;
    const failure: unknown = await ask(without(missing)).then(
      () => undefined,
      (cause: unknown) => cause,
    );
    expect(failure).toBeInstanceOf(UserError);
    expect((failure as UserError).code).toBe('data-unread');
    expect((failure as UserError).message).toContain(missing);
  });
});
