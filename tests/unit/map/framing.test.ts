import { geoOrthographic } from 'd3-geo';
import { describe, expect, test } from 'vitest';
import { PROJECTION_IDS, zoomAtSameScale } from '../../../src/core/projections';
import type { LngLat } from '../../../src/core/types';
import { frame, type Frame } from '../../../src/map/framing';
import { HOME } from '../../../src/map/home';
import { PROJECTIONS, worldLngLat, worldPoint } from '../../../src/map/projections';

const SIZE = { width: 1400, height: 860 };
const PADDING = { top: 40, right: 20, bottom: 60, left: 380 };

/** Where a place comes to lie on the screen, reckoned from the camera alone. */
function onScreen(
  projection: (typeof PROJECTION_IDS)[number],
  { center, zoom }: Frame,
  [lng, lat]: LngLat,
): { x: number; y: number } {
  const px = 512 * 2 ** zoom;
  if (projection === 'globe') return onGlobe({ center, zoom }, [lng, lat]);
  const [cx, cy] = worldPoint(projection, ...center);
  const [x, y] = worldPoint(projection, lng, lat);
  const turn = projection === 'mercator' ? Math.round(x - cx) : 0;
  return { x: SIZE.width / 2 + (x - turn - cx) * px, y: SIZE.height / 2 + (y - cy) * px };
}

/** By d3-geo's orthographic view of a sphere that has Mercator's scale in its middle. */
function onGlobe({ center, zoom }: Frame, place: LngLat): { x: number; y: number } {
  const radius = (512 * 2 ** zoom) / (2 * Math.PI * Math.cos((center[1] * Math.PI) / 180));
  const view = geoOrthographic()
    .rotate([-center[0], -center[1]])
    .scale(radius)
    .translate([SIZE.width / 2, SIZE.height / 2])
    .clipAngle(null as never);
  const [x, y] = view(place)!;
  return { x, y };
}

const nsr: LngLat[] = [
  [33, 69],
  [70, 73],
  [104, 77.9],
  [160, 71],
  [-178, 69.5],
  [-169.5, 65.7],
  [160, 50],
  [132, 43],
];

describe.each(PROJECTION_IDS)('framing in %s', (projection) => {
  test.each([
    ['the Northern Sea Route over 180 degrees', nsr],
    ['the home view', HOME[projection]],
    [
      'two towns',
      [
        [126.6, 45.8],
        [131.9, 43.1],
      ] as LngLat[],
    ],
  ])('%s lies whole in the free part of the screen, and fills it one way', (_, points) => {
    const found = frame(points, projection, SIZE, PADDING)!;
    const places = points.map((point) => onScreen(projection, found, point));
    const xs = places.map(({ x }) => x);
    const ys = places.map(({ y }) => y);
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(PADDING.left - 1);
    expect(Math.max(...xs)).toBeLessThanOrEqual(SIZE.width - PADDING.right + 1);
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(PADDING.top - 1);
    expect(Math.max(...ys)).toBeLessThanOrEqual(SIZE.height - PADDING.bottom + 1);
    if (projection === 'globe') return;
    const filled = Math.max(
      (Math.max(...xs) - Math.min(...xs)) / (SIZE.width - PADDING.left - PADDING.right),
      (Math.max(...ys) - Math.min(...ys)) / (SIZE.height - PADDING.top - PADDING.bottom),
    );
    expect(filled).toBeGreaterThan(found.zoom === 8 ? 0 : 0.99);
  });

  test('what the free part is too small for is in the middle of it, at the least zoom of the map', () => {
    const padding = { top: 100, right: 20, bottom: 680, left: 20 };
    const found = frame(nsr, projection, SIZE, padding)!;
    expect(found.zoom).toBeGreaterThanOrEqual(PROJECTIONS[projection].minZoom);
    if (projection === 'globe') return;
    const ys = nsr.map((point) => onScreen(projection, found, point).y);
    expect((Math.min(...ys) + Math.max(...ys)) / 2).toBeCloseTo((100 + 180) / 2, 0);
  });

  test('no point has no frame, one point is framed near', () => {
    expect(frame([], projection, SIZE, PADDING)).toBeNull();
    expect(frame([[105, 52]], projection, SIZE, PADDING)!.zoom).toBe(8);
  });

  test.each(nsr)('%d, %d comes back from the plane', (lng, lat) => {
    const back = worldLngLat(projection, ...worldPoint(projection, lng, lat))!;
    expect(Math.abs(((back[0] - lng + 540) % 360) - 180)).toBeLessThan(1e-6);
    expect(back[1]).toBeCloseTo(lat, 6);
  });
});

describe('the scale when the projection changes', () => {
  const view = { lng: 110, lat: 60, zoom: 4, bearing: 0, pitch: 0 };

  test('at 60 degrees Mercator shows the scale of a planar map one zoom earlier', () => {
    expect(zoomAtSameScale(view, 'north-asia', 'mercator')).toBeCloseTo(3, 6);
    expect(zoomAtSameScale(view, 'mercator', 'arctic')).toBeCloseTo(5, 6);
  });

  test('between projections of one kind the zoom stays', () => {
    expect(zoomAtSameScale(view, 'north-asia', 'arctic')).toBe(4);
    expect(zoomAtSameScale(view, 'globe', 'mercator')).toBe(4);
  });

  test('there and back again is where it was, at the pole too', () => {
    for (const lat of [0, 45, 84, 90]) {
      const there = zoomAtSameScale({ ...view, lat }, 'arctic', 'globe');
      expect(zoomAtSameScale({ ...view, lat, zoom: there }, 'globe', 'arctic')).toBeCloseTo(4, 9);
    }
  });
});
