import type { Feature, Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { crsOfCode, guessCrs } from '../../../../src/data/own/crs';
import type { FeatureStore } from '../../../../src/data/own/feature-store';
import { mend } from '../../../../src/data/own/mend';
import type { Repair } from '../../../../src/data/own/types';
import { read } from '../../formats/read/read';

const feature = (geometry: Geometry): Feature => ({ type: 'Feature', properties: {}, geometry });
const collection = (...geometries: Geometry[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features: geometries.map(feature) });
const point = (...coordinates: number[]): Geometry => ({ type: 'Point', coordinates });

function repairAll(store: FeatureStore, repairs: Repair[]): void {
  const work = store.repair(repairs);
  while (!work.next().done);
}

/** Reads, mends by the first offered repair of a kind, and answers the layer then. */
async function mended(text: string, kind: Repair['kind']) {
  const { store, summary, reading } = await read(text, 'x.geojson');
  const repair = summary.repairs.find((offered) => offered.kind === kind);
  expect(repair, `${kind} is offered`).toBeDefined();
  repairAll(store, [repair!]);
  return { store, summary: store.summary(reading.crs) };
}

describe('one click mends', () => {
  it('swapped axes, in all features, and gives the file’s own back', async () => {
    const { store, summary } = await mended(
      collection(point(45.8, 126.6), point(55.0, 82.9)),
      'swap-axes',
    );
    expect(summary).toMatchObject({ good: 2, bad: 0, counts: {} });
    expect(store.feature(1).geometry).toEqual(point(82.9, 55.0));
    repairAll(store, []);
    expect(store.summary().bad).toBe(1);
    expect(store.feature(1).geometry).toEqual(point(55.0, 82.9));
  });

  it('Web Mercator, by the size of its numbers: Harbin as PROJ computes it', async () => {
    // echo 126.65 45.75 | gdaltransform -s_srs OGC:CRS84 -t_srs EPSG:3857
    const { store } = await mended(
      collection(point(14098613.5089681, 5740376.6555565)),
      'reproject',
    );
    const [lng, lat] = (store.feature(0).geometry as GeoJSON.Point).coordinates;
    expect(lng).toBeCloseTo(126.65, 9);
    expect(lat).toBeCloseTo(45.75, 9);
  });

  it('longitudes over 180 and lines across 180 degrees', async () => {
    const text = collection(point(190, 65), {
      type: 'LineString',
      coordinates: [
        [179, 60],
        [-179, 62],
      ],
    });
    const { store, summary } = await mended(text, 'cut-180');
    expect(summary).toMatchObject({ good: 2, bad: 0 });
    expect(store.feature(0).geometry).toEqual(point(-170, 65));
    expect(store.feature(1).geometry).toEqual({
      type: 'MultiLineString',
      coordinates: [
        [
          [179, 60],
          [180, 61],
        ],
        [
          [-180, 61],
          [-179, 62],
        ],
      ],
    });
  });

  it('rings: open ones are closed, wrong ones turned', async () => {
    const open: Geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [1, 1],
          [1, 2],
          [2, 2],
          [2, 1],
        ],
      ],
    };
    const { store, reading } = await read(collection(open), 'x.geojson');
    repairAll(store, [{ kind: 'wind' }, { kind: 'close-rings' }]);
    expect(store.summary(reading.crs)).toMatchObject({ good: 1, bad: 0, counts: {} });
  });

  it('duplicate ids: they become a property', async () => {
    const text = JSON.stringify([1, 1].map((id) => ({ ...feature(point(1, 2)), id })));
    const { store, summary } = await mended(text, 'renew-ids');
    expect(summary.counts).toEqual({});
    expect(store.feature(1).properties).toEqual({ id: 1 });
  });
});

describe('coordinate systems', () => {
  it.each([
    // Harbin (126.65 E, 45.75 N): echo 126.65 45.75 | gdaltransform -s_srs OGC:CRS84 -t_srs EPSG:n
    [32652, 317217.561466951, 5068957.14479003, 8],
    [28422, 22317063.9469889, 5071032.61165708, 6],
    [4507, 2182721.07939144, 5301530.12994576, 3],
  ])('EPSG:%i comes back to the place that PROJ says', (code, x, y, digits) => {
    const repair = { kind: 'reproject', name: '', from: crsOfCode(code)!.definition } as const;
    const { geometry } = mend([repair])(feature(point(x, y)));
    const [lng, lat] = (geometry as GeoJSON.Point).coordinates;
    // 20 degrees from its central meridian a zone's series is coarser.
    expect([lng, lat]).toEqual([expect.closeTo(126.65, digits), expect.closeTo(45.75, digits)]);
  });

  it('a zone before the easting tells the zone; northing first is recognised', () => {
    expect(guessCrs([[22317231, 5069151]]).map(({ name }) => name)[0]).toContain('Krüger 22');
    expect(guessCrs([[5069151, 22317231]])[0]).toMatchObject({
      name: expect.stringContaining('northing first') as string,
    });
    expect(guessCrs([[42500000, 5069151]])[0]!.name).toContain('3-degree 42');
    expect(guessCrs([[313000, 5070000]]).length).toBeGreaterThan(20);
    expect(guessCrs([[14098613, 5740265]])[0]!.name).toContain('Web Mercator');
  });
});
