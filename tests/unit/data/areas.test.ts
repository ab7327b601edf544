import { beforeAll, describe, expect, it } from 'vitest';
import { Atlas } from '../../../src/data/atlas';
import { areas, type AreaAnswer } from '../../../src/data/questions/areas';
import { programme } from '../../../src/data/schema/programmes';
import { readGeodata } from '../../geodata/read';

const atlas = new Atlas(readGeodata);
let all: AreaAnswer[];

beforeAll(async () => {
  all = await areas(atlas);
}, 120_000);

describe('totals of an area', () => {
  it('of a programme are the sums over the regions that its list names', async () => {
    const regions = (await atlas.needed('regions')).map(({ properties }) => properties);
    const hubs = (await atlas.needed('hubs')).map(({ properties }) => properties);
    const programmes = await atlas.neededList('programmes.json', programme);
    expect(programmes.length).toBeGreaterThan(1);
    for (const each of programmes) {
      const ids = each.regions.map(({ id }) => id);
      const area = all.find(({ id }) => id === each.id)!;
      let people = 0;
      let km2 = 0;
      for (const id of ids) {
        const region = regions.find((found) => found.id === id)!;
        people += region.population?.value ?? 0;
        km2 += region.areaKm2;
      }
      expect([each.id, area.population, area.areaKm2]).toEqual([each.id, people, km2]);
      const inside = hubs.filter(({ region }) => region && ids.includes(region));
      expect([...area.hubs].sort()).toEqual(inside.map(({ id }) => id).sort());
    }
  });

  it('divide every region and hub of North Asia among the macro-regions, none twice', async () => {
    const macro = all.filter(({ kind }) => kind === 'macro-region');
    const regions = (await atlas.needed('regions')).filter((r) => r.properties.macroRegion);
    const listed = macro.flatMap((area) => area.regions.map(({ id }) => id));
    expect(listed.sort()).toEqual(regions.map(({ properties }) => properties.id).sort());
    const hubs = macro.flatMap((area) => area.hubs);
    expect(new Set(hubs).size).toBe(hubs.length);
  });
});
