import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import gcoord from 'gcoord';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromGcj02, toGcj02 } from '../../../../src/core/geo/gcj02';
import type { LngLat, NodeProps } from '../../../../src/core/types';
import { votingStations } from '../../../../src/data/own/gcj02-suspicion';
import { suspect } from '../../../../src/data/own/suspect';
import { read } from '../../formats/read/read';

const layer = (id: string) =>
  JSON.parse(readFileSync(`geodata/${id}.geojson`, 'utf8')) as FeatureCollection;
const nodes = layer('nodes').features as Feature<Point, NodeProps>[];
const stations = votingStations(nodes);

/** As a Chinese web map gives it, by another library. */
const shifted = (data: FeatureCollection): FeatureCollection =>
  gcoord.transform(structuredClone(data) as never, gcoord.WGS84, gcoord.GCJ02);

const points = (places: readonly LngLat[], properties: object = {}): FeatureCollection => ({
  type: 'FeatureCollection',
  features: places.map((coordinates) => ({
    type: 'Feature',
    properties: { ...properties },
    geometry: { type: 'Point', coordinates },
  })),
});

async function suspicionOf(content: string | FeatureCollection, name = 'x.geojson') {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const { store, reading } = await read(text, name);
  await suspect(store, { name, crs: reading.crs }, () => Promise.resolve(nodes));
  return { store, summary: store.summary(reading.crs), message: store.suspicion?.message };
}

/** The same numbers from 0 to 1 each time. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** Places scattered around others by a normal distribution of so many metres each way. */
function scattered(places: readonly LngLat[], metres: number, random: () => number): LngLat[] {
  const normal = (): number =>
    metres * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return places.map(([lng, lat]) => [
    lng + normal() / 111_195 / Math.cos((lat * Math.PI) / 180),
    lat + normal() / 111_195,
  ]);
}

describe('the shift of Chinese web maps', () => {
  it('is gcoord’s to 1e-12 degrees all over China, and back', () => {
    let [seen, worst] = [0, 0];
    for (let lng = 73.6; lng < 135; lng += 0.37)
      for (let lat = 18.1; lat < 53.6; lat += 0.41) {
        const theirs = gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02);
        // Their box is a little smaller.
        if (theirs[0] === lng) continue;
        seen += 1;
        const ours = toGcj02([lng, lat]);
        const back = fromGcj02(theirs as LngLat);
        worst = Math.max(worst, ...ours.map((value, axis) => Math.abs(value - theirs[axis]!)));
        worst = Math.max(worst, Math.abs(back[0] - lng), Math.abs(back[1] - lat));
      }
    expect(seen).toBeGreaterThan(10_000);
    expect(worst).toBeLessThan(1e-12);
  });

  it.each([
    // Pairs that the tests of googollee/eviltransform publish.
    ['Shanghai', [121.5272106, 31.1774276], [121.531541859215, 31.17530398364597]],
    ['Shenzhen', [113.912316, 22.543847], [113.9171764808363, 22.540796131694766]],
    ['Beijing', [116.377817, 39.911954], [116.38404722455657, 39.91334545536069]],
  ] as [string, LngLat, LngLat][])('%s agrees with its published pair to 1 mm', (_, wgs, gcj) => {
    for (const [got, expected] of [
      [toGcj02(wgs), gcj],
      [fromGcj02(gcj), wgs],
    ] as const)
      got.forEach((value, axis) => expect(Math.abs(value - expected[axis]!)).toBeLessThan(1e-8));
  });

  it('leaves Moscow where it is', () => {
    expect(toGcj02([37.62, 55.75])).toEqual([37.62, 55.75]);
  });
});

