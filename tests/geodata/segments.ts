import Flatbush from 'flatbush';
import type { MultiPolygon, Polygon, Position } from 'geojson';

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
