import type { Feature, LineString, MultiLineString } from 'geojson';
import { describe, expect, it } from 'vitest';
import { buildCorridorProfile } from '../../../../src/core/corridor/corridor-profile';
import type { CorridorNode } from '../../../../src/core/corridor/types';
import type { Corridor, EdgeProps, LngLat } from '../../../../src/core/types';
import { karneyLengthKm } from '../geo/brute';
import { MAIN_CORRIDORS, productCorridors, productEdges } from '../lines';

const name = { en: 'x', zh: 'x', ru: 'x', mn: 'x' };

function edge(
  id: string,
  from: string,
  to: string,
  parts: LngLat[][],
  more: Partial<EdgeProps> = {},
): Feature<LineString | MultiLineString, EdgeProps> {
  return {
    type: 'Feature',
    id,
    geometry:
      parts.length === 1
        ? { type: 'LineString', coordinates: parts[0]! }
        : { type: 'MultiLineString', coordinates: parts },
    properties: {
      id,
      line: 'line',
      name,
      from,
      to,
      mode: 'rail',
      gauges: [1520],
      status: 'operating',
      asOf: '2024',
      country: 'RU',
      speedClass: 'rail-main',
      geometryGrade: 'surveyed',
      sources: [],
      positionErrorKm: 1,
      ...more,
    },
  };
}

const node = (id: string, lng: number, lat: number): [string, CorridorNode] => [
  id,
  { id, name, kind: 'station', country: 'RU', lng, lat },
];

const corridor = (edges: string[], via: string[]): Corridor => ({
  id: 'test',
  name,
  summary: name,
  rank: 1,
  via,
  edges,
  sources: [],
});

const source = { title: 't', publisher: 'p', date: '2020' };
const edges = new Map(
  [
    edge(
      'ab',
      'a',
      'b',
      [
        [
          [170, 60],
          [175, 62],
        ],
      ],
      { lengthKm: { value: 400, source } },
    ),
    // Drawn from c to b, across 180 degrees, and cut there.
    edge(
      'cb',
      'c',
      'b',
      [
        [
          [-175, 64],
          [-180, 63],
        ],
        [
          [180, 63],
          [175, 62],
        ],
      ],
      {
        country: 'sea',
        mode: 'sea',
        gauges: undefined,
        status: 'seasonal',
      },
    ),
    edge(
      'cd',
      'c',
      'd',
      [
        [
          [-175, 64],
          [-170, 65],
        ],
      ],
      { lengthKm: { value: 300, source } },
    ),
  ].map((feature) => [String(feature.id), feature]),
);
const nodes = new Map([
  node('a', 170, 60),
  node('b', 175, 62),
  node('c', -175, 64),
  node('d', -170, 65),
]);

describe('the profile of a corridor', () => {
  const profile = buildCorridorProfile(corridor(['ab', 'cb', 'cd'], ['a', 'd']), edges, nodes);
  const line: LngLat[] = [
    [170, 60],
    [175, 62],
    [185, 64],
    [190, 65],
  ];

  it('is one line in the direction of travel that runs on past 180 degrees', () => {
    expect(profile.line).toEqual(line);
    expect(profile.edges.map(({ reversed }) => reversed)).toEqual([false, true, false]);
    expect(profile.geometry.type).toBe('MultiLineString');
    expect(profile.drawnKm).toBeCloseTo(karneyLengthKm(line), 6);
  });

  it('can be travelled the other way', () => {
    const back = buildCorridorProfile(corridor(['cd', 'cb', 'ab'], ['d', 'a']), edges, nodes);
    expect(back.line.map(([, lat]) => lat)).toEqual([65, 64, 62, 60]);
    expect(back.drawnKm).toBeCloseTo(profile.drawnKm, 9);
    expect(back.distanceKm).toBeCloseTo(profile.distanceKm, 9);
  });

  it('takes published lengths where there are any and says how many kilometres those are', () => {
    const middleKm = karneyLengthKm([line[1]!, line[2]!]);
    expect(profile.publishedKm).toBe(700);
    expect(profile.geometryKm).toBeCloseTo(middleKm, 6);
    expect(profile.distanceKm).toBeCloseTo(700 + middleKm, 6);
  });

  it('adds kilometres up by country, mode, gauge and status', () => {
    const seaKm = profile.geometryKm;
    expect(profile.byCountry).toEqual({ RU: 700, sea: seaKm });
    expect(profile.byMode).toEqual({ rail: 700, sea: seaKm });
    expect(profile.byGauge).toEqual({ '1520': 700 });
    expect(profile.byStatus).toEqual({ operating: 700, seasonal: seaKm });
  });

  it('lists its places with both chainages, the published one as far as it is known', () => {
    expect(profile.places.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(profile.places.map(({ publishedChainageKm }) => publishedChainageKm)).toEqual([
      0,
      400,
      undefined,
      undefined,
    ]);
    expect(profile.places[3]!.chainageKm).toBeCloseTo(profile.drawnKm, 9);
    expect(profile.places[3]!.mixedChainageKm).toBeCloseTo(profile.distanceKm, 9);
  });

  it('survives being sent to another thread', () => {
    expect(structuredClone(profile)).toEqual(profile);
  });

  it('is refused where an edge is missing, edges do not meet or there is none', () => {
    const build = (ids: string[], via = ['a', 'd']): unknown =>
      buildCorridorProfile(corridor(ids, via), edges, nodes);
    expect(() => build(['ab', 'zz'])).toThrow(/edge zz is not in the data/);
    expect(() => build(['ab', 'cd'])).toThrow(/edge cd does not begin at b/);
    expect(() => build([])).toThrow(/has no edges/);
  });
});

describe('the corridors of the data', () => {
  const product = productEdges();
  it.each(MAIN_CORRIDORS)(
    '%s is as long as GeographicLib says, by every way of adding up',
    (id) => {
      const data = productCorridors().find((candidate) => candidate.id === id)!;
      const profile = buildCorridorProfile(data, product, new Map());
      expect(Math.abs(profile.drawnKm / karneyLengthKm(profile.line) - 1)).toBeLessThan(1e-9);
      for (const group of [profile.byCountry, profile.byMode, profile.byStatus])
        expect(Object.values(group).reduce((a, b) => a + b, 0)).toBeCloseTo(profile.distanceKm, 6);
      // Turf's sphere is 0.2 to 0.5 % off in these latitudes.
      expect(Math.abs(profile.sphericalKm / profile.drawnKm - 1)).toBeLessThan(0.006);
      for (let i = 1; i < profile.line.length; i++)
        expect(Math.abs(profile.line[i]![0] - profile.line[i - 1]![0])).toBeLessThan(180);
    },
  );
});
