import type {
  Feature,
  LineString,
  MultiLineString,
  MultiPolygon,
  Point,
  Polygon,
  Position,
} from 'geojson';
import { describe, expect, test } from 'vitest';
import { areaKm2 } from '../../geodata/build/lib/area';
import type { BorderProps } from '../../geodata/build/layers/borders';
import type { CountryProps } from '../../geodata/build/layers/countries';
import type { SeaProps } from '../../geodata/build/layers/seas';
import type { WaterProps } from '../../geodata/build/layers/water';
import { isInArea } from '../../geodata/build/lib/point-in-area';
import { distanceKm } from '../../src/core/geo/geodesic';
import type { LngLat } from '../../src/core/types';
import { readLayer } from './read';
import { ringsOf } from './segments';

type Area = Polygon | MultiPolygon;
type Line = LineString | MultiLineString;

const lengthKm = (geometry: Line): number =>
  (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates).reduce(
    (sum, line) =>
      sum +
      line
        .slice(1)
        .reduce((km, point, i) => km + distanceKm(line[i] as LngLat, point as LngLat), 0),
    0,
  );

describe.each(['land', 'countries', 'borders', 'water', 'seas'])('%s', (id) => {
  test('passes the schema', async () => {
    const { issues, features } = await readLayer(id);
    expect(issues).toEqual([]);
    expect(features.length).toBeGreaterThan(0);
  });
});

describe('land and countries', () => {
  test('countries lie within the window and their areas add up to the land', async () => {
    const { features: land } = await readLayer<Area, object>('land');
    const { features: countries } = await readLayer<Area, CountryProps>('countries');
    const points = countries.flatMap(({ geometry }) => ringsOf(geometry).flat());
    const inWindow = ([lng, lat]: Position): boolean =>
      (lng! >= -12 || lng! <= -165) && lat! >= -5 && lng! >= -180 && lng! <= 180;
    expect(points.filter((point) => !inWindow(point))).toEqual([]);
    const sum = countries.reduce((km2, { geometry }) => km2 + areaKm2(geometry), 0);
    expect(Math.abs(sum / areaKm2(land[0]!.geometry) - 1)).toBeLessThan(1e-6);
  });

  test('long edges have vertices at least every degree, so that they bend', async () => {
    const { features } = await readLayer<Area, object>('land');
    const longest = ringsOf(features[0]!.geometry).flatMap((ring) =>
      ring
        .slice(1)
        .map(([lng, lat], i) =>
          Math.max(Math.abs(lng! - ring[i]![0]!), Math.abs(lat! - ring[i]![1]!)),
        ),
    );
    expect(Math.max(...longest)).toBeLessThanOrEqual(1.00001);
  });

  test('cities on the coast stand on land, the open sea is free', async () => {
    const { features } = await readLayer<Area, object>('land');
    const land = features[0]!.geometry;
    for (const point of [
      [126.65, 45.75],
      [104.3, 52.3],
      [-179.5, 67.3],
      [179.5, 67.3],
      [4.4, 51.9],
    ])
      expect(isInArea(point as LngLat, land), point.join()).toBe(true);
    for (const point of [
      [150, 78],
      [-179.5, 75],
      [179.5, 60],
      [135, 40],
      [75, 0],
    ])
      expect(isInArea(point as LngLat, land), point.join()).toBe(false);
  });
});

describe('borders', () => {
  test('drawn length is below the published one, by a third at most: border rivers wind', async () => {
    const { features } = await readLayer<MultiLineString, BorderProps>('borders');
    // The source puts the point where China, North Korea and Russia meet 13 km too far up the Tumen.
    const comparable = features.filter(
      ({ id, properties }) => id !== 'border-kp-ru' && properties.lengthKm,
    );
    for (const { properties, geometry } of comparable) {
      const ratio = lengthKm(geometry) / properties.lengthKm!.value;
      expect(ratio, `${properties.id} ${ratio}`).toBeLessThan(1.08);
      expect(ratio, `${properties.id} ${ratio}`).toBeGreaterThan(0.67);
    }
  });
});

describe('water', () => {
  /** km2; hydrological yearbooks give the lakes' water surface. */
  const LAKES_KM2: Record<string, number> = {
    baikal: 31722,
    khanka: 4070,
    hulun: 2339,
    khovsgol: 2760,
    uvs: 3350,
    balkhash: 16400,
  };

  test('the great lakes have their size within 12 percent', async () => {
    const { features } = await readLayer<Area, WaterProps>('water');
    for (const [id, km2] of Object.entries(LAKES_KM2)) {
      const lake = features.find((feature) => feature.id === id)!;
      expect(Math.abs(areaKm2(lake.geometry) / km2 - 1), id).toBeLessThan(0.12);
    }
  });

  test('the waters of the area are there, each with four names', async () => {
    const { features } = await readLayer<Line | Area, WaterProps>('water');
    const wanted =
      'amur ussuri songhua argun shilka zeya bureya lena aldan vilyui yenisei angara selenga orkhon tuul kherlen onon ob irtysh tobol tom kolyma indigirka yana tumen-river nen yalu ili black-irtysh huang-he baikal khanka hulun buir khovsgol uvs khyargas balkhash zaysan alakol taymyr chany';
    for (const id of wanted.split(' ')) {
      const name = features.find((feature) => feature.id === id)?.properties.name;
      expect([id, name?.en, name?.zh, name?.ru, name?.mn].every(Boolean), id).toBe(true);
    }
  });

  test('a border river is the border line itself', async () => {
    const { features } = await readLayer<Line, WaterProps>('water');
    const { features: borders } = await readLayer<MultiLineString, BorderProps>('borders');
    const border = new Set(
      borders
        .find(({ id }) => id === 'border-cn-ru')!
        .geometry.coordinates.flat()
        .map(String),
    );
    const argun = features.find(({ id }) => id === 'argun') as Feature<LineString>;
    expect(argun.geometry.coordinates.every((point) => border.has(String(point)))).toBe(true);
  });
});

describe('seas', () => {
  test('labels of seas, straits and gulfs stand on water', async () => {
    const { features: land } = await readLayer<Area, object>('land');
    const { features } = await readLayer<Point, SeaProps>('seas');
    const ashore = features
      .filter(({ properties }) => properties.kind !== 'islands')
      .filter(({ geometry }) => isInArea(geometry.coordinates as LngLat, land[0]!.geometry))
      .map(({ id }) => id);
    expect(ashore).toEqual([]);
  });
});
