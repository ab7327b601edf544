/**
 * Over 250 lines: half of them are the table of lines that outlines go wrong on, which one test takes
 * row by row.
 */
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { catchmentOutline } from '../../../../src/core/analysis/catchment-outline';
import { joinAt180 } from '../../../../src/core/geo/antimeridian';
import { polygonAreaKm2 } from '../../../../src/core/geo/area';
import type { LngLat } from '../../../../src/core/types';
import { karneyDistanceTo } from '../geo/brute';
import { fixtureLine, MAIN_CORRIDORS, productLine } from '../lines';

const polygonsOf = (geometry: Polygon | MultiPolygon): Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

const onCut = ([lng, lat]: Position): boolean => Math.abs(lng!) === 180 || Math.abs(lat!) === 90;

/** Largest relative error of vertices and edge middles, every `every`-th of them, by brute force. */
function worstError(
  geometry: Polygon | MultiPolygon,
  lines: readonly LngLat[][],
  radiusKm: number,
  every: number,
): number {
  const distances = lines.map(karneyDistanceTo);
  let worst = 0;
  let count = 0;
  const check = (point: Position): void => {
    const truth = Math.min(...distances.map((distance) => distance(point)));
    worst = Math.max(worst, Math.abs(truth / radiusKm - 1));
  };
  for (const ring of polygonsOf(geometry).flat())
    for (let i = 1; i < ring.length; i++) {
      if (count++ % every !== 0) continue;
      const [a, b] = [ring[i - 1]!, ring[i]!];
      if (!onCut(b)) check(b);
      if (!(onCut(a) && onCut(b))) check([(a[0]! + b[0]!) / 2, (a[1]! + b[1]!) / 2]);
    }
  return worst;
}

function expectValid(geometry: Polygon | MultiPolygon): void {
  for (const polygon of polygonsOf(geometry))
    polygon.forEach((ring, k) => {
      expect(ring[0]).toEqual(ring[ring.length - 1]);
      expect(ring.length).toBeGreaterThanOrEqual(4);
      let turn = 0;
      for (let i = 1; i < ring.length; i++) {
        const [a, b] = [ring[i - 1]!, ring[i]!];
        turn += (a[0]! - b[0]!) * (a[1]! + b[1]!);
        expect(Math.abs(b[0]!)).toBeLessThanOrEqual(180);
        expect(Math.abs(b[1]!)).toBeLessThanOrEqual(90);
      }
      expect(Math.sign(turn)).toBe(k === 0 ? 1 : -1);
    });
}

const partsJoined = (geometry: Polygon | MultiPolygon): number => {
  const joined = joinAt180(geometry);
  return joined.type === 'MultiPolygon' ? joined.coordinates.length : 1;
};

describe.each(MAIN_CORRIDORS)('the catchment outline of %s', (id) => {
  const line = productLine(id);
  it.each([{ radiusKm: 25 }, { radiusKm: 50 }, { radiusKm: 100 }, { radiusKm: 300 }])(
    'of $radiusKm km keeps within a quarter of a per cent and is one valid part',
    ({ radiusKm }) => {
      const outline = catchmentOutline([line], radiusKm);
      expectValid(outline);
      expect(partsJoined(outline)).toBe(1);
      const count = polygonsOf(outline).flat(2).length;
      expect(worstError(outline, [line], radiusKm, Math.ceil(count / 40))).toBeLessThan(0.0025);
    },
    60_000,
  );
});

