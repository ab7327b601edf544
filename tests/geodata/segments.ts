import Flatbush from 'flatbush';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { LngLat } from '../../src/core/types';

/** A straight edge of an outline, as it is drawn. */
export interface Segment {
  from: Position;
  to: Position;
}

export function segmentsOf(geometries: (Polygon | MultiPolygon)[]): Segment[] {
  return geometries
    .flatMap(ringsOf)
    .flatMap((ring) => ring.slice(1).map((to, i) => ({ from: ring[i]!, to })));
}

export function ringsOf(geometry: Polygon | MultiPolygon): Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** An index of segments by their boxes. */
export function indexOf(segments: Segment[]): Flatbush {
  const index = new Flatbush(segments.length);
  for (const { from, to } of segments)
    index.add(
      Math.min(from[0]!, to[0]!),
      Math.min(from[1]!, to[1]!),
      Math.max(from[0]!, to[0]!),
      Math.max(from[1]!, to[1]!),
    );
  index.finish();
  return index;
}

/** The outline of areas, with an index of its segments. */
export interface Outline {
  segments: Segment[];
  near: Flatbush;
}

export function outlineOf(geometries: (Polygon | MultiPolygon)[]): Outline {
  const segments = segmentsOf(geometries);
  return { segments, near: indexOf(segments) };
}

/** Distance to the nearest segment in km, for points within some 30 km of one; Infinity beyond. */
export function kmToOutline([lng, lat]: LngLat, { segments, near }: Outline): number {
  const scale = Math.cos((lat * Math.PI) / 180);
  const reach = 0.3;
  let best = Infinity;
  for (const i of near.search(lng - reach / scale, lat - reach, lng + reach / scale, lat + reach)) {
    const [a, b] = [segments[i]!.from, segments[i]!.to].map(([x, y]) => [
      (x! - lng) * scale,
      y! - lat,
    ]) as [LngLat, LngLat];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const t = Math.min(1, Math.max(0, -(a[0] * dx + a[1] * dy) / (dx * dx + dy * dy || 1)));
    best = Math.min(best, Math.hypot(a[0] + t * dx, a[1] + t * dy) * 111.2);
  }
  return best;
}

/** Whether a point lies inside: a ray to the east crosses the outline an odd number of times. */
export function insideOutline([lng, lat]: LngLat, { segments, near }: Outline): boolean {
  return (
    near.search(lng, lat, 180, lat).filter((i) => {
      const [[x1, y1], [x2, y2]] = [segments[i]!.from, segments[i]!.to] as [LngLat, LngLat];
      return y1 > lat !== y2 > lat && lng < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1);
    }).length %
      2 ===
    1
  );
}

/** Whether two segments cross at an inner point of both. */
export function cross(a: Segment, b: Segment): boolean {
  return side(a, b.from) * side(a, b.to) < 0 && side(b, a.from) * side(b, a.to) < 0;
}

/** On which side of a segment's line a point lies: the sign of twice a triangle's area. */
function side({ from, to }: Segment, point: Position): number {
  return (
    (to[0]! - from[0]!) * (point[1]! - from[1]!) - (to[1]! - from[1]!) * (point[0]! - from[0]!)
  );
}
