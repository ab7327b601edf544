import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { MatrixAnswer, ReachAnswer, RouteAnswer } from '../../src/core/analysis/answers';
import type { HubRank } from '../../src/core/analysis/centrality';
import type { ReachChange } from '../../src/core/analysis/reach-change';
import type {
  PairDifference,
  RankDifference,
  ReachDifference,
  WayDifference,
} from '../../src/core/analysis/scenario-difference';
import { answer, nv } from './nv';

const CLOSED = ['--scenario', 'suifenhe-closed'];
const ALTAI = ['--scenario', 'tashtagol-urumqi'];
const folder = mkdtempSync(join(tmpdir(), 'nv-difference-'));

type Ok = Extract<RouteAnswer, { status: 'ok' }>;
type WayBeside = Ok & { today: Ok; difference: WayDifference };

/** The rows of a CSV as objects; none of these tables has a quoted cell. */
async function rows(...args: string[]): Promise<Record<string, string>[]> {
  const { status, stdout } = await nv(...args, '--format', 'csv');
  expect(status).toBe(0);
  const [head, ...lines] = stdout.replace('\uFEFF', '').trim().split(/\r?\n/);
  const keys = head!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((x, i) => [keys[i], x])));
}

/** The features of an answer, once nv itself finds no fault with the file. */
async function drawn(...args: string[]): Promise<FeatureCollection['features']> {
  const path = join(folder, `${args[0]}.geojson`);
  expect((await nv(...args, '--format', 'geojson', '--out', path)).status).toBe(0);
  expect(await nv('validate', path)).toMatchObject({ status: 0 });
  const { stdout } = await nv(...args, '--format', 'geojson');
  return (JSON.parse(stdout) as FeatureCollection).features;
}

const RAIL = ['route', 'harbin', 'vladivostok', '--modes', 'rail'];

