import type { LineString, MultiLineString } from 'geojson';
import { beforeAll, describe, expect, test } from 'vitest';
import { lineLengthKm } from '../../src/core/geo/line-length';
import type { Corridor, EdgeProps, LngLat } from '../../src/core/types';
import { loadCorridors } from '../../src/data/load';
import { readGeodata, readLayer } from './read';

type Edge = Awaited<
  ReturnType<typeof readLayer<LineString | MultiLineString, EdgeProps>>
>['features'][number];

let corridors: Corridor[];
let issues: unknown[];
let edges: Map<string, Edge>;

beforeAll(async () => {
  ({ value: corridors, issues } = await loadCorridors(readGeodata));
  const layers = await Promise.all(
    ['railways', 'roads', 'sea-routes'].map((id) =>
      readLayer<LineString | MultiLineString, EdgeProps>(id),
    ),
  );
  edges = new Map(
    layers.flatMap(({ features }) => features.map((edge) => [String(edge.id), edge] as const)),
  );
});

test('the corridors pass the schema, and there are at least twenty', () => {
  expect(issues).toEqual([]);
  expect(corridors.length).toBeGreaterThanOrEqual(20);
});

test('no id and no name stands twice', () => {
  for (const key of [
    (corridor: Corridor) => corridor.id,
    (corridor: Corridor) => corridor.name.en,
    (corridor: Corridor) => corridor.name.zh,
    (corridor: Corridor) => corridor.name.ru,
    (corridor: Corridor) => corridor.name.mn,
  ]) {
    const all = corridors.map(key);
    expect(all.filter((value, i) => all.indexOf(value) !== i)).toEqual([]);
  }
});

describe('every corridor', () => {
  test('runs over edges that exist, none of them twice', () => {
    for (const { id, edges: ids } of corridors) {
      expect(
        ids.filter((edge) => !edges.has(edge)),
        id,
      ).toEqual([]);
      expect(new Set(ids).size, id).toBe(ids.length);
    }
  });

  test('is one way without a gap from its first place to its last, through its via places', () => {
    for (const corridor of corridors) {
      const visited = walk(corridor);
      const order = corridor.via.map((place) => visited.indexOf(place));
      expect(order, corridor.id).not.toContain(-1);
      expect(order, corridor.id).toEqual([...order].sort((a, b) => a - b));
      expect(order[0], corridor.id).toBe(0);
      expect(order.at(-1), corridor.id).toBe(visited.length - 1);
    }
  });

  test('comes within 3 % of the length that an authority prints, where one does', () => {
    for (const { id, edges: ids, publishedKm } of corridors) {
      if (!publishedKm) continue;
      const km = ids.reduce((sum, edge) => sum + edgeKm(edges.get(edge)!), 0);
      const drawn = ids.some((edge) => !edges.get(edge)!.properties.lengthKm);
      // A stretch that is only drawn is a chain of straight lines, shorter than the road it stands for.
      expect(km / publishedKm.value, id).toBeGreaterThan(drawn ? 0.94 : 0.97);
      expect(km / publishedKm.value, id).toBeLessThan(1.03);
    }
  });
});

/** The nodes of a corridor in order; it throws where an edge does not begin where the last ended. */
function walk({ id, via, edges: ids }: Corridor): string[] {
  const visited = [via[0]!];
  for (const edge of ids) {
    const { from, to } = edges.get(edge)!.properties;
    const at = visited.at(-1);
    if (from === at) visited.push(to);
    else if (to === at) visited.push(from);
    else throw new Error(`${id}: ${edge} does not begin at ${at}`);
  }
  return visited;
}

function edgeKm({ properties, geometry }: Edge): number {
  if (properties.lengthKm) return properties.lengthKm.value;
  const parts = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  return parts.reduce((km, part) => km + lineLengthKm(part as LngLat[]), 0);
}
