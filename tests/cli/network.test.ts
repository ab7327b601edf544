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

describe('nv route', () => {
  const rail = ok(answer<RouteAnswer>('route', 'harbin', 'vladivostok', '--modes', 'rail'));

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

  it('gives the same way for names in any language', () => {
    const named = ok(answer<RouteAnswer>('route', '哈尔滨', 'Владивосток', '--modes=rail'));
    expect(named.distanceKm).toBe(rail.distanceKm);
  });

  it('takes coordinates with a negative longitude as a place', () => {
    const run = answer<RouteAnswer>('route', '-173.2,64.4', 'vladivostok', '--modes', 'sea');
    expect(['ok', 'too-far']).toContain(run.status);
    expect(run.from).toMatchObject({ lng: -173.2, lat: 64.4 });
  });

  it('gives other ways where asked, each no better than the one before', () => {
    const { alternatives, distanceKm } = ok(
      answer<RouteAnswer>('route', 'chita', 'vladivostok', '--alternatives', '3'),
    );
    const kms = [distanceKm, ...alternatives!.map((way) => way.distanceKm)];
    expect(kms.length).toBeGreaterThan(1);
    expect(kms).toEqual(kms.toSorted((a, b) => a - b));
  });

  it('follows a scenario, from the product or from a file', () => {
    const scenario = { version: 1, off: ['grodekovo-suifenhe-rail'] };
    const path = file('closed.json', scenario);
    const args = ['route', 'harbin', 'vladivostok', '--modes', 'rail', '--scenario'];
    const closed = ok(answer<RouteAnswer>(...args, path));
    expect(closed.distanceKm).toBeGreaterThan(rail.distanceKm);
    const named = ok(answer<RouteAnswer>(...args, 'suifenhe-closed'));
    expect(named.crossings.map((c) => c.id)).not.toContain('grodekovo-suifenhe-rail');
  });

  it('answers that there is no way, and exits with 0', () => {
    const run = nv('route', 'ulaanbaatar', 'vladivostok', '--modes', 'sea');
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toMatch(/too-far|unreachable/);
  });

  it('writes GeoJSON that its own check passes', () => {
    const path = join(folder, 'way.geojson');
    nv('route', 'harbin', 'chita', '--alternatives', '1', '--format', 'geojson', '--out', path);
    expect(nv('validate', path)).toMatchObject({ status: 0 });
  });
});

describe('nv matrix', () => {
  it('has a cell for every pair, equal to the route', () => {
    const { places, cells } = answer<MatrixAnswer>('matrix', 'harbin', 'chita', 'ulaanbaatar');
    expect(places).toHaveLength(3);
    expect(cells).toHaveLength(9);
    const single = ok(answer<RouteAnswer>('route', 'harbin', 'ulaanbaatar'));
    const cell = cells.find(({ from, to }) => from === 'harbin' && to === 'ulaanbaatar')!;
    expect(cell.status === 'ok' && cell.distanceKm).toBeCloseTo(single.distanceKm, 6);
  });

  it('is long or square in CSV', () => {
    const long = nv('matrix', 'harbin', 'chita', '--format', 'csv').stdout.trim().split('\n');
    expect(long).toHaveLength(5);
    const square = nv('matrix', 'harbin', 'chita', '--square', '--format', 'csv').stdout;
    expect(square.trim().split('\n')).toHaveLength(3);
  });
});

describe('nv reach', () => {
  it('gives bands that hold each other', () => {
    const reach = answer<ReachAnswer>('reach', 'irkutsk', '--within', '1000km', '--bands', '300');
    if (reach.status !== 'ok') throw new Error(reach.reason);
    expect(reach.bands.map((band) => band.within)).toEqual([300, 1000]);
    const [near, far] = reach.bands as [(typeof reach.bands)[0], (typeof reach.bands)[0]];
    expect(far.population).toBeGreaterThan(near.population);
    const inside = new Set(far.hubs.map((hub) => hub.id));
    for (const hub of near.hubs) expect(inside).toContain(hub.id);
  });
});

describe('nv compare', () => {
  it('sets corridors side by side, the first as baseline', () => {
    const { corridors, baseline } = answer<{
      corridors: { id: string; distanceKm: number; catchment: { population: number } }[];
      baseline: string;
    }>('compare', 'bam', 'trans-siberian', '--radius', '50');
    expect(baseline).toBe('bam');
    expect(corridors.map(({ id }) => id)).toEqual(['bam', 'trans-siberian']);
    expect(corridors[1]!.catchment.population).toBeGreaterThan(corridors[0]!.catchment.population);
  });
});

describe('the network commands, given what is wrong', () => {
  const array = file('array.json', []);
  const unknown = file('unknown.json', { version: 1, on: ['western-rail-corridr'] });
  it.each([
    [['route', 'harbin'], /FROM and TO/],
    [['route', 'harbin', 'hrbin'], /did you mean.*arbin/],
    [['route', 'harbin', '0,91'], /latitude \(-90 to 90\)/],
    [['route', 'harbin', 'chita', '--month', '13'], /between 1 and 12/],
    [['route', 'harbin', 'chita', '--month', '1.5'], /whole number/],
    [['route', 'harbin', 'chita', '--modes', 'rail,air'], /"air" is none of rail, road, sea/],
    [['route', 'harbin', 'chita', '--by', 'price'], /distance or time/],
    [['route', 'harbin', 'chita', '--alternatives', '9'], /between 0 and 5/],
    [['route', 'harbin', 'chita', '--via', 'xyzzyxyzzy'], /no place is called/],
    [['route', 'harbin', 'chita', '--scenario', 'nope'], /no scenario "nope"/],
    [['route', 'harbin', 'chita', '--scenario', array], /a JSON object is needed/],
    [['route', 'harbin', 'chita', '--scenario', unknown], /western-rail-corridr.*did you mean/],
    [['matrix'], /needs places, or --all/],
    [['reach', 'irkutsk'], /--within/],
    [['reach', 'irkutsk', '--within', '5'], /with its unit/],
    [['reach', 'irkutsk', '--within', '0km'], /above 0/],
    [['reach', 'irkutsk', '--within', '1000000000km'], /at most 20038/],
    [['reach', 'irkutsk', '--within', '5h', '--bands', '9'], /at most 5/],
    [['compare', 'bam', '--radius', '50'], /two to 6/],
    [['compare', 'bam', 'ayam'], /--radius KM/],
  ])('%j exits with 2 and one line', (args, message) => {
    const run = nv(...args);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(run.stderr).toMatch(message);
  });
});