describe('--difference', () => {
  it('of a route is the route under the scenario, the route of today, and one minus the other', async () => {
    const { today, difference, ...under } = await answer<WayBeside>(
      ...[...RAIL, ...CLOSED, '--difference'],
    );
    const before = await answer<Ok>(...RAIL);
    expect(under).toEqual(await answer(...RAIL, ...CLOSED));
    expect(today).toEqual(before);
    if (difference.kind !== 'changed') throw new Error(difference.kind);
    const told = difference.difference;
    expect(told.distanceKm).toBeCloseTo(under.distanceKm - before.distanceKm, 5);
    expect(told.distanceKm).toBeGreaterThan(0);
    expect(told.hours.high).toBeCloseTo(under.hours.high - before.hours.high, 5);
    expect(told.byCountry.RU).toBeCloseTo(under.byCountry.RU! - before.byCountry.RU!, 5);
    expect(told.byStatus.operating).toBeCloseTo(told.distanceKm, 5);
    expect(told.crossings).toBe(under.crossings.length - before.crossings.length);
  });

  it('of a route is told figure by figure in a table and in CSV, and both ways are drawn', async () => {
    const figures = await rows(...RAIL, ...CLOSED, '--difference');
    const km = figures.find(({ figure }) => figure === 'km')!;
    expect(Number(km.scenario) - Number(km.today)).toBeCloseTo(Number(km.difference), 0);
    for (const { today, scenario, difference } of figures)
      expect(Math.abs(Number(scenario) - Number(today) - Number(difference))).toBeLessThan(0.16);
    const { stdout } = await nv(...RAIL, ...CLOSED, '--difference');
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(/scenario minus today \(.*\): \+\d/);
    const ways = await drawn(...RAIL, ...CLOSED, '--difference');
    expect(ways.map(({ properties }) => properties!.world)).toEqual(['scenario', 'today']);
    expect(ways[0]!.properties!.kmChange).toBeCloseTo(
      ways[0]!.properties!.distanceKm - ways[1]!.properties!.distanceKm,
      5,
    );
  });

  it('of a way that a scenario takes or brings says so, with no figure for what is not there', async () => {
    const ends = ['route', 'tumangang', 'vladivostok', '--modes', 'rail'];
    const path = join(folder, 'cut-off.json');
    writeFileSync(path, JSON.stringify({ version: 1, off: ['khasan-tumangang-rail'] }));
    const off = ['--scenario', path, '--difference'];
    const lost = await answer<WayBeside>(...ends, ...off);
    expect([lost.status, lost.today.status, lost.difference.kind]).toEqual([
      'unreachable',
      'ok',
      'lost',
    ]);
    const [km] = await rows(...ends, ...off);
    expect(km).toMatchObject({ figure: 'km', scenario: '', difference: '' });
    const [way] = await drawn(...ends, ...off);
    expect(way!.properties!.world).toBe('today');
  });

  it('of a matrix tells the same pairs that are shown', async () => {
    const places = ['matrix', 'harbin', 'vladivostok', 'ulaanbaatar', '--modes', 'rail'];
    const { today, difference, cells } = await answer<
      MatrixAnswer & { today: MatrixAnswer; difference: PairDifference[] }
    >(...places, ...CLOSED, '--nearest', '1', '--difference');
    const pair = ({ from, to }: { from: string; to: string }): string => `${from} ${to}`;
    expect(cells).toHaveLength(3);
    expect(today.cells.map(pair)).toEqual(cells.map(pair));
    expect(difference.map(pair)).toEqual(cells.map(pair));
  });

  it('of a reach is that of its bands, hub by hub, with the lines gained and lost', async () => {
    const words = ['reach', 'urumqi', '--within', '48h', '--bands', '24'];
    type Reach = Extract<ReachAnswer, { status: 'ok' }>;
    const { today, difference, change, ...under } = await answer<
      Reach & { today: Reach; difference: ReachDifference[]; change: ReachChange }
    >(...words, ...ALTAI, '--difference');
    expect(today).toEqual(await answer(...words));
    expect(under).toEqual(await answer(...words, ...ALTAI));
    difference.forEach((band, i) => {
      const [old, now] = [today.bands[i]!, under.bands[i]!];
      expect(band.km).toBeCloseTo(now.km - old.km, 5);
      expect(band.hubs).toBe(now.hubs.length - old.hubs.length);
      expect(band.population).toBe(now.population - old.population);
    });
    const largest = difference[difference.length - 1]!;
    expect(change.gainedKm - change.lostKm).toBeCloseTo(largest.km, 3);
    expect(change.gainedKm).toBeGreaterThan(100);

    const hubs = await rows(...words, ...ALTAI, '--difference');
    const gained = hubs.filter(({ effect }) => effect === 'gained').map(({ id }) => id);
    expect(gained).toEqual(largest.gainedHubs.map(({ id }) => id));
    for (const { kmToday, kmChange, km } of hubs.filter(({ effect }) => effect === 'changed'))
      expect(Number(km) - Number(kmToday)).toBeCloseTo(Number(kmChange), 0);
    const worlds = (await drawn(...words, ...ALTAI, '--difference')).map(
      ({ properties }) => properties!.world as string,
    );
    expect(worlds).toEqual(['scenario', 'scenario', 'today', 'today', 'gained']);
  });

  it('of corridors side by side is that of the ways along them', async () => {
    const words = ['compare', 'primorye-1', 'primorye-2', '--radius', '20'];
    type Corridor = { way?: Ok; today?: { way?: Ok }; difference?: WayDifference; areaKm2: number };
    const beside = await answer<{ corridors: Corridor[] }>(...words, ...CLOSED, '--difference');
    const plain = await answer<{ corridors: Corridor[] }>(...words, ...CLOSED);
    const before = await answer<{ corridors: Corridor[] }>(...words);
    beside.corridors.forEach(({ today, difference, ...under }, i) => {
      expect(under).toEqual(plain.corridors[i]);
      expect(today!.way).toEqual(before.corridors[i]!.way);
      expect(difference!.kind).toBe(['lost', 'same'][i]);
    });
    const told = await rows(...words, ...CLOSED, '--difference');
    expect(told.map(({ effect, kmChange }) => [effect, kmChange])).toEqual([
      ['lost', ''],
      ['same', '0'],
    ]);
    await drawn(...words, ...CLOSED, '--difference');
  });

  it('of the ranking is that of each hub', async () => {
    const words = ['ranking', '--within', '2000km', '--depth', '1'];
    const { hubs, today, difference } = await answer<{
      hubs: HubRank[];
      today: HubRank[];
      difference: RankDifference[];
    }>(...words, ...ALTAI, '--difference');
    expect({ hubs: today }).toMatchObject({
      hubs: (await answer<{ hubs: HubRank[] }>(...words)).hubs,
    });
    const old = new Map(today.map((hub) => [hub.key, hub]));
    hubs.forEach((hub, i) => {
      expect(difference[i]).toMatchObject({
        key: hub.key,
        rankChange: hub.rank - old.get(hub.key)!.rank,
        placesWithin: hub.placesWithin - old.get(hub.key)!.placesWithin,
      });
    });
    expect(difference.some(({ placesWithin }) => placesWithin > 0)).toBe(true);
    const told = await rows(...words, ...ALTAI, '--difference');
    expect(told.map(({ rankChange }) => Number(rankChange))).toEqual(
      difference.map(({ rankChange }) => rankChange),
    );
    await drawn(...words, ...ALTAI, '--difference');
  });
});

