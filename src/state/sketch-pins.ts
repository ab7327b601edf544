import { inverse, destination } from '../core/geo/geodesic';
import type { LngLat } from '../core/types';
import type { FeatureRef } from '../layers/ids';
import type { Pin } from '../layers/pin';
import type { PinSet } from './drawn.svelte';
import type { Sketch } from './sketch';
import type { Sketches } from './sketches.svelte';

/** With more points than this the middles of edges would hide the line. */
const MAX_MIDDLES = 60;

/**
 * The corners of the sketch in hand, to be dragged or clicked away, and the middles of its edges, to
 * be dragged into new corners. While drawing, a click on the last corner finishes, as does one on
 * the first corner of an area.
 */
export function sketchPins(
  sketches: Sketches,
  place: (ref: FeatureRef | undefined, at: LngLat) => LngLat,
): PinSet | undefined {
  const { current, drawing } = sketches;
  if (!current) return undefined;
  const middles = drawing || current.points.length > MAX_MIDDLES ? [] : middlePins(current);
  const numberOf = (pin: string): number => Number(pin.split('-')[1]);
  const inserts = (pin: string): boolean => pin.startsWith('middle');
  return {
    pins: [...middles, ...current.points.map(cornerPin)],
    drag: (pin, point) => (sketches.dragged = { at: numberOf(pin), inserts: inserts(pin), point }),
    drop: (pin, ref, at) => {
      sketches.dragged = undefined;
      const point = sketches.snaps ? place(ref, at) : at;
      if (inserts(pin)) sketches.insertPoint(numberOf(pin), point);
      else sketches.movePoint(numberOf(pin), point);
    },
    press: (pin) => {
      if (inserts(pin)) return;
      const at = numberOf(pin);
      const closes = at === current.points.length - 1 || (at === 0 && current.kind === 'area');
      if (drawing && closes) sketches.finish();
      else sketches.removePoint(at);
    },
  };
}

const cornerPin = ([lng, lat]: LngLat, i: number): Pin => ({
  id: `corner-${i}`,
  shape: 'corner',
  sign: '',
  label: String(i + 1),
  lng,
  lat,
});

/** A pin half-way along each edge; dropped, it becomes the corner before the edge's end. */
function middlePins({ kind, points }: Sketch): Pin[] {
  if (kind === 'point') return [];
  const ends = kind === 'area' && points.length > 2 ? [...points, points[0]!] : points;
  return ends.slice(1).map((end, i): Pin => {
    const start = ends[i]!;
    const { distanceKm, initialBearing } = inverse(start, end);
    const [lng, lat] = destination(start, initialBearing, distanceKm / 2);
    return { id: `middle-${i + 1}`, shape: 'middle', sign: '', label: '', lng, lat };
  });
}
