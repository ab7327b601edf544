import type { LineString, MultiLineString, Point } from 'geojson';
import { beforeAll, expect, test } from 'vitest';
import { distanceKm } from '../../src/core/geo/geodesic';
import { lineLengthKm } from '../../src/core/geo/line-length';
import type { HubProps, LinkageProps, LngLat, RegionProps } from '../../src/core/types';
import { readLayer } from './read';

type Linkage = Awaited<
  ReturnType<typeof readLayer<LineString | MultiLineString, LinkageProps>>
>['features'][number];

let linkages: Linkage[];
let issues: unknown[];

beforeAll(async () => {
  ({ features: linkages, issues } = await readLayer<LineString | MultiLineString, LinkageProps>(
    'linkages',
  ));
});

test('the linkage layer passes the schema', () => {
  expect(issues).toEqual([]);
  expect(linkages.length).toBeGreaterThanOrEqual(47);
});

test('both ends are hubs or regions of the product, and differ', async () => {
  const hubs = await readLayer<Point, HubProps>('hubs');
  const regions = await readLayer<Point, RegionProps>('regions');
  const known = new Set([...hubs.features, ...regions.features].map(({ id }) => id));
  for (const { id, properties } of linkages) {
    expect(known, String(id)).toContain(properties.from);
    expect(known, String(id)).toContain(properties.to);
    expect(properties.from, String(id)).not.toBe(properties.to);
  }
});

test('an arc between two hubs ends at them and is the geodesic between them', async () => {
  const { features: hubs } = await readLayer<Point, HubProps>('hubs');
  const at = new Map(hubs.map(({ id, geometry }) => [id, geometry.coordinates as LngLat]));
  for (const { id, properties, geometry } of linkages) {
    const from = at.get(properties.from);
    const to = at.get(properties.to);
    if (!from || !to) continue;
    const parts = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
    const first = parts[0]![0] as LngLat;
    const last = parts.at(-1)!.at(-1) as LngLat;
    expect(distanceKm(first, from), String(id)).toBeLessThan(0.01);
    expect(distanceKm(last, to), String(id)).toBeLessThan(0.01);
    const drawnKm = parts.reduce((km, part) => km + lineLengthKm(part as LngLat[]), 0);
    expect(drawnKm / distanceKm(from, to), String(id)).toBeCloseTo(1, 4);
  }
});

test('no two linkages of a kind join the same two places', () => {
  const pairs = linkages.map(({ properties: { kind, from, to } }) =>
    [kind, ...[from, to].sort()].join(' '),
  );
  expect(pairs.filter((pair, i) => pairs.indexOf(pair) !== i)).toEqual([]);
});

test('the science links of Novosibirsk are there', () => {
  const ids = linkages.map(({ id }) => id);
  for (const id of ['binp-xiamen-bnct', 'binp-industrial-accelerators', 'skif-binp'])
    expect(ids).toContain(id);
});
