import type { Feature, Point, Polygon } from 'geojson';
import { beforeAll, describe, expect, test } from 'vitest';
import { readTable } from '../../geodata/build/lib/csv';
import type { RegionProps, SettlementProps } from '../../src/core/types';
import { readExtract, readLayer } from './read';

let settlements: Feature<Point, SettlementProps>[];
let issues: unknown[];
const byGeoname = (id: number): SettlementProps | undefined =>
  settlements.find((feature) => feature.id === `gn-${id}`)?.properties;

beforeAll(async () => {
  ({ features: settlements, issues } = await readLayer<Point, SettlementProps>('settlements'));
});

test('the settlement layer passes the schema and holds every place of the extract but the doubled', () => {
  expect(issues).toEqual([]);
  const extract = readExtract('geonames.tsv').map(({ id }) => `gn-${id}`);
  const ids = new Set(settlements.map(({ id }) => id));
  expect(ids.size).toBe(settlements.length);
  const doubled = readTable('settlement-overrides.csv').filter(({ drop }) => drop === 'yes');
  expect(extract.filter((id) => !ids.has(id)).sort()).toEqual(
    doubled.map(({ geoname }) => `gn-${geoname}`).sort(),
  );
});

describe('regions', () => {
  test('every place of China, Mongolia and Russia has one, of its own country', () => {
    const wrong = settlements.filter(
      ({ properties: { country, region } }) =>
        ['CN', 'MN', 'RU'].includes(country) && region?.slice(0, 2) !== country.toLowerCase(),
    );
    expect(wrong.map(({ properties }) => properties.id)).toEqual([]);
  });

  test('a place belongs to where it is administered', () => {
    expect(byGeoname(2013348)?.region).toBe('ru-pri'); // Vladivostok, on the coast
    expect(byGeoname(2037013)?.region).toBe('cn-hl'); // Harbin
    expect(byGeoname(2028462)?.region).toBe('mn-1'); // Ulaanbaatar
    expect(byGeoname(2122104)?.region).toBe('ru-kam'); // Petropavlovsk-Kamchatsky
  });
});

describe('names', () => {
  test('the local name is told from untagged alternates', () => {
    expect(byGeoname(2037013)?.name.zh).toBe('哈尔滨');
    expect(byGeoname(2035265)?.name.zh).toBe('齐齐哈尔');
    expect(byGeoname(2025339)?.name.ru).toBe('Чита');
    const russian = settlements.filter(({ properties }) => properties.country === 'RU');
    const named = russian.filter(({ properties }) => properties.name.ru);
    expect(named.length / russian.length).toBeGreaterThan(0.98);
    expect(
      named.filter(({ properties }) => !/^[А-Яа-яЁё0-9 .()-]+$/.test(properties.name.ru!)),
    ).toEqual([]);
  });
});

describe('people', () => {
  test('census figures stand over those of GeoNames, with their source', () => {
    expect(byGeoname(2013159)).toMatchObject({ population: 355443, year: 2021 }); // Yakutsk
    expect(byGeoname(2013159)?.sources).toHaveLength(2);
    expect(byGeoname(2028462)).toMatchObject({ population: 1539810, year: 2020 }); // Ulaanbaatar
  });

  test('no region has more people in its places than its census counted, by a tenth at most', async () => {
    const { features: regions } = await readLayer<Polygon, RegionProps>('regions');
    const listed = (id: string): number =>
      settlements
        .filter(({ properties }) => properties.region === id)
        .reduce((sum, { properties }) => sum + properties.population, 0);
    const over = regions
      .filter(({ properties: { population } }) => population)
      .map(({ properties: { id, population } }) => ({ id, share: listed(id) / population!.value }))
      // The towns of the Kolyma have shrunk since the figures of GeoNames.
      .filter(({ id, share }) => share > (id === 'ru-mag' ? 1.2 : 1.1));
    expect(over).toEqual([]);
  });

  test('nobody lives in a place of no people', () => {
    expect(settlements.filter(({ properties }) => properties.population <= 0)).toEqual([]);
  });
});
