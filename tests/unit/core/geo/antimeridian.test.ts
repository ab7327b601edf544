import fc from 'fast-check';
import type { MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { cutLineAt180, joinAt180, unwrap } from '../../../../src/core/geo/antimeridian';
import { cutPolygonsAt180 } from '../../../../src/core/geo/antimeridian-polygon';
import { polygonAreaKm2 } from '../../../../src/core/geo/area';
import { toEqualAreaPlane } from '../../../../src/core/geo/equal-area-plane';
import type { LngLat } from '../../../../src/core/types';

const box = (w: number, s: number, e: number, n: number): LngLat[] => [
  [w, s],
  [e, s],
  [e, n],
  [w, n],
  [w, s],
];
const rings = (geometry: Polygon | MultiPolygon): number[][][] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
/** Above 0: counterclockwise. */
const turn = (ring: number[][]): number =>
  ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]![0]! - x!) * (ring[i]![1]! + y!), 0);

describe('lines at 180 degrees', () => {
  it('are cut into parts that stay within the world and are joined again to the same line', () => {
    const line: LngLat[] = [
      [170, 60],
      [178, 61],
      [186, 62.5],
      [179, 63],
      [181, 64],
    ];
    const parts = cutLineAt180(line);
    expect(parts).toHaveLength(4);
    for (const [lng] of parts.flat()) expect(Math.abs(lng)).toBeLessThanOrEqual(180);
    const joined = joinAt180({ type: 'MultiLineString', coordinates: parts });
    expect(joined).toEqual({ type: 'LineString', coordinates: line });
  });

  it('keep a vertex that stands on 180 degrees by itself', () => {
    const line: LngLat[] = [
      [170, 60],
      [180, 65],
      [190, 60],
    ];
    const joined = joinAt180({ type: 'MultiLineString', coordinates: cutLineAt180(line) });
    expect(joined).toEqual({ type: 'LineString', coordinates: line });
  });

  it('run on past 180 whichever way they go', () => {
    const parts = cutLineAt180([
      [-170, 60],
      [170, 60],
    ]);
    expect(joinAt180({ type: 'MultiLineString', coordinates: parts })).toEqual({
      type: 'LineString',
      coordinates: [
        [190, 60],
        [170, 60],
      ],
    });
  });

  it('that were never cut come back untouched', () => {
    const lines: MultiLineString = {
      type: 'MultiLineString',
      coordinates: [
        [
          [1, 2],
          [3, 4],
        ],
      ],
    };
    expect(joinAt180(lines)).toBe(lines);
  });

  it('never jump once unwrapped', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 }))),
        (points) => {
          const line = unwrap(points as LngLat[]);
          line
            .slice(1)
            .forEach(([lng], i) => expect(Math.abs(lng - line[i]![0])).toBeLessThanOrEqual(180));
        },
      ),
    );
  });
});

describe('polygons at 180 degrees', () => {
  it('are cut into two, outer rings counterclockwise, holes clockwise, nothing lost', () => {
    const cut = cutPolygonsAt180([[box(170, 60, 195, 70), box(175, 62, 185, 65)]]);
    expect(cut.type).toBe('MultiPolygon');
    expect(rings(cut).every((ring) => turn(ring) > 0)).toBe(true);
    const whole: Polygon = {
      type: 'Polygon',
      coordinates: [box(170, 60, 195, 70), box(175, 62, 185, 65)],
    };
    expect(toEqualAreaPlane(cut).areaKm2 / toEqualAreaPlane(whole).areaKm2).toBeCloseTo(1, 5);
  });

  it('keep holes that do not touch the cut', () => {
    const cut = cutPolygonsAt180([[box(160, 60, 195, 70), box(165, 62, 170, 65)]]);
    const counts = (cut as MultiPolygon).coordinates.map((polygon) => polygon.length).sort();
    expect(counts).toEqual([1, 2]);
    const hole = (cut as MultiPolygon).coordinates.find((p) => p.length === 2)![1]!;
    expect(turn(hole)).toBeLessThan(0);
  });

  it('are joined again to what they were, holes too', () => {
    const cut = cutPolygonsAt180([[box(170, 60, 195, 70), box(175, 62, 185, 65)]]);
    const joined = joinAt180(cut) as Polygon;
    expect(joined.type).toBe('Polygon');
    expect(joined.coordinates).toHaveLength(2);
    const corners = (ring: number[][]): string[] => [...new Set(ring.map((p) => p.join()))].sort();
    expect(corners(joined.coordinates[0]!)).toEqual(corners(box(170, 60, 195, 70)));
    expect(corners(joined.coordinates[1]!)).toEqual(corners(box(175, 62, 185, 65)));
  });

  it('take islands of the far side along, and leave those near Greenwich', () => {
    const cut = cutPolygonsAt180([
      [box(170, 60, 190, 70)],
      [box(-169, 65, -168, 66)],
      [box(20, 54, 22, 55)],
    ]);
    const joined = joinAt180(cut) as MultiPolygon;
    const wests = joined.coordinates.map(([outer]) => Math.min(...outer!.map((p) => p[0]!)));
    expect(wests.sort((a, b) => a - b)).toEqual([20, 170, 191]);
  });

  it('are turned and closed, wherever they lie', () => {
    const clockwise = box(10, 10, 20, 20).reverse();
    const { coordinates } = cutPolygonsAt180([[clockwise.slice(0, -1)]]) as Polygon;
    expect(turn(coordinates[0]!)).toBeGreaterThan(0);
    expect(coordinates[0]![0]).toEqual(coordinates[0]![coordinates[0]!.length - 1]);
  });

  it('round a pole are closed over it', () => {
    const cap = Array.from({ length: 36 }, (_, i): LngLat => [i * 10 - 175, 80]);
    const cut = cutPolygonsAt180([[cap]]) as Polygon;
    expect(cut.type).toBe('Polygon');
    expect(cut.coordinates[0]!.some(([, lat]) => lat === 90)).toBe(true);
    const lune = polygonAreaKm2(cut);
    // A spherical cap of 10 degrees, but for the flattening: 2 pi R^2 (1 - cos 10 deg).
    expect(lune / (2 * Math.PI * 6371.007 ** 2 * (1 - Math.cos(Math.PI / 18)))).toBeCloseTo(1, 1);
  });

  it('that form a belt round a pole leave the pole out', () => {
    const ring = (lat: number): LngLat[] =>
      Array.from({ length: 36 }, (_, i): LngLat => [i * 10 - 175, lat]);
    const belt = cutPolygonsAt180([[ring(70), ring(80)]]);
    const lats = rings(belt)
      .flat()
      .map(([, lat]) => lat!);
    expect(Math.max(...lats)).toBe(80);
    expect(Math.min(...lats)).toBe(70);
  });
});
