import type { GeoProjection } from 'd3-geo';
import type { Feature, Position } from 'geojson';
import { setLabel, type LabelStyle } from './label';
import { leastCovering, type Taken } from './placement';
import { solid, type Box, type Shape } from './shapes';
import type { LabelSection } from './style-values';
import type { Typesetter } from './typesetter';

/** Steepest that a name along a line may stand, degrees. */
const STEEPEST = 62;
/** How far the line may leave the straight name, in units of its size. */
const BEND = 1.1;

/**
 * A name along a line, such as a river's: straight, beside the stretch that is nearest to straight and
 * to the middle of the map, once for each line on the page.
 */
export function lineLabel(
  feature: Feature,
  sections: readonly LabelSection[],
  style: LabelStyle,
  layer: string,
  projection: GeoProjection,
  taken: Taken,
  type: Typesetter,
): Shape[] {
  const text = sections.map((section) => section.text).join(' ');
  const set = setLabel([{ text, scale: 1 }], { ...style, maxWidth: Infinity }, type);
  if (!set) return [];
  const length = set.width;
  const found = places(feature, projection, length, style.size).map((place) => ({
    ...place,
    boxes: alongBoxes(place, length, style.size),
  }));
  const best = leastCovering(found, taken, false);
  if (!best) return [];
  taken.take(best.boxes);
  const { x, y, angle } = best;
  return [
    {
      kind: 'text',
      x,
      y,
      text: set.lines[0]!.text,
      size: style.size,
      face: style.face,
      ink: solid(style.color, style.opacity),
      halo: style.halo,
      spacing: style.spacing,
      rotate: (angle * 180) / Math.PI,
      layer,
    },
  ];
}

interface Place {
  /** Left end of the base line. */
  x: number;
  y: number;
  /** Radians clockwise. */
  angle: number;
  bend: number;
}

/** Stretches of the line on which a text of that length can stand, the straightest first. */
function places(
  { geometry }: Feature,
  projection: GeoProjection,
  length: number,
  size: number,
): Place[] {
  const lines =
    geometry.type === 'LineString'
      ? [geometry.coordinates]
      : geometry.type === 'MultiLineString'
        ? geometry.coordinates
        : [];
  const found: Place[] = [];
  for (const line of lines) {
    const points = line.flatMap((position): Position[] => {
      const point = projection([position[0]!, position[1]!]);
      return point ? [point] : [];
    });
    for (let i = 0; i < points.length; i++) {
      const [x0, y0] = points[i]! as [number, number];
      let j = i + 1;
      while (j < points.length && Math.hypot(points[j]![0]! - x0, points[j]![1]! - y0) < length)
        j++;
      if (j >= points.length) break;
      const end = points[j]! as [number, number];
      const [left, right] = end[0] >= x0 ? [[x0, y0] as const, end] : [end, [x0, y0] as const];
      const angle = Math.atan2(right[1] - left[1], right[0] - left[0]);
      if (Math.abs(angle) > (STEEPEST * Math.PI) / 180) continue;
      // The name stands over the highest point of its stretch.
      let [above, below] = [0, 0];
      for (const point of points.slice(i, j + 1)) {
        const off =
          -(point[0]! - left[0]) * Math.sin(angle) + (point[1]! - left[1]) * Math.cos(angle);
        above = Math.min(above, off);
        below = Math.max(below, off);
      }
      const bend = below - above;
      if (bend > BEND * size) continue;
      const lift = above - size * 0.3;
      const spare = (Math.hypot(right[0] - left[0], right[1] - left[1]) - length) / 2;
      found.push({
        x: left[0] + Math.cos(angle) * spare - Math.sin(angle) * lift,
        y: left[1] + Math.sin(angle) * spare + Math.cos(angle) * lift,
        angle,
        bend,
      });
    }
  }
  return found.sort((a, b) => a.bend - b.bend).slice(0, 24);
}

/** Small boxes along a slanted text. */
function alongBoxes({ x, y, angle }: Place, length: number, size: number): Box[] {
  const count = Math.max(1, Math.ceil(length / size));
  const step = length / count;
  return Array.from({ length: count }, (_, i) => {
    const along = (i + 0.5) * step;
    const [cx, cy] = [
      x + Math.cos(angle) * along + Math.sin(angle) * size * 0.35,
      y + Math.sin(angle) * along - Math.cos(angle) * size * 0.35,
    ];
    return { x: cx - size * 0.55, y: cy - size * 0.55, width: size * 1.1, height: size * 1.1 };
  });
}
