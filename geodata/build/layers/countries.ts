import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { FullName, Source } from '../../../src/core/types';
import { densifyArea } from '../lib/densify';
import { readTsv } from '../lib/extracts';
import { source } from '../lib/sources';
import { mergedArea, unitsBy } from '../lib/topology';
import { feature } from '../lib/write';

export interface CountryProps {
  id: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  name: FullName;
  sources: Source[];
  positionErrorKm: number;
}

/** What the topology's window cuts off is not worth a name. */
const POSITION_ERROR_KM = 10;

/**
 * Countries in the window, made of the same arcs as regions. Boundaries are Natural Earth's de
 * facto ones; an area belongs to the ISO 3166-1 code that Natural Earth gives it.
 */
export function buildCountries(): Feature<Polygon | MultiPolygon, CountryProps>[] {
  const names = new Map(readTsv('country-names.tsv').map((row) => [row.iso!, row] as const));
  const byCountry = unitsBy('country');
  return [...byCountry].map(([country, units]) => {
    const row = names.get(country)!;
    return feature(densifyArea(mergedArea(units)), {
      id: country.toLowerCase(),
      country,
      name: { en: row.en!, zh: row.zh!, ru: row.ru!, mn: row.mn! },
      sources: [source('ne-admin1'), source('cldr-territories')],
      positionErrorKm: POSITION_ERROR_KM,
    });
  });
}
