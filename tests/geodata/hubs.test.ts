import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Point, Polygon } from 'geojson';
import { beforeAll, describe, expect, test } from 'vitest';
import { distanceKm } from '../../src/core/geo/geodesic';
import type { HubProps, LngLat, RegionProps } from '../../src/core/types';
import { readExtract, readLayer } from './read';

type Hub = Awaited<ReturnType<typeof readLayer<Point, HubProps>>>['features'][number];

let hubs: Hub[];
let issues: unknown[];

beforeAll(async () => {
  ({ features: hubs, issues } = await readLayer<Point, HubProps>('hubs'));
});

test('the hub layer passes the schema', () => {
  expect(issues).toEqual([]);
});

test('there are at least ninety hubs, about a dozen of them seen from afar', () => {
  expect(hubs.length).toBeGreaterThanOrEqual(90);
  const far = hubs.filter(({ properties }) => properties.rank === 1);
  expect(far.length).toBeGreaterThanOrEqual(10);
  expect(far.length).toBeLessThanOrEqual(20);
});

test('no id stands twice among hubs, ports, crossings and other nodes', async () => {
  const layers = await Promise.all(
    ['hubs', 'ports', 'crossings', 'nodes'].map((id) => readLayer(id)),
  );
  const ids = layers.flatMap(({ features }) => features.map(({ id }) => id));
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

describe('regions', () => {
  test('every region of the area has its seat of government among the hubs', async () => {
    const { features: regions } = await readLayer<Polygon, RegionProps>('regions');
    const seats = new Set(
      hubs
        .filter(({ properties: { roles } }) =>
          roles.some((role) => role === 'regional-capital' || role === 'national-capital'),
        )
        .map(({ properties }) => properties.region),
    );
    const without = regions
      .filter(({ properties }) => properties.macroRegion && !seats.has(properties.id))
      .map(({ properties }) => properties.id);
    expect(without).toEqual([]);
  });

  test('every hub lies in the region that it names, or within its position error of it', async () => {
    const { features: regions } = await readLayer<Polygon | MultiPolygon, RegionProps>('regions');
    const strays = hubs.filter(({ properties, geometry }) => {
      const region = regions.find(({ id }) => id === properties.region);
      if (!properties.region) return false;
      if (!region) return true;
      if (booleanPointInPolygon(geometry, region)) return false;
      const slackKm = properties.positionErrorKm + region.properties.positionErrorKm;
      return !nearRing(geometry.coordinates as LngLat, region.geometry, slackKm);
    });
    expect(strays.map(({ id }) => id)).toEqual([]);
  });
});

/** Whether a vertex of the outline is within reach; outlines carry a vertex every few kilometres. */
function nearRing(at: LngLat, area: Polygon | MultiPolygon, km: number): boolean {
  const rings = area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
  return rings.some((ring) => ring.some((point) => distanceKm(at, point as LngLat) <= km + 5));
}

describe('people', () => {
  test('a year of this generation and a plausible number stand on every population', () => {
    for (const { id, properties } of hubs) {
      if (!properties.population) continue;
      const { value, year } = properties.population;
      expect(value, String(id)).toBeGreaterThan(1000);
      expect(value, String(id)).toBeLessThan(25_000_000);
      expect(year, String(id)).toBeGreaterThanOrEqual(2009);
    }
  });

  test('all hubs but two, named here and in the README, have people', () => {
    const without = hubs.filter(({ properties }) => !properties.population).map(({ id }) => id);
    expect(without).toEqual(['akademgorodok', 'mandalgovi']);
  });

  test('the large cities of Russia are those of the 2021 census', () => {
    const people = new Map(hubs.map(({ id, properties }) => [id, properties.population?.value]));
    expect(people.get('novosibirsk')).toBe(1_633_595);
    expect(people.get('yakutsk')).toBe(355_443);
  });
});

describe('names against GeoNames', () => {
  /** Names that differ from every form GeoNames has, and why ours stands. */
  const DECIDED: Record<string, string> = {
    yining: 'GeoNames has the county and the suburbs, not the city of 伊宁 itself.',
  };

  test('each own-language name is a form that GeoNames has, or is decided here', () => {
    const gazetteer = readExtract('geonames.tsv');
    const own = { CN: 'zh', RU: 'ru', MN: 'mn' } as const;
    const differing = hubs.flatMap(({ id, properties, geometry }) => {
      const lang = own[properties.country as keyof typeof own];
      if (!lang) return [];
      const forms = formsNear(gazetteer, properties.country, geometry.coordinates as LngLat);
      if (forms.length === 0) return [];
      const name = properties.name[lang];
      const parts = name.split(/[（()）]/).map((part) => part.replace(/ хот$/, '').trim());
      return parts.some((part) => forms.includes(part)) ? [] : [String(id)];
    });
    expect(differing.sort()).toEqual(Object.keys(DECIDED).sort());
  });

  function formsNear(rows: Record<string, string>[], country: string, at: LngLat): string[] {
    return rows
      .filter(
        (row) =>
          row.country === country &&
          Math.abs(Number(row.lat) - at[1]) < 0.05 &&
          Math.abs(Number(row.lng) - at[0]) < 0.08,
      )
      .flatMap((row) => (row.names ?? '').split('|'))
      .filter(Boolean)
      .map((form) => form.replace(/ хот$/, '').replace(/(?<=..)[市县区]$/, ''));
  }
});
