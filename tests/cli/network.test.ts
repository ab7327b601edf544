import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MatrixAnswer, ReachAnswer, RouteAnswer } from '../../src/core/analysis/answers';
import { answer, nv } from './nv';

const folder = mkdtempSync(join(tmpdir(), 'nv-network-'));
const file = (name: string, document: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof document === 'string' ? document : JSON.stringify(document));
  return path;
};
const ok = (route: RouteAnswer): Extract<RouteAnswer, { status: 'ok' }> => {
  if (route.status !== 'ok') throw new Error(route.reason);
  return route;
};

const rail = ok(await answer<RouteAnswer>('route', 'harbin', 'vladivostok', '--modes', 'rail'));

describe('nv route', () => {
  it('answers with every key that the documentation names', () => {
    expect(Object.keys(rail)).toEqual(
      expect.arrayContaining([
        ...['status', 'from', 'to', 'distanceKm', 'greatCircleKm', 'detourRatio', 'hours'],
        ...['byMode', 'byCountry', 'byGauge', 'byStatus', 'publishedKm', 'geometryKm'],
        ...['crossings', 'gaugeBreaks', 'edges', 'geometry'],
      ]),
    );
    expect(Object.keys(rail.from)).toEqual(
      expect.arrayContaining(['id', 'name', 'lng', 'lat', 'snapKm']),
    );
    expect(rail.crossings).toHaveLength(1);
    expect(rail.gaugeBreaks).toHaveLength(1);
  });

  it('gives the same way for names in any language', async () => {
    const named = ok(await answer<RouteAnswer>('route', '哈尔滨', 'Владивосток', '--modes=rail'));
    expect(named.distanceKm).toBe(rail.distanceKm);
  });

  it('takes coordinates with a negative longitude as a place', async () => {
    const run = await answer<RouteAnswer>('route', '-173.2,64.4', 'vladivostok', '--modes', 'sea');
    expect(['ok', 'too-far']).toContain(run.status);
    expect(run.from).toMatchObject({ lng: -173.2, lat: 64.4 });
  });

  it('gives other ways where asked, each no better than the one before', async () => {
    const { alternatives, distanceKm } = ok(
      await answer<RouteAnswer>('route', 'chita', 'vladivostok', '--alternatives', '3'),
    );
    const kms = [distanceKm, ...alternatives!.map((way) => way.distanceKm)];
    expect(kms.length).toBeGreaterThan(1);
    expect(kms).toEqual(kms.toSorted((a, b) => a - b));
  });

  it('follows a scenario, from the product or from a file', async () => {
    const scenario = { version: 1, off: ['grodekovo-suifenhe-rail'] };
    const path = file('closed.json', scenario);
    const args = ['route', 'harbin', 'vladivostok', '--modes', 'rail', '--scenario'];
    const closed = ok(await answer<RouteAnswer>(...args, path));
    expect(closed.distanceKm).toBeGreaterThan(rail.distanceKm);
    const named = ok(await answer<RouteAnswer>(...args, 'suifenhe-closed'));
    expect(named.crossings.map((c) => c.id)).not.toContain('grodekovo-suifenhe-rail');
  });

  it('answers that there is no way, and exits with 0', async () => {
    const run = await nv('route', 'ulaanbaatar', 'vladivostok', '--modes', 'sea');
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toMatch(/too-far|unreachable/);
  });

  it('writes GeoJSON that its own check passes', async () => {
    const path = join(folder, 'way.geojson');
    await nv(
      ...['route', 'harbin', 'chita', '--alternatives', '1'],
      ...['--format', 'geojson'],
      '--out',
      path,
    );
    expect(await nv('validate', path)).toMatchObject({ status: 0 });
  });
});

describe('nv matrix', () => {
  it('has a cell for every pair, equal to the route', async () => {
    const { places, cells } = await answer<MatrixAnswer>(
      'matrix',
      'harbin',
      'chita',
      'ulaanbaatar',
    );
    expect(places).toHaveLength(3);
    expect(cells).toHaveLength(9);
    const single = ok(await answer<RouteAnswer>('route', 'harbin', 'ulaanbaatar'));
    const cell = cells.find(({ from, to }) => from === 'harbin' && to === 'ulaanbaatar')!;
    expect(cell.status === 'ok' && cell.distanceKm).toBeCloseTo(single.distanceKm, 6);
  });

  it('is long or square in CSV', async () => {
    const long = (await nv('matrix', 'harbin', 'chita', '--format', 'csv')).stdout
      .trim()
      .split('\n');
    expect(long).toHaveLength(5);
    const square = (await nv('matrix', 'harbin', 'chita', '--square', '--format', 'csv')).stdout;
    expect(square.trim().split('\n')).toHaveLength(3);
  });
});

describe('nv reach', () => {
  it('gives bands that hold each other', async () => {
    const reach = await answer<ReachAnswer>(
      'reach',
      'irkutsk',
      '--within',
      '1000km',
      '--bands',
      '300',
    );
    if (reach.status !== 'ok') throw new Error(reach.reason);
    expect(reach.bands.map((band) => band.within)).toEqual([300, 1000]);
    const [near, far] = reach.bands as [(typeof reach.bands)[0], (typeof reach.bands)[0]];
    expect(far.population).toBeGreaterThan(near.population);
    const inside = new Set(far.hubs.map((hub) => hub.id));
    for (const hub of near.hubs) expect(inside).toContain(hub.id);
  });
});

describe('nv compare', () => {
  it('sets corridors side by side, the first as baseline', async () => {
    const { corridors, baseline } = await answer<{
      corridors: { id: string; distanceKm: number; catchment: { population: number } }[];
      baseline: string;
    }>('compare', 'bam', 'trans-siberian', '--radius', '50');
    expect(baseline).toBe('bam');
    expect(corridors.map(({ id }) => id)).toEqual(['bam', 'trans-siberian']);
    expect(corridors[1]!.catchment.population).toBeGreaterThan(corridors[0]!.catchment.population);
  });
});
