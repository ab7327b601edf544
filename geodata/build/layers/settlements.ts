import type { Feature, Point } from 'geojson';
import type { LngLat, Name, SettlementProps } from '../../../src/core/types';
import { number, readTable, text } from '../lib/csv';
import type { Row } from '../lib/csv';
import { readTsv } from '../lib/extracts';
import { isSimplifiedChinese, romanized, russianName } from '../lib/scripts';
import { settlementRegions } from '../lib/settlement-regions';
import { source } from '../lib/sources';
import { feature } from '../lib/write';
import type { RegionFeature } from './regions';

export type SettlementFeature = Feature<Point, SettlementProps>;

/**
 * Places with people, from GeoNames, put right by curated/settlement-overrides.csv: `drop` takes a
 * duplicate out, a population replaces one that is known to be wrong, names replace names. Where no
 * better year is known, `year` is the year in which GeoNames last changed the record: the figure is
 * of that year or older.
 */
export function buildSettlements(regions: RegionFeature[]): SettlementFeature[] {
  const overrides = readOverrides();
  const rows = readTsv('geonames.tsv');
  for (const id of overrides.keys())
    if (!rows.some((row) => row.id === id))
      throw new Error(`settlement-overrides.csv: the extract has no place ${id}`);
  const regionOf = settlementRegions(rows, regions);
  return rows
    .filter((row) => overrides.get(row.id!)?.drop !== 'yes')
    .map((row) => toFeature(row, regionOf.get(row.id!), overrides.get(row.id!)));
}

/** Overrides by GeoNames id; one that names a hub takes the hub's names and people. */
function readOverrides(): Map<string, Row> {
  const byHub = (table: string, key: string): Map<string, Row> =>
    new Map(readTable(table).map((row) => [text(row, key), row]));
  const hubs = byHub('hubs.csv', 'id');
  const people = byHub('hub-population.csv', 'hub');
  return new Map(
    readTable('settlement-overrides.csv').map((row) => {
      if (!row.hub) return [text(row, 'geoname'), row];
      const hub = hubs.get(row.hub);
      if (!hub) throw new Error(`settlement-overrides.csv: no hub "${row.hub}"`);
      const { en, zh, ru, mn } = hub as Record<string, string>;
      const { value = '', year = '', source = '' } = people.get(row.hub) ?? {};
      const counted = { population: value, year, source };
      return [text(row, 'geoname'), { ...row, ...counted, en: en!, zh: zh!, ru: ru!, mn: mn! }];
    }),
  );
}

function toFeature(row: Row, region: string | undefined, override?: Row): SettlementFeature {
  const point: LngLat = [number(row, 'lng'), number(row, 'lat')];
  const counted = override?.population ? override : undefined;
  return feature(
    { type: 'Point', coordinates: point },
    {
      id: `gn-${text(row, 'id')}`,
      name: name(row, override),
      country: text(row, 'country'),
      ...(region ? { region } : {}),
      population: number(counted ?? row, 'population'),
      year: counted ? number(counted, 'year') : number(row, 'modified'),
      sources: [source('geonames'), ...(counted ? [source(text(counted, 'source'))] : [])],
    },
  );
}

/** Latin name as GeoNames has it, and the local one where a rule or the override tells which. */
function name(row: Row, override?: Row): Name {
  const alternates = (row.names ?? '').split('|').filter(Boolean);
  const zh = override?.zh || (row.country === 'CN' ? chineseName(alternates) : undefined);
  const latin = text(row, 'name');
  const mayBeRussian = row.country === 'RU' || row.country === 'KZ';
  const ru =
    override?.ru || (mayBeRussian ? russianName([...alternates, latin], latin) : undefined);
  const isCyrillic = /\p{Script=Cyrillic}/u.test(latin);
  return {
    en: override?.en || (isCyrillic ? romanized(latin) : latin),
    ...(zh ? { zh } : {}),
    ...(ru ? { ru } : {}),
    ...(override?.mn ? { mn: override.mn } : {}),
    ...(isCyrillic && !override?.en ? { transliterated: ['en' as const] } : {}),
  };
}

/** The shortest simplified name: longer ones add what kind of place it is. */
function chineseName(alternates: string[]): string | undefined {
  return alternates
    .filter(isSimplifiedChinese)
    .reduce<string | undefined>(
      (best, name) => (best && (best.length <= name.length || name.length < 2) ? best : name),
      undefined,
    );
}
