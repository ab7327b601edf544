import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { expect, test } from 'vitest';
import { applyLayers } from '../../../src/map/apply-layers';

const line = (id: string, color: string): LayerSpecification => ({
  id,
  type: 'line',
  source: 'railways',
  paint: { 'line-color': color },
});

/** A map that only notes what it is asked to do. */
function noting(): { map: MapLibreMap; calls: unknown[][] } {
  const calls: unknown[][] = [];
  const map = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...args: unknown[]) =>
          calls.push([name, ...args]),
    },
  ) as MapLibreMap;
  return { map, calls };
}

const before = [line('a', 'red'), line('b', 'green')];

test.each([
  ['nothing, where the layers are equal', [line('a', 'red'), line('b', 'green')], []],
  [
    'the one value that is another',
    [line('a', 'red'), line('b', 'blue')],
    [['setPaintProperty', 'b', 'line-color', 'blue']],
  ],
  [
    'what is gone and what is new, in its place',
    [line('c', 'red'), line('b', 'green')],
    [
      ['removeLayer', 'a'],
      ['addLayer', line('c', 'red'), 'b'],
    ],
  ],
])('a map is given %s, and it is told whether that is anything', (_, after, asked) => {
  const { map, calls } = noting();
  expect(applyLayers(map, before, after)).toBe(asked.length > 0);
  expect(calls).toEqual(asked);
});
