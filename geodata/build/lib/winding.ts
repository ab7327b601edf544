import type { Position } from 'geojson';

/** A ring turned so that it runs counter-clockwise, or clockwise. */
export function wound<P extends Position>(ring: P[], counterClockwise: boolean): P[] {
  return signedArea(ring) > 0 === counterClockwise ? ring : [...ring].reverse();
}

/** Planar, in square degrees: above 0 where the ring runs counter-clockwise. */
function signedArea(ring: Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x1, y1] = ring[i - 1]!;
    const [x2, y2] = ring[i]!;
    sum += x1! * y2! - x2! * y1!;
  }
  return sum / 2;
}