describe('what is not open all year', () => {
  const seasonalIn = (lines: string): string | undefined =>
    /not open all year: (.*?)(?=\n\S|$)/s.exec(lines)?.[1]?.replaceAll(/\s+/g, ' ');

  it('is listed by reach: all that the ways to its hubs use, none of it in a month when it is shut', async () => {
    const words = ['reach', 'khabarovsk', '--within', '1500km'];
    const { bands, seasonal } = await answer<Extract<ReachAnswer, { status: 'ok' }>>(...words);
    const ids = seasonal.map(({ id }) => id);
    expect(ids).toContain('khabarovsk-fuyuan-river');
    for (const { id } of bands[0]!.hubs.slice(0, 12)) {
      const way = await answer<Ok>('route', 'khabarovsk', id);
      for (const use of way.seasonal) expect(seasonal).toContainEqual(use);
    }
    const january = await answer<Extract<ReachAnswer, { status: 'ok' }>>(...words, '--month', '1');
    for (const { months } of january.seasonal) if (months.length > 0) expect(months).toContain(1);
    const told = seasonalIn((await nv(...words)).stdout)!;
    for (const id of ids) expect(told).toContain(id);
  });

  it('is listed by ranking and by compare, of the ways that they rest on', async () => {
    const words = ['ranking', '--within', '2000km', '--depth', '1'];
    const { hubs, seasonal } = await answer<{
      hubs: HubRank[];
      seasonal: { id: string; kind: string; months: number[] }[];
    }>(...words);
    const { cells } = await answer<MatrixAnswer>('matrix', ...hubs.map(({ key }) => key));
    const used = cells.flatMap((cell) => (cell.status === 'ok' ? cell.seasonal : []));
    expect(seasonal.map(({ id }) => id)).toEqual([...new Set(used)].sort());
    expect(seasonalIn((await nv(...words)).stdout)).toContain(seasonal[0]!.id);

    const compared = ['compare', 'northern-sea-route', 'bam', '--radius', '10'];
    const { corridors } = await answer<{ corridors: { way: Ok }[] }>(...compared);
    const told = (await nv(...compared)).stdout.replaceAll(/\s+/g, ' ');
    expect(corridors[0]!.way.seasonal.length).toBeGreaterThan(0);
    for (const { id } of corridors[0]!.way.seasonal) expect(told).toContain(id);
  });
});
