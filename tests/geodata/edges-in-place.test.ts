import type { Feature, LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { beforeAll, expect, test } from 'vitest';
import { distanceKm } from '../../src/core/geo/geodesic';
import type { EdgeProps, LngLat } from '../../src/core/types';
import { readLayer } from './read';
import { insideOutline, kmToOutline, outlineOf, type Outline } from './segments';

/**
 * Where railways and roads in use must not be drawn: in the sea, in a lake, in a country that is not
 * theirs; but as far as shores, borders and chains of stations are coarse.
 */

type Edge = Feature<LineString | MultiLineString, EdgeProps>;

/**
 * How far from the shore an edge may lie in water, km: shores are simplified to 1 or 2 km, lakes
 * drawn at 1:50m, and a chain of stations cuts a bay that the track goes round.
 */
const SHORE_KM = 3;

/** What lies in water as it is drawn, and why. */
const IN_WATER: Record<string, string> = {
  'rail-tianjin-port-tanggu-tianjin-port': 'the port stands on land won from the sea',
};

/** How far beyond the border an edge may lie, km: crossings stand up to 4 km off the drawn border. */
const BORDER_KM = 4.5;

const STEP_KM = 1;

let land: Outline;
let lakes: Outline;
/** By code: the countries that edges in use lie in. */
let countries: Map<string, Outline>;
let edges: Edge[];

type Area = Feature<Polygon | MultiPolygon, { id: string; country?: string }>;

beforeAll(async () => {
  const areas = async (id: string): Promise<Area[]> =>
    ((await readLayer(id)).features as Area[]).filter(({ geometry }) =>
      ['Polygon', 'MultiPolygon'].includes(geometry.type),
    );
  const outline = (features: Area[]): Outline =>
    outlineOf(features.map(({ geometry }) => geometry));
  land = outline(await areas('land'));
  lakes = outline(await areas('water'));
  edges = (
    await Promise.all(
      ['railways', 'roads'].map((id) => readLayer<LineString | MultiLineString, EdgeProps>(id)),
    )
  )
    .flatMap(({ features }) => features)
    .filter(({ properties }) => ['operating', 'seasonal'].includes(properties.status))
    // Ferries and ice roads are on water.
    .filter(({ properties }) => properties.surface !== 'ferry' && properties.surface !== 'ice');
  const wholes = await areas('countries');
  countries = new Map(
    [...new Set(edges.map(({ properties }) => properties.country))].map((code) => [
      code,
      outline(wholes.filter(({ properties }) => properties.country === code)),
    ]),
  );
});

/** The greatest distance at which an edge lies on the wrong side of an outline, km, and where. */
function worst(
  { geometry }: Edge,
  shapes: Iterable<readonly [Outline, wrongInside: boolean]>,
): { km: number; at: LngLat } {
  let found = { km: 0, at: [0, 0] as LngLat };
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  for (const line of lines as LngLat[][])
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1]!, line[i]!];
      const steps = Math.ceil(distanceKm(a, b) / STEP_KM);
      for (let s = 1; s <= steps; s++) {
        const at: LngLat = [a[0] + ((b[0] - a[0]) * s) / steps, a[1] + ((b[1] - a[1]) * s) / steps];
        for (const [shape, wrongInside] of shapes) {
          const km = kmToOutline(at, shape);
          // Far from every outline a point is where its neighbours are.
          if (km > found.km && km < Infinity && insideOutline(at, shape) === wrongInside)
            found = { km, at };
        }
      }
    }
  return found;
}

const inWater = (edge: Edge): { km: number; at: LngLat } =>
  worst(edge, [
    [land, false],
    [lakes, true],
  ]);

const abroad = (edge: Edge): { km: number; at: LngLat } =>
  worst(
    edge,
    [...countries]
      .filter(([code]) => code !== edge.properties.country)
      .map(([, shape]) => [shape, true] as const),
  );

test('outlines tell water from land and one country from another', () => {
  expect(insideOutline([104, 52.3], land)).toBe(true);
  expect(insideOutline([140, 45], land)).toBe(false);
  expect(insideOutline([107.5, 53], lakes)).toBe(true);
  expect(insideOutline([104, 52.3], lakes)).toBe(false);
  expect(kmToOutline([107.5, 53], lakes)).toBeGreaterThan(10);
  expect(insideOutline([126.6, 45.8], countries.get('CN')!)).toBe(true);
  expect(insideOutline([126.6, 45.8], countries.get('RU')!)).toBe(false);
  expect(insideOutline([106.9, 47.9], countries.get('MN')!)).toBe(true);
});

test('no railway or road runs through a sea or a lake', () => {
  const wet = edges
    .map((edge) => ({ id: edge.properties.id, ...inWater(edge) }))
    .filter(({ id, km }) => km > SHORE_KM && !IN_WATER[id])
    .map(({ id, km, at }) => `${id}: ${km.toFixed(1)} km from the shore at ${at.join()}`);
  expect(wet).toEqual([]);
  for (const id of Object.keys(IN_WATER))
    expect(inWater(edges.find(({ properties }) => properties.id === id)!).km).toBeGreaterThan(
      SHORE_KM,
    );
});

test('no railway or road runs through a country that is not its own', () => {
  const strayed = edges
    .map((edge) => ({ id: edge.properties.id, ...abroad(edge) }))
    .filter(({ km }) => km > BORDER_KM)
    .map(({ id, km, at }) => `${id}: ${km.toFixed(1)} km beyond the border at ${at.join()}`);
  expect(strayed).toEqual([]);
});

test('a line drawn across a bay or a corner of another country is found', () => {
  const between = (from: LngLat, to: LngLat): Edge =>
    ({
      properties: { country: 'MN' },
      geometry: { type: 'LineString', coordinates: [from, to] },
    }) as unknown as Edge;
  expect(inWater(between([131.9, 43.1], [131.4, 42.86])).km).toBeGreaterThan(SHORE_KM);
  expect(abroad(between([114.53, 48.07], [118.19, 48.04])).km).toBeGreaterThan(BORDER_KM);
});