describe('a suspicion of GCJ-02', () => {
  it.each(['railways', 'nodes'])(
    'rises from shifted %s, which one click brings back',
    async (id) => {
      const { store, summary, message } = await suspicionOf(shifted(layer(id)));
      expect(message).toContain('known railway stations');
      expect(summary.counts['coordinates-gcj02']).toBe(1);
      expect(summary.issues[0]).toMatchObject({ severity: 'warning', code: 'coordinates-gcj02' });
      const repair = summary.repairs.find(({ kind }) => kind === 'gcj02')!;
      const work = store.repair([repair]);
      while (!work.next().done);
      await suspect(store, { name: 'x' }, () => Promise.resolve(nodes));
      expect(store.suspicion).toBeUndefined();
      const truth = layer(id).features;
      const first = (feature: Feature): number[] =>
        ((feature.geometry as Point | LineString).coordinates as number[][]).flat(9).slice(0, 2);
      const inChina = truth.findIndex((f) => f.id === 'harbin' || first(f)[0]! > 125);
      first(truth[inChina]!).forEach((value, axis) =>
        expect(Math.abs(first(store.feature(inChina))[axis]! - value)).toBeLessThan(1e-9),
      );
    },
  );

  it.each(['railways', 'nodes', 'roads', 'settlements', 'hubs', 'ports', 'crossings'])(
    'does not rise from %s as they are',
    async (id) => {
      expect((await suspicionOf(layer(id))).message).toBeUndefined();
    },
  );

  it('rises from 24 stations placed to 150 m, and in 100 files of such true ones at most once', async () => {
    const random = seededRandom(7);
    let [found, wrong] = [0, 0];
    for (let trial = 0; trial < 100; trial++) {
      const some = Array.from(
        { length: 24 },
        () => stations[Math.floor(random() * stations.length)]!,
      );
      const about = points(scattered([...new Set(some)], 150, random));
      if ((await suspicionOf(shifted(about))).message) found += 1;
      if ((await suspicionOf(about)).message) wrong += 1;
    }
    expect(found).toBeGreaterThan(90);
    expect(wrong).toBeLessThanOrEqual(1);
  });

  it('does not rise from five stations, nor from points all over the country', async () => {
    expect((await suspicionOf(shifted(points(stations.slice(0, 5))))).message).toBeUndefined();
    const random = seededRandom(3);
    const anywhere = Array.from({ length: 20_000 }, (): LngLat => [
      75 + 58 * random(),
      25 + 25 * random(),
    ]);
    expect((await suspicionOf(points(anywhere))).message).toBeUndefined();
  });

  it('rises where the file names the system', async () => {
    const place: LngLat[] = [[116.4, 39.9]];
    const told = async (...args: Parameters<typeof suspicionOf>) =>
      (await suspicionOf(...args)).message;
    expect(await told(points(place), 'pois_gcj02.geojson')).toContain('name of the file');
    expect(await told(points(place, { coordsys: 'GCJ-02' }))).toContain('"coordsys"');
    expect(await told(points(place, { 坐标系: '火星坐标系' }))).toContain('坐标系');
    expect(await told(points(place, { source: 'Amap 2024' }))).toContain('"source"');
    expect(await told('gcj02_lng,gcj02_lat\n116.4,39.9\n', 'a.csv')).toContain('"gcj02_lng"');
    const crs = { type: 'name', properties: { name: 'GCJ02' } };
    expect(await told(JSON.stringify({ ...points(place), crs }))).toContain('coordinate system');
    expect(await told(points(place, { source: 'survey' }))).toBeUndefined();
    expect(await told(points([[37.6, 55.9]], { coordsys: 'GCJ-02' }))).toBeUndefined();
  });

  it('does not rise where the file has true coordinates too: these are read', async () => {
    const text = 'lng_gcj02,lat_gcj02,lng_wgs84,lat_wgs84\n116.4062,39.9013,116.4,39.9\n';
    const { store, message } = await suspicionOf(text, 'a.csv');
    expect(message).toBeUndefined();
    expect(store.feature(0).geometry).toEqual({ type: 'Point', coordinates: [116.4, 39.9] });
  });
});
