import { writeExtract } from './manifest';
import { readSource } from './packages';
import { SOURCE_FILES } from './sources';

/** Fields of GeoNames' main table that the extract keeps, by position. */
const FIELD = { id: 0, name: 1, alternates: 3, lat: 4, lng: 5, kind: 7, country: 8, admin1: 10 };
const POPULATION = 14;
const MODIFIED = 18;

/**
 * GeoNames places of all countries in the window: 54 E eastward to 165 W, 35 to 82 N, and north of
 * 62 N from 27 E, so that catchments of the network up to 300 km wide are whole. Of the alternate
 * names, which carry no language tag, only those of China, Russia, Mongolia and Kazakhstan in Han
 * or Cyrillic script are kept. Places without a population stay out: GeoNames lists about 12,500
 * Chinese administrative seats with 0.
 */
export function extractSettlements(): void {
  const source = SOURCE_FILES.geonames;
  const rows = readSource(source)
    .toString('utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((cells) => Number(cells[POPULATION]) > 0 && isInWindow(cells))
    .sort((a, b) => Number(a[FIELD.id]) - Number(b[FIELD.id]))
    .map((cells) =>
      [
        cells[FIELD.id],
        cells[FIELD.name],
        cells[FIELD.lat],
        cells[FIELD.lng],
        cells[FIELD.country],
        cells[FIELD.admin1],
        cells[FIELD.kind],
        cells[POPULATION],
        cells[MODIFIED]?.slice(0, 4),
        localNames(cells[FIELD.alternates] ?? '', cells[FIELD.country]!).join('|'),
      ].join('\t'),
    );
  const head = 'id\tname\tlat\tlng\tcountry\tadmin1\tkind\tpopulation\tmodified\tnames';
  writeExtract('geonames.tsv', `${[head, ...rows].join('\n')}\n`, [source]);
}

function isInWindow(cells: string[]): boolean {
  const lat = Number(cells[FIELD.lat]);
  const lng = Number(cells[FIELD.lng]);
  return lat >= 35 && lat <= 82 && (lng >= 54 || lng <= -165 || (lng >= 27 && lat >= 62));
}

function localNames(alternates: string, country: string): string[] {
  if (!['CN', 'RU', 'MN', 'KZ'].includes(country)) return [];
  const script = country === 'CN' ? /^[\p{Script=Han}]+$/u : /^[\p{Script=Cyrillic} .-]+$/u;
  return alternates.split(',').filter((name) => script.test(name));
}