describe('the catchment outline', () => {
  const cases: [string, LngLat[][], number][] = [
    ['a place', [[[131.9, 43.1]]], 300],
    ['a place on 180 degrees', [[[180, 68]]], 50],
    ['places that touch and places apart', [[[100, 50]], [[101, 50]], [[110, 60]]], 60],
    [
      'a line of no length',
      [
        [
          [100, 50],
          [100, 50],
        ],
      ],
      10,
    ],
    [
      'a line much shorter than the radius',
      [
        [
          [100, 50],
          [100.01, 50.01],
        ],
      ],
      500,
    ],
    [
      'a closed line',
      [
        [
          [100, 50],
          [104, 50],
          [104, 53],
          [100, 53],
          [100, 50],
        ],
      ],
      40,
    ],
    [
      'a line that crosses itself',
      [
        [
          [100, 50],
          [104, 53],
          [104, 50],
          [100, 53],
        ],
      ],
      30,
    ],
    [
      'a line that turns back on itself',
      [
        [
          [100, 50],
          [104, 50],
          [101, 50],
        ],
      ],
      25,
    ],
    [
      'a line past the pole',
      [
        [
          [20, 86],
          [100, 89.5],
          [-170, 85],
        ],
      ],
      100,
    ],
    [
      'a line over the pole',
      [
        [
          [20, 86],
          [0, 90],
          [-160, 86],
        ],
      ],
      100,
    ],
    [
      'a meridian across the equator',
      [
        [
          [100, -20],
          [100, 20],
        ],
      ],
      200,
    ],
    [
      'a line in the far south',
      [
        [
          [-180, -60],
          [-120, -75],
        ],
      ],
      300,
    ],
    ['a mountain railway', [fixtureLine('bam-rail')], 5],
    [
      'a long leg of a sea way',
      [
        [
          [130, 75],
          [175, 70],
        ],
      ],
      20,
    ],
    [
      'the largest radius',
      [
        [
          [100, 50],
          [110, 55],
        ],
      ],
      2000,
    ],
    [
      'a radius of ten metres',
      [
        [
          [100, 50],
          [100.001, 50.001],
        ],
      ],
      0.01,
    ],
  ];
  it.each(cases.map(([what, lines, radiusKm]) => ({ what, lines, radiusKm })))(
    'of $what keeps within a quarter of a per cent',
    ({ lines, radiusKm }) => {
      const outline = catchmentOutline(lines, radiusKm);
      expectValid(outline);
      const count = polygonsOf(outline).flat(2).length;
      expect(worstError(outline, lines, radiusKm, Math.ceil(count / 150))).toBeLessThan(0.0025);
    },
    30_000,
  );

  it('of a closed line has the hole in its middle', () => {
    const outline = catchmentOutline([cases[5]![1][0]!], 40) as Polygon;
    expect(outline.type).toBe('Polygon');
    expect(outline.coordinates).toHaveLength(2);
    expect(catchmentOutline([cases[5]![1][0]!], 200).coordinates).toHaveLength(1);
  });

  it('of places apart has as many parts', () => {
    expect(catchmentOutline([[[100, 50]], [[101, 50]], [[110, 60]]], 60).type).toBe('MultiPolygon');
  });

  it('of a place has the area of a circle', () => {
    for (const lat of [0, 45, 78, -60]) {
      const km2 = polygonAreaKm2(catchmentOutline([[[100, lat]]], 100));
      expect(km2 / (Math.PI * 100 ** 2)).toBeCloseTo(1, 2.6);
    }
  });

  it('is the same wherever the line is written, wrapped or past 180', () => {
    const wrapped = catchmentOutline(
      [
        [
          [175, 68],
          [-175, 69],
        ],
      ],
      80,
    );
    const unwrapped = catchmentOutline(
      [
        [
          [175, 68],
          [185, 69],
        ],
      ],
      80,
    );
    expect(polygonAreaKm2(unwrapped)).toBeCloseTo(polygonAreaKm2(wrapped), 3);
  });

  it('holds every point within the radius and none beyond, tried on a grid', () => {
    const line: LngLat[] = [
      [172, 66],
      [179, 69],
      [-176, 66.5],
    ];
    const radiusKm = 90;
    const outline = catchmentOutline([line], radiusKm);
    const distance = karneyDistanceTo(line);
    for (let lng = 168; lng <= 190; lng += 0.9)
      for (let lat = 64; lat <= 71; lat += 0.45) {
        const point: LngLat = [lng > 180 ? lng - 360 : lng, lat];
        const km = distance(point);
        if (Math.abs(km / radiusKm - 1) < 0.0025) continue;
        expect(isInside(outline, point)).toBe(km < radiusKm);
      }
  });

  it('is refused for a radius out of range, no point, and what is no coordinate', () => {
    const line: LngLat[] = [
      [100, 50],
      [101, 50],
    ];
    for (const radiusKm of [0, -1, 2000.001, NaN, Infinity])
      expect(() => catchmentOutline([line], radiusKm)).toThrow(/out of range/);
    expect(() => catchmentOutline([], 10)).toThrow(/no point/);
    expect(() => catchmentOutline([[[100, 91]]], 10)).toThrow(/is no place/);
    expect(() => catchmentOutline([[[NaN, 1]]], 10)).toThrow(/is no place/);
    expect(() =>
      catchmentOutline(
        [
          [
            [0, 89],
            [0, -89],
          ],
        ],
        10,
      ),
    ).toThrow(/both poles/);
  });
});

function isInside(geometry: Polygon | MultiPolygon, [x, y]: LngLat): boolean {
  return polygonsOf(geometry).some((rings) => {
    let inside = false;
    for (const ring of rings)
      for (let i = 1; i < ring.length; i++) {
        const [ax, ay] = ring[i - 1] as [number, number];
        const [bx, by] = ring[i] as [number, number];
        if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
      }
    return inside;
  });
}
