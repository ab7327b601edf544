import type { CatchmentResult, ExclusivePart } from '../../core/analysis/catchment-types';
import { parseLngLat } from '../../core/network/places';
import { UserError } from '../../core/errors';
import type { LngLat, Source } from '../../core/types';
import type { Atlas } from '../../data/atlas';
import { corridorProfile } from '../../data/questions/corridor';
import { exclusiveAmongAll } from '../../data/questions/compare';
import { aroundNamed, catchmentAround } from '../../data/questions/around';
import { linesCatchment } from '../../data/questions/catchment';
import { sourcesOf } from '../../data/questions/provenance';
import { pieceOf, type Pace } from '../../data/questions/pace';
import { linesOf, readGeoJson } from '../../formats/geojson-lines';
import type { Command, Context, Output } from '../command';
import { collection, feature } from '../geojson';
import { radiusOption } from '../arguments';
import { restsOnBoth, restsOnCatchments, restsOnCorridors } from '../corridor-rests';

export const catchmentCommand: Command = {
  name: 'catchment',
  usage: 'ID|PLACE|FILE|LNG,LAT ... --radius KM [--exclusive]',
  summary:
    'who and what lies within a distance of a corridor, border or place, of the lines of a GeoJSON file, or of the line through some points',
  example: 'catchment trans-siberian --radius 50',
  options: { radius: { type: 'string' }, exclusive: { type: 'boolean' } },
  help: {
    'radius KM': 'above 0, at most 2000',
    exclusive: 'also what is nearer to this corridor than to any other',
  },
  async run({ atlas, readFile, pace }, args, values) {
    const [target] = args;
    const points = args.map(parseLngLat);
    const line = points.every((point) => point !== undefined) ? points : undefined;
    if (target === undefined || (args.length > 1 && !line))
      throw new UserError(
        'missing-target',
        'nv catchment takes one corridor id, border, place or GeoJSON file, or points LNG,LAT, and --radius KM',
      );
    const radiusKm = radiusOption(values, 'catchment');
    const isFile = !line && /[./\\]/.test(target);
    if (isFile || line) {
      if (values.exclusive) throw corridorOnly();
      const lines = line ? [line] : await linesIn(target, readFile);
      const result = await linesCatchment(atlas, lines, radiusKm, pace);
      return {
        ...output(args.join(' '), await withSources(atlas, result)),
        rests: restsOnCatchments([result]),
      };
    }
    const around = await aroundNamed(atlas, target);
    const isCorridor = around.kind === 'corridor';
    if (values.exclusive && !isCorridor) throw corridorOnly();
    const pieces = values.exclusive ? 2 : 1;
    const result = await catchmentAround(atlas, around, radiusKm, pieceOf(0, pieces, pace));
    const exclusive = values.exclusive
      ? await nearestTo(atlas, around.id, radiusKm, pieceOf(1, pieces, pace))
      : undefined;
    const itself = isCorridor
      ? restsOnCorridors([await corridorProfile(atlas, around.id)])
      : { layers: around.kind === 'border' ? ['borders'] : [], ids: new Set([around.id]) };
    return {
      ...output(around.id, await withSources(atlas, result), exclusive),
      rests: restsOnBoth(itself, restsOnCatchments([result])),
    };
  },
};

const corridorOnly = (): UserError =>
  new UserError(
    'exclusive-corridor',
    '--exclusive needs a corridor id: it sets the corridors of the product against each other',
  );

async function linesIn(path: string, readFile: Context['readFile']): Promise<LngLat[][]> {
  return linesOf(readGeoJson(await (await readFile(path)).text(), path), path);
}

/**
 * The part of a corridor's catchment that is its alone. What two corridors share is known of all
 * corridors together, not of one: it may lie far from this one, so it is not told here.
 */
interface Exclusive {
  alone: Omit<ExclusivePart, 'settlements'>;
  toleranceKm: number;
}

async function nearestTo(
  atlas: Atlas,
  id: string,
  radiusKm: number,
  pace: Pace,
): Promise<Exclusive> {
  const { corridors, toleranceKm } = await exclusiveAmongAll(atlas, radiusKm, pace);
  const own = corridors.find((corridor) => corridor.id === id)!;
  const { areaKm2, population, settlementCount } = own;
  return { alone: { areaKm2, population, settlementCount }, toleranceKm };
}

type SourcedCatchment = CatchmentResult & { settlementSources: Source[] };

/** With the sources of the settlements inside, each once: they are the same for thousands. */
async function withSources(atlas: Atlas, result: CatchmentResult): Promise<SourcedCatchment> {
  const ids = new Set(result.settlements.map(({ id }) => id));
  return { ...result, settlementSources: await sourcesOf(atlas, { layers: ['settlements'], ids }) };
}

function output(target: string, result: SourcedCatchment, exclusive?: Exclusive): Output {
  const { geometry, ...figures } = result;
  const years = result.populationYears;
  const coverage = result.populationCoverage;
  return {
    title: `Within ${result.radiusKm} km of ${target}`,
    json: exclusive ? { ...result, exclusive } : result,
    table: {
      head: [
        `within ${result.radiusKm} km of ${target}`,
        `area: ${result.areaKm2.toFixed(0)} km2`,
        `people in known settlements: ${result.population}${years ? ` (figures of ${years[0]} to ${years[1]})` : ''}`,
        coverage === undefined
          ? 'share of the census population that the settlement list covers: not known'
          : `the settlement list covers ${(100 * coverage).toFixed(0)} % of the census population of the regions touched`,
        ...(exclusive
          ? [
              `nearer to it than to any other corridor: ${exclusive.alone.areaKm2.toFixed(0)} km2, ${exclusive.alone.population} people`,
            ]
          : []),
        `settlements: ${result.settlements.length}, hubs: ${result.hubs.length}, crossings: ${result.crossings.length}`,
        ...result.settlementSources.map(
          ({ title, publisher, date }) => `settlements from: ${title}. ${publisher}, ${date}`,
        ),
      ],
      columns: [
        { key: 'id', title: 'region' },
        { key: 'name', title: 'name' },
        { key: 'country', title: 'in' },
        { key: 'areaKm2', title: 'km2 inside', digits: 0 },
        { key: 'shareOfRegion', title: 'of region', digits: 4 },
        { key: 'shareOfCatchment', title: 'of catchment', digits: 4 },
      ],
      rows: result.regions.map((region) => ({ ...region, name: region.name.en })),
    },
    geojson: collection([
      feature(geometry, {
        target,
        radiusKm: figures.radiusKm,
        areaKm2: figures.areaKm2,
        population: figures.population,
      }),
    ]),
  };
}
