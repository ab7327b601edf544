import type { Map as MapLibreMap } from 'maplibre-gl';
import { expect, test } from 'vitest';
import { geoOrthographic } from 'd3-geo';
import { paperProjection } from '../../../src/print/paper-projection';
import type { Screen } from '../../../src/panels/print/screen-page';
import { visiblePart } from '../../../src/panels/print/visible-part';

const view = { lng: 110, lat: 40, zoom: 3, bearing: 0, pitch: 0 };
const size = { width: 400, height: 800 };

/** A globe as MapLibre draws it: its projection by d3-geo, with the middle of the screen at the view. */
const globe = geoOrthographic()
  .rotate([-view.lng, -view.lat])
  .scale((512 * 2 ** view.zoom) / (2 * Math.PI) / Math.cos((view.lat * Math.PI) / 180))
  .translate([size.width / 2, size.height / 2]);
const map = {
  unproject: ([x, y]: [number, number]) => {
    const [lng, lat] = globe.invert!([x, y])!;
    return { lng, lat };
  },
  project: ({ lng, lat }: { lng: number; lat: number }) => {
    const [x, y] = globe([lng, lat])!;
    return { x, y };
  },
} as unknown as MapLibreMap;
const screen = { view, size, state: { projection: 'globe' } } as unknown as Screen;

test('a page shows the part of the screen that no sheet covers, a globe at its own size', () => {
  const seen = visiblePart(screen, map, 300);
  expect(seen.size).toEqual({ width: 400, height: 500 });
  const frame = { x: 0, y: 0, width: 400, height: 500 };
  const paper = paperProjection('globe', seen.view, frame, 1);
  expect(paper.scale()).toBeCloseTo(globe.scale(), 6);
  const [x, y] = paper(globe.invert!([200, 250])!)!;
  expect(x).toBeCloseTo(200, 6);
  expect(y).toBeCloseTo(250, 6);
});

test('a screen that nothing covers is shown whole', () => {
  expect(visiblePart(screen, map, 0)).toBe(screen);
});
