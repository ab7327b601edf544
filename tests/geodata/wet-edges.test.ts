import type { Feature, LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { beforeAll, expect, test } from 'vitest';
import { distanceKm } from '../../src/core/geo/geodesic';
import type { EdgeProps, LngLat } from '../../src/core/types';
import { readLayer } from './read';
import { indexOf, segmentsOf, type Segment } from './segments';

/** No railway or road in use runs through the sea or a lake, but as far as the shores are coarse. */

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

const STEP_KM = 1;

interface Outline {
  segments: Segment[];
  near: ReturnType<typeof indexOf>;
}

let land: Outline;
let lakes: Outline;
let edges: Edge[];

const outline = (geometries: (Polygon | MultiPolygon)[]): Outline => {
  const segments = segmentsOf(geometries);
  return { segments, near: indexOf(segments) };
};

beforeAll(async () => {
  const areas = async (id: string): Promise<Feature<Polygon | MultiPolygon>[]> =>
    (await readLayer<Polygon | MultiPolygon, object>(id)).features.filter(({ geometry }) =>
      ['Polygon', 'MultiPolygon'].includes(geometry.type),
    );
  land = outline((await areas('land')).map(({ geometry }) => geometry));
  lakes = outline((await areas('water')).map(({ geometry }) => geometry));
  edges = (
    await Promise.all(
      ['railways', 'roads'].map((id) => readLayer<LineString | MultiLineString, EdgeProps>(id)),
    )
  )
    .flatMap(({ features }) => features)
    .filter(({ properties }) => ['operating', 'seasonal'].includes(properties.status))
    // Ferries and ice roads are on water.
    .filter(({ properties }) => properties.surface !== 'ferry' && properties.surface !== 'ice');
});

/** Distance to the nearest shore in km, up to about 30 km: Infinity means beyond. */
function shoreKm([lng, lat]: LngLat, { segments, near }: Outline): number {
  const scale = Math.cos((lat * Math.PI) / 180);
  const reach = 0.3;
  let best = Infinity;
  for (const i of near.search(lng - reach / scale, lat - reach, lng + reach / scale, lat + reach)) {
    const [a, b] = [segments[i]!.from, segments[i]!.to].map(([x, y]) => [
      (x! - lng) * scale,
      y! - lat,
    ]) as [LngLat, LngLat];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const t = Math.min(1, Math.max(0, -(a[0] * dx + a[1] * dy) / (dx * dx + dy * dy || 1)));
    best = Math.min(best, Math.hypot(a[0] + t * dx, a[1] + t * dy) * 111.2);
  }
  return best;
}

/** Whether a point lies inside: a ray to the east crosses the outline an odd number of times. */
function inside([lng, lat]: LngLat, { segments, near }: Outline): boolean {
  return (
    near.search(lng, lat, 180, lat).filter((i) => {
      const [[x1, y1], [x2, y2]] = [segments[i]!.from, segments[i]!.to] as [LngLat, LngLat];
      return y1 > lat !== y2 > lat && lng < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1);
    }).length %
      2 ===
    1
  );
}

/** The greatest distance from the shore at which an edge lies in water, km, and where. */
function wettest({ geometry }: Edge): { km: number; at: LngLat } {
  let worst = { km: 0, at: [0, 0] as LngLat };
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  for (const line of lines as LngLat[][])
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1]!, line[i]!];
      const steps = Math.ceil(distanceKm(a, b) / STEP_KM);
      for (let s = 1; s <= steps; s++) {
        const at: LngLat = [a[0] + ((b[0] - a[0]) * s) / steps, a[1] + ((b[1] - a[1]) * s) / steps];
        for (const [shore, wet] of [
          [land, false],
          [lakes, true],
        ] as const) {
          const km = shoreKm(at, shore);
          // Far from any shore of this kind a point is where its neighbours are.
          if (km > worst.km && km < Infinity && inside(at, shore) === wet) worst = { km, at };
        }
      }
    }
  return worst;
}

test('the outline of the land and the lakes tells water from land', () => {
  expect(inside([104, 52.3], land)).toBe(true);
  expect(inside([140, 45], land)).toBe(false);
  expect(inside([107.5, 53], lakes)).toBe(true);
  expect(inside([104, 52.3], lakes)).toBe(false);
  expect(shoreKm([107.5, 53], lakes)).toBeGreaterThan(10);
});

test('no railway or road runs through a sea or a lake', () => {
  const wet = edges
    .map((edge) => ({ id: edge.properties.id, ...wettest(edge) }))
    .filter(({ id, km }) => km > SHORE_KM && !IN_WATER[id])
    .map(({ id, km, at }) => `${id}: ${km.toFixed(1)} km from the shore at ${at.join()}`);
  expect(wet).toEqual([]);
  for (const id of Object.keys(IN_WATER))
    expect(wettest(edges.find(({ properties }) => properties.id === id)!).km).toBeGreaterThan(
      SHORE_KM,
    );
});

test('a line drawn across a bay is found', () => {
  const across = {
    geometry: {
      type: 'LineString',
      coordinates: [
        [131.9, 43.1],
        [131.4, 42.86],
      ],
    },
  } as Edge;
  expect(wettest(across).km).toBeGreaterThan(SHORE_KM);
});
