import type { Feature } from 'geojson';
import { catchmentSteps } from '../../core/analysis/catchment';
import type { CatchmentResult, CountryInside } from '../../core/analysis/catchment-types';
import { rankCrossings, type RankedCrossing } from '../../core/analysis/crossing-rank';
import { UserError } from '../../core/errors';
import type { CountryCode, LngLat, Name, Sourced } from '../../core/types';
import type { Atlas } from '../atlas';
import { ground } from './catchment';
import { paced, type Pace } from './pace';

/** What geodata/borders.geojson says of a border. */
interface BorderProps {
  id: string;
  name: Name;
  countries: [CountryCode, CountryCode];
  lengthKm?: Sourced | undefined;
}

export interface BeltCountry extends CountryInside {
  code: CountryCode;
  hubs: number;
}

/** What lies within a width of a border, on both sides of it. */
export interface BeltAnswer extends CatchmentResult {
  border: BorderProps;
  /** By people, most first. */
  countries: BeltCountry[];
  /** The crossings of this border, wherever they stand on it. */
  ranked: RankedCrossing[];
}

/**
 * The belt of `widthKm` on each side of a border.
 * @throws UserError `unknown-border`, `bad-radius`
 */
export async function borderBelt(
  atlas: Atlas,
  id: string,
  widthKm: number,
  pace?: Pace,
): Promise<BeltAnswer> {
  const [borders, crossings, prepared] = await Promise.all([
    atlas.needed('borders'),
    atlas.needed('crossings'),
    ground(atlas),
  ]);
  const feature = borders.find(({ properties }) => properties?.id === id);
  if (!feature) {
    const known = borders.map(({ properties }) => String(properties?.id)).join(', ');
    throw new UserError('unknown-border', `there is no border "${id}"; there are: ${known}`);
  }
  const border = feature.properties as BorderProps;
  const catchment = await paced(catchmentSteps(prepared, linesOf(feature), widthKm), pace);
  const codes = new Set([
    ...Object.keys(catchment.byCountry),
    ...catchment.hubs.flatMap(({ country }) => country ?? []),
  ]);
  const countries = [...codes].map((code): BeltCountry => ({
    ...(catchment.byCountry[code] ?? { areaKm2: 0, population: 0, settlements: 0 }),
    code,
    hubs: catchment.hubs.filter(({ country }) => country === code).length,
  }));
  const own = crossings
    .map(({ properties }) => properties)
    .filter(({ posts }) => posts.every(({ country }) => border.countries.includes(country)));
  return {
    ...catchment,
    border,
    countries: countries.sort((a, b) => b.population - a.population || b.areaKm2 - a.areaKm2),
    ranked: rankCrossings(own),
  };
}

function linesOf({ geometry }: Feature): LngLat[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates as LngLat[]];
  if (geometry.type === 'MultiLineString') return geometry.coordinates as LngLat[][];
  throw new Error(`a border drawn as ${geometry.type}`);
}
