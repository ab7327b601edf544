import { describe, expect, it } from 'vitest';
import type { StripAnswer } from '../../../src/data/questions/strip';
import {
  onwardFrom,
  stripBands,
  stripPlaces,
  stripRank,
  stripRows,
  unknownBands,
} from '../../../src/state/strip';

const place = (id: string, kind: string, km: number) => ({
  ...{ id, kind, lng: 130, lat: 45, name: { en: id } },
  ...{ chainageKm: km * 0.9, mixedChainageKm: km },
});
const edge = (id: string, km: number, more: object) => ({
  ...{ id, km, kmSource: 'published', drawnKm: km * 0.9, reversed: false },
  ...{ mode: 'rail', country: 'CN', gauges: [1435], status: 'operating', electrified: true },
  ...more,
});

/** 0.1 + 0.2 is not 0.3: chainages are compared as the sums that they are. */
const profile = {
  places: [
    place('harbin', 'hub', 0),
    place('gate', 'crossing', 0.1),
    place('buoy', 'waypoint', 0.1 + 0.2),
    place('vostochny-port', 'port', 0.1 + 0.2 + 4),
  ],
  edges: [
    edge('rail-a', 0.1, {}),
    edge('rail-b', 0.2, { country: 'RU', gauges: [1520, 1435], electrified: false }),
    edge('sea-c', 4, { mode: 'sea', country: 'sea', gauges: undefined, electrified: undefined }),
  ],
  zones: [
    { zone: 'Asia/Shanghai', offsetHours: 8, fromKm: 0, toKm: 0.1 },
    { zone: 'Asia/Vladivostok', offsetHours: 10, fromKm: 0.1, toKm: 0.1 + 0.2 },
  ],
} as unknown as StripAnswer;

describe('a strip diagram', () => {
  it('has a band for country, mode, gauge, status and traction and time, with gaps at sea', () => {
    const bands = Object.fromEntries(
      stripBands(profile).map(({ band, parts }) => [band, parts.map(({ value }) => value)]),
    );
    expect(bands).toEqual({
      country: ['CN', 'RU', 'sea'],
      mode: ['rail', 'sea'],
      gauge: ['1435', '1435+1520'],
      status: ['operating'],
      traction: ['electric', 'other'],
      zone: ['UTC+8', 'UTC+10'],
    });
  });

  it('has no band that says nothing', () => {
    const sea = stripBands({ edges: profile.edges.slice(2), zones: [] }).map(({ band }) => band);
    expect(sea).toEqual(['country', 'mode', 'status']);
    const unheard = [{ ...profile.edges[0]!, electrified: undefined }];
    expect(stripBands({ edges: unheard, zones: [] }).map(({ band }) => band)).not.toContain(
      'traction',
    );
  });

  it('says of each place what begins there', () => {
    const onward = onwardFrom(profile);
    expect(onward.get('gate')).toMatchObject({ country: 'RU', gauge: '1435+1520' });
    expect(onward.get('buoy')).toEqual({ country: 'sea', mode: 'sea', status: 'operating' });
    expect(onward.has('vostochny-port')).toBe(false);
  });

  it('shows places, not waypoints, and names the ends first', () => {
    expect(stripPlaces(profile).map(({ id }) => id)).toEqual(['harbin', 'gate', 'vostochny-port']);
    const ranks = new Map([['harbin', 1]]);
    expect(stripRank(profile.places[0]!, true, ranks)).toBe(0);
    expect(stripRank(profile.places[0]!, false, ranks)).toBe(1);
    expect(stripRank(profile.places[1]!, false, ranks)).toBe(2);
    expect(stripRank(profile.places[2]!, false, ranks)).toBeUndefined();
  });

  it('goes into a file a row a place, with the stretch that begins there', () => {
    const rows = stripRows(profile, ({ id }) => id.toUpperCase());
    expect(rows.map((row) => row.edge)).toEqual(['rail-a', 'rail-b', 'sea-c', undefined]);
    expect(rows[1]).toMatchObject({ name: 'GATE', km: 0.1, gauge: '1435+1520', country: 'RU' });
    expect(rows.map((row) => row.utcOffsetHours)).toEqual([8, 10, 10, undefined]);
    const edgeKm = rows.reduce((sum, row) => sum + Number(row.edgeKm ?? 0), 0);
    expect(edgeKm).toBeCloseTo(profile.places.at(-1)!.mixedChainageKm, 9);
  });

  it('says unknown where a drawn line lies on no edge, and counts its stretch once', () => {
    const drawn = {
      places: [
        place('harbin', 'hub', 0),
        { ...place('beside', 'hub', 0), offKm: 12 },
        place('end', 'station', 5),
      ],
      edges: [
        edge('', 5, { id: undefined, mode: undefined, gauges: undefined, status: undefined }),
      ],
      zones: [],
    } as unknown as StripAnswer;
    expect(unknownBands(drawn)).toBe(true);
    expect(unknownBands(profile)).toBe(false);
    expect(stripBands(drawn).map(({ band }) => band)).toEqual(['country']);
    const rows = stripRows(drawn, ({ id }) => id);
    expect(rows.map(({ edgeKm, offKm }) => [edgeKm, offKm])).toEqual([
      [undefined, 0],
      [5, 12],
      [undefined, 0],
    ]);
    expect(rows[1]).toMatchObject({ mode: 'unknown', gauge: 'unknown', traction: 'unknown' });
  });
});
