import { readFileSync } from 'node:fs';
import type { MultiPolygon, Polygon } from 'geojson';
import { beforeAll, expect, it } from 'vitest';
import * as v from 'valibot';
import { TimeZones } from '../../src/core/analysis/time-zones';
import type { LngLat, RegionProps } from '../../src/core/types';
import { timeZone } from '../../src/data/schema/time-zones';
import { readLayer } from './read';

const list = v.parse(
  v.array(timeZone),
  JSON.parse(readFileSync('geodata/time-zones.json', 'utf8')),
);
let zones: TimeZones;
let regions: RegionProps[];

beforeAll(async () => {
  const { features } = await readLayer<Polygon | MultiPolygon, RegionProps>('regions');
  regions = features.map(({ properties }) => properties);
  zones = new TimeZones(
    list,
    features.map(({ properties: { id, country }, geometry }) => ({ id, country, geometry })),
  );
});

/** Hours ahead of UTC by the time zone database that Node carries. */
function offsetByNode(zone: string, date: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const text = parts.formatToParts(new Date(date)).find(({ type }) => type === 'timeZoneName');
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(text!.value)!;
  return (sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes) / 60);
}

it.each(list.map(({ zone, offsetHours }) => [zone, offsetHours] as const))(
  '%s is %s hours ahead of UTC, winter and summer, in the time zone database of Node too',
  (zone, offsetHours) => {
    expect(offsetByNode(zone, '2025-01-15T12:00Z')).toBe(offsetHours);
    expect(offsetByNode(zone, '2025-07-15T12:00Z')).toBe(offsetHours);
  },
);

it('every region of Russia and Mongolia has one zone, or zones that a meridian parts', () => {
  const ids = regions.filter(({ country }) => country !== 'CN').map(({ id }) => id);
  for (const id of ids) {
    const own = list.filter(({ areas }) => areas.includes(id));
    expect(own.length, id).toBeGreaterThan(0);
    if (own.length > 1) expect(own.every(({ westOf, eastOf }) => westOf ?? eastOf)).toBe(true);
  }
  const known = new Set([...regions.map(({ id }) => id), 'CN', 'KZ', 'KP', 'KR']);
  expect(list.flatMap(({ areas }) => areas).filter((area) => !known.has(area))).toEqual([]);
});

it.each<[string, string, LngLat, number]>([
  ['Novosibirsk', 'RU', [82.93, 55.03], 7],
  ['Omsk', 'RU', [73.37, 54.99], 6],
  ['Irkutsk', 'RU', [104.28, 52.29], 8],
  ['Chita', 'RU', [113.5, 52.03], 9],
  ['Birobidzhan', 'RU', [132.92, 48.79], 10],
  ['Yakutsk', 'RU', [129.73, 62.03], 9],
  ['Ust-Nera', 'RU', [143.24, 64.57], 10],
  ['Magadan', 'RU', [150.8, 59.56], 11],
  ['Uelen, past 180 degrees', 'RU', [-169.8, 66.16], 12],
  ['Ürümqi', 'CN', [87.62, 43.83], 8],
  ['Khovd', 'MN', [91.64, 48.01], 7],
  ['Choibalsan', 'MN', [114.53, 48.07], 8],
  ['Almaty, since March 2024', 'KZ', [76.9, 43.25], 5],
  ['Rajin', 'KP', [130.3, 42.25], 9],
])('%s keeps the time of its country there', (_, country, point, offsetHours) => {
  expect(zones.at(country, point)?.offsetHours).toBe(offsetHours);
});

it('a line from Omsk to Novosibirsk changes its time at the border of the two oblasts', () => {
  const line: LngLat[] = [
    [73.37, 54.99],
    [78.3, 55.35],
    [82.93, 55.03],
  ];
  const along = zones.along([{ country: 'RU', km: 627, line }]);
  expect(along.map(({ offsetHours }) => offsetHours)).toEqual([6, 7]);
  expect(along[0]!.toKm).toBe(along[1]!.fromKm);
  // Kalachinsk (74.6 E) still lies in Omsk Oblast, Tatarsk (76.0 E) in Novosibirsk Oblast.
  expect(along[0]!.toKm).toBeGreaterThan(78);
  expect(along[0]!.toKm).toBeLessThan(168);
  expect(along[1]!.toKm).toBeCloseTo(627, 6);
});

it('at sea there is no zone', () => {
  expect(zones.at('sea', [160, 74])).toBeUndefined();
});
