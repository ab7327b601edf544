import type { LineString, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { LngLat } from '../../../src/core/types';
import { Language } from '../../../src/i18n/language';
import { sketchFeatures } from '../../../src/layers/sketches';
import { drawnSketches, tightSketches } from '../../../src/state/drawn-sketches';
import { readSketches, SKETCH_LIMITS, type Sketch } from '../../../src/state/sketch';
import { sketchCollection } from '../../../src/state/sketch-geojson';
import { sketchPins } from '../../../src/state/sketch-pins';
import { Sketches } from '../../../src/state/sketches.svelte';

const drawn = (...points: LngLat[]): Sketches => {
  const sketches = new Sketches();
  sketches.draw('line', 'Line');
  points.forEach((point) => sketches.add(point));
  return sketches;
};

describe('a drawing', () => {
  it('grows by every point, each of which can be undone', () => {
    const sketches = drawn([130, 45], [131, 45], [132, 46]);
    expect(sketches.current?.points).toHaveLength(3);
    sketches.undo();
    expect(sketches.current?.points).toEqual([
      [130, 45],
      [131, 45],
    ]);
    sketches.redo();
    sketches.finish();
    expect(sketches.drawing).toBe(false);
    expect(sketches.list.map(({ name }) => name)).toEqual(['Line 1']);
  });

  it('is dropped when it ends with too few points, and when it is cancelled', () => {
    const short = drawn([130, 45]);
    short.finish();
    expect(short.list).toEqual([]);
    const cancelled = drawn([130, 45], [131, 45]);
    cancelled.cancel();
    expect(cancelled.list).toEqual([]);
    cancelled.undo();
    expect(cancelled.list[0]?.points).toHaveLength(2);
  });

  it('keeps longitudes within 180 whichever way a map wrote them', () => {
    const sketches = drawn([185, 66], [-190.5, 66], [540, 0]);
    expect(sketches.current?.points).toEqual([
      [-175, 66],
      [169.5, 66],
      [-180, 0],
    ]);
  });

  it('loses a corner by a click on it, and itself with the last but one', () => {
    const sketches = drawn([130, 45], [131, 45], [132, 46]);
    sketches.finish();
    const press = (pin: string): void => sketchPins(sketches, (_ref, at) => at)!.press!(pin);
    press('corner-1');
    expect(sketches.current?.points).toHaveLength(2);
    press('corner-0');
    expect(sketches.list).toEqual([]);
  });

  it('ends by a click on its last corner while it is drawn', () => {
    const sketches = drawn([130, 45], [131, 45]);
    sketchPins(sketches, (_ref, at) => at)!.press!('corner-1');
    expect(sketches.drawing).toBe(false);
    expect(sketches.current?.points).toHaveLength(2);
  });

  it('gets a corner where the middle of an edge is dropped', () => {
    const sketches = drawn([179, 60], [-179, 60]);
    sketches.finish();
    const pins = sketchPins(sketches, (_ref, at) => at)!;
    const middle = pins.pins.find(({ shape }) => shape === 'middle')!;
    expect(Math.abs(middle.lng)).toBeCloseTo(180, 6);
    expect(middle.lat).toBeGreaterThan(60);
    pins.drop(middle.id, undefined, [180, 61]);
    expect(sketches.current?.points[1]).toEqual([-180, 61]);
  });
});

describe('what the browser kept', () => {
  const sound: Sketch = {
    id: 'line-1',
    kind: 'line',
    name: '<b>Line</b>',
    points: [
      [1, 2],
      [3, 4],
    ],
  };

  it('is read where it is sound, and only there', () => {
    const bad: unknown[] = [
      null,
      7,
      {},
      { ...sound, kind: 'circle' },
      { ...sound, points: [[1, 2]] },
      {
        ...sound,
        points: [
          [1, 2],
          [3, 91],
        ],
      },
      {
        ...sound,
        points: [
          [1, 2],
          ['3', 4],
        ],
      },
      {
        ...sound,
        points: [
          [1, 2],
          [NaN, 4],
        ],
      },
      { ...sound, points: Array.from({ length: SKETCH_LIMITS.points + 1 }, () => [1, 2]) },
    ];
    expect(readSketches([...bad, sound])).toEqual([sound]);
  });
});

describe('a drawing as features', () => {
  it('bends along its geodesics and is cut at 180 degrees in files, whole on the map', () => {
    const across: Sketch = {
      id: 'line-1',
      kind: 'line',
      name: 'Line',
      points: [
        [170, 66],
        [-170, 66],
      ],
    };
    const [saved] = sketchCollection([across]).features;
    expect(saved!.geometry.type).toBe('MultiLineString');
    const [shape] = sketchFeatures([{ ...across, label: '', inHand: false }]).features;
    const line = (shape!.geometry as LineString).coordinates as LngLat[];
    expect(Math.max(...line.map(([, lat]) => lat))).toBeGreaterThan(66.2);
    expect(line.every(([lng], i) => i === 0 || Math.abs(lng - line[i - 1]![0]) < 2)).toBe(true);
  });

  it('closes an area round the pole over the pole', () => {
    const polar = {
      id: 'area-1',
      kind: 'area' as const,
      label: '',
      inHand: false,
      points: [
        [0, 75],
        [120, 75],
        [-120, 75],
      ] as LngLat[],
    };
    const [shape] = sketchFeatures([polar]).features;
    const [ring] = (shape!.geometry as Polygon).coordinates;
    expect(ring!.filter(([, lat]) => lat === 90)).toHaveLength(2);
    expect(ring![0]).toEqual(ring![ring!.length - 1]);
  });
});

it('the label of a sketch at the right edge of the map stands left of its point', () => {
  const sketches: Sketch[] = [
    {
      id: 'line-1',
      kind: 'line',
      name: 'Near',
      points: [
        [0, 0],
        [90, 0],
      ],
    },
    {
      id: 'line-2',
      kind: 'line',
      name: 'Far',
      points: [
        [90, 0],
        [10, 0],
      ],
    },
    {
      id: 'line-3',
      kind: 'line',
      name: 'Off the map',
      points: [
        [0, 0],
        [120, 0],
      ],
    },
    { id: 'point-1', kind: 'point', name: 'Not there yet', points: [] },
  ];
  const tight = tightSketches(sketches, 1000, ([lng]) => 10 * lng);
  expect(tight).toEqual(['line-1']);
  const { english } = Language;
  const parts = sketchFeatures(drawnSketches(sketches, undefined, english, tight)).features;
  expect(parts.map(({ id }) => id)).toEqual([
    ...['line-1 line', 'line-1 label-left', 'line-2 line', 'line-2 label'],
    ...['line-3 line', 'line-3 label'],
  ]);
});
