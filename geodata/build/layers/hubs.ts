import type { Feature, Point } from 'geojson';
import type { FullName, HubProps, HubRole, Lang, Population } from '../../../src/core/types';
import { list, number, readTable, text, type Row } from '../lib/csv';
import { source, sources } from '../lib/sources';
import { feature } from '../lib/write';

/** The hubs: curated/hubs.csv with the people and the airport of each, where these are known. */
export function buildHubs(): Feature<Point, HubProps>[] {
  const populations = byHub(readTable('hub-population.csv'));
  const airports = byHub(readTable('hub-airports.csv'));
  const hubs = readTable('hubs.csv').map((row) =>
    hub(row, populations.get(text(row, 'id')), airports.get(text(row, 'id'))),
  );
  const ids = new Set(hubs.map((one) => one.properties.id));
  for (const id of [...populations.keys(), ...airports.keys()])
    if (!ids.has(id)) throw new Error(`a fact is given for hub "${id}", which hubs.csv lacks`);
  return hubs;
}

function hub(row: Row, people?: Row, airport?: Row): Feature<Point, HubProps> {
  return feature(
    { type: 'Point', coordinates: [number(row, 'lng'), number(row, 'lat')] },
    {
      id: text(row, 'id'),
      name: fullName(row),
      country: text(row, 'country'),
      ...(row.region ? { region: row.region } : {}),
      roles: list(row, 'roles') as HubRole[],
      rank: number(row, 'rank') as HubProps['rank'],
      ...(people ? { population: population(people) } : {}),
      ...(airport
        ? {
            airport: {
              iata: text(airport, 'iata'),
              name: text(airport, 'name'),
              source: source(text(airport, 'source')),
            },
          }
        : {}),
      ...(row.gauge === 'yes' ? { gaugeBreak: true } : {}),
      positionErrorKm: number(row, 'positionErrorKm'),
      sources: sources(list(row, 'sources')),
    },
  );
}

/** The name of a row with columns en, zh, ru, mn and, where they are used, local and byRule. */
export function fullName(row: Row): FullName {
  const [lang, local] = (row.local ?? '').split(':');
  const byRule = list(row, 'byRule') as Lang[];
  return {
    en: text(row, 'en'),
    zh: text(row, 'zh'),
    ru: text(row, 'ru'),
    mn: text(row, 'mn'),
    ...(lang && local ? { local: { lang, text: local } } : {}),
    ...(byRule.length > 0 ? { transliterated: byRule } : {}),
  };
}

/** The people of a row with columns value, year and source. */
export function population(row: Row): Population {
  return {
    value: number(row, 'value'),
    year: number(row, 'year'),
    source: source(text(row, 'source')),
  };
}

function byHub(rows: Row[]): Map<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const id = text(row, 'hub');
    if (found.has(id)) throw new Error(`hub "${id}" stands twice in one table`);
    found.set(id, row);
  }
  return found;
}
