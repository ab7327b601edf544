import { measureLine } from '../../core/analysis/measure';
import {
  countryStretches,
  kmByCountry,
  type CountryStretch,
} from '../../core/analysis/line-countries';
import type { CountryCode, LngLat } from '../../core/types';
import type { Atlas } from '../atlas';

export interface LineCountries {
  /** Km of geodesic; what lies in no country is under `sea`. */
  byCountry: Record<CountryCode, number>;
  stretches: CountryStretch[];
}

/**
 * Through which countries a drawn line leads, and where it passes from one to the next.
 * @throws UserError `too-few-points`, `bad-coordinate`
 */
export async function lineCountries(atlas: Atlas, line: readonly LngLat[]): Promise<LineCountries> {
  measureLine(line);
  const areas = (await atlas.needed('countries')).map(({ properties: { country }, geometry }) => ({
    country,
    geometry,
  }));
  const stretches = countryStretches(line, areas);
  return { byCountry: kmByCountry(stretches), stretches };
}
