import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/core/errors';
import { Atlas } from '../../../src/data/atlas';
import { areas } from '../../../src/data/questions/areas';
import { borderBelt } from '../../../src/data/questions/belt';
import { corridorCatchment } from '../../../src/data/questions/catchment';
import { corridorProfile } from '../../../src/data/questions/corridor';
import { ranking, reachBeside, routeBeside } from '../../../src/data/questions/effects';
import { linkages } from '../../../src/data/questions/linkages';
import { switches } from '../../../src/data/questions/switches';
import { strip } from '../../../src/data/questions/strip';
import { readGeodata } from '../../geodata/read';

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
  'a corridor': ['corridors.json', (atlas) => corridorProfile(atlas, 'primorye-1')],
  'what can be switched': ['sea-routes.geojson', (atlas) => switches(atlas)],
  'the linkages': ['linkages.geojson', (atlas) => linkages(atlas)],
  'a strip diagram': ['time-zones.json', (atlas) => strip(atlas, { corridor: 'primorye-1' })],
};

describe('once a file that could not be read can be', () => {
  it.each(Object.entries(QUESTIONS))(
    '%s is answered, and the issue is gone',
    async (_, question) => {
      const [missing, ask] = question;
      let gone = true;
      const atlas = new Atlas((file) =>
        file === missing && gone ? Promise.reject(new Error('it is gone')) : readGeodata(file),
      );
      await expect(ask(atlas)).rejects.toThrow(missing);
      await expect(ask(atlas)).rejects.toThrow(missing);
      expect(atlas.issues.filter(({ place }) => place === missing)).toHaveLength(1);
      gone = false;
      expect(await ask(atlas)).toBeDefined();
      expect(atlas.issues).toEqual([]);
    },
  );

  it('a corridor has the lines and the places that were missing', async () => {
    const missing = new Set(['railways.geojson', 'hubs.geojson']);
    const atlas = new Atlas((file) =>
      missing.has(file) ? Promise.reject(new Error('it is gone')) : readGeodata(file),
    );
    await expect(corridorProfile(atlas, 'primorye-1')).rejects.toThrow(UserError);
    missing.clear();
    const whole = new Atlas(readGeodata);
    expect(await corridorProfile(atlas, 'primorye-1')).toEqual(
      await corridorProfile(whole, 'primorye-1'),
    );
  });
});
