import { UserError } from '../../core/errors';
import { nearestNames, suggestion } from '../../core/nearest-names';
import { areas, type AreaAnswer } from '../../data/questions/areas';
import type { Command } from '../command';
import { collection, feature } from '../geojson';

const GAUGES = ['1435', '1520'] as const;

function row(area: AreaAnswer): Record<string, string | number | undefined> {
  const [first, last] = area.populationYears ?? [];
  return {
    ...{ id: area.id, kind: area.kind, name: area.name.en },
    ...{ population: area.population, first, last, areaKm2: area.areaKm2 },
    uncounted: area.uncounted.join(' '),
    ...{ regions: area.regions.length, hubs: area.hubs.length },
    ...{ ports: area.ports.length, crossings: area.crossings.length },
    ...Object.fromEntries(GAUGES.map((gauge) => [`rail${gauge}`, area.railKm[gauge] ?? 0])),
    railOther: Object.entries(area.railKm)
      .filter(([gauge]) => !GAUGES.some((known) => known === gauge))
      .reduce((sum, [, km]) => sum + km, 0),
  };
}

export const areasCommand: Command = {
  name: 'areas',
  usage: '[ID]',
  summary: 'macro-regions and programme areas with their people, land, hubs and railways',
  example: 'areas siberia',
  options: {},
  help: {},
  async run({ atlas }, args) {
    const all = await areas(atlas);
    const [id] = args;
    const chosen = id === undefined ? all : all.filter((area) => area.id === id);
    if (args.length > 1 || chosen.length === 0) {
      const ids = all.map((area) => area.id as string);
      throw new UserError(
        'unknown-area',
        args.length > 1
          ? `nv areas takes one area, or none for all of them; there are: ${ids.join(', ')}`
          : `there is no area "${id}"${suggestion(nearestNames(id!, ids)) || `; there are: ${ids.join(', ')}`}`,
      );
    }
    const regions = await atlas.layer('regions');
    const geometry = new Map(regions.map((each) => [each.properties?.id, each.geometry]));
    const rows = chosen.map(row);
    return {
      title: id === undefined ? 'Macro-regions and programme areas' : `Area ${id}`,
      rests: {
        layers: ['regions', 'hubs', 'ports', 'crossings', 'railways'],
        sources: chosen.flatMap((area) => (area.kind === 'programme' ? area.sources : [])),
      },
      json: id === undefined ? chosen : chosen[0],
      table: {
        columns: [
          { key: 'id', title: 'area' },
          { key: 'kind', title: 'kind' },
          { key: 'name', title: 'name' },
          { key: 'population', title: 'people' },
          { key: 'first', title: 'from', csv: 'populationYearFirst' },
          { key: 'last', title: 'to', csv: 'populationYearLast' },
          { key: 'areaKm2', title: 'km2', digits: 0 },
          { key: 'regions', title: 'regions' },
          { key: 'uncounted', title: 'not counted' },
          { key: 'hubs', title: 'hubs' },
          { key: 'ports', title: 'ports' },
          { key: 'crossings', title: 'crossings' },
          { key: 'rail1435', title: 'km of 1435', csv: 'rail1435Km', digits: 1 },
          { key: 'rail1520', title: 'km of 1520', csv: 'rail1520Km', digits: 1 },
          { key: 'railOther', title: 'other km', csv: 'railOtherKm', digits: 1 },
        ],
        rows,
      },
      // Each region once an area: an area's outline would tell as one what is told of parts.
      geojson: collection(
        chosen.flatMap((area, i) =>
          area.regions.map((region) =>
            feature(geometry.get(region.id)!, {
              ...rows[i],
              region: region.id,
              part: String(region.part),
            }),
          ),
        ),
      ),
    };
  },
};
