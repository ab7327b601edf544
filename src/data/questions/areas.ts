import { areaTotals, type AreaGround, type AreaTotals } from '../../core/analysis/area-totals';
import { RegionFinder } from '../../core/analysis/region-finder';
import { railKmByRegion } from '../../core/analysis/region-rail';
import { MACRO_REGION_NAMES } from '../../core/macro-region-names';
import { MACRO_REGIONS, type LngLat, type MacroRegion } from '../../core/types';
import type { Atlas } from '../atlas';
import { programme, type Programme } from '../schema/programmes';

/** The totals of a macro-region, or of the regions that a programme covers. */
export type AreaAnswer = AreaTotals &
  (
    | { kind: 'macro-region'; id: MacroRegion; name: Programme['name'] }
    | ({ kind: 'programme' } & Omit<Programme, 'regions'>)
  );

async function areaGround(atlas: Atlas): Promise<AreaGround> {
  const [regions, hubs, ports, crossings, railways] = await Promise.all([
    atlas.needed('regions'),
    atlas.needed('hubs'),
    atlas.needed('ports'),
    atlas.needed('crossings'),
    atlas.needed('railways'),
  ]);
  const finder = new RegionFinder(
    regions.map(({ properties: p, geometry }) => ({ id: p.id, country: p.country, geometry })),
  );
  return {
    regions: new Map(regions.map(({ properties }) => [properties.id, properties])),
    hubs: hubs.map(({ properties }) => properties).sort((a, b) => a.rank - b.rank),
    ports: ports.map(({ properties }) => properties),
    crossings: crossings.map(({ properties: { id, posts }, geometry }) => ({
      id,
      regions: posts.flatMap(
        ({ country }) => finder.nearest(country, geometry.coordinates as LngLat) ?? [],
      ),
    })),
    railKm: railKmByRegion(railways, finder),
  };
}

/** Every macro-region and programme area with its totals. */
export function areas(atlas: Atlas): Promise<AreaAnswer[]> {
  return atlas.once('areas', async () => {
    const [ground, regions, programmes] = await Promise.all([
      areaGround(atlas),
      atlas.needed('regions'),
      atlas.neededList('programmes.json', programme),
    ]);
    const macroRegions = MACRO_REGIONS.map((id): AreaAnswer => {
      const members = regions.filter(({ properties }) => properties.macroRegion === id);
      const whole = members.map(({ properties }) => ({ id: properties.id, part: false }));
      return {
        kind: 'macro-region',
        id,
        name: MACRO_REGION_NAMES[id],
        ...areaTotals(whole, ground),
      };
    });
    return [
      ...macroRegions,
      ...programmes.map((each): AreaAnswer => ({
        ...each,
        kind: 'programme',
        ...areaTotals(each.regions, ground),
      })),
    ];
  });
}
