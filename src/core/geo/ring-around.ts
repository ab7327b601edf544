import type { LngLat } from '../types';
import { geodesicPoints } from './geodesic';
import { projectX, projectY, type PolarPlane } from './polar-plane';

/** Sides are drawn with vertices this near, so that they bend as great circles do. */
const STEP_KM = 50;

/** In the plane over the pole 180 degrees is a line like any other, and the pole a point. */
const PLANE: PolarPlane = { pole: 1, meridian: 0 };

/** A closed line of geodesics through the corners, longitudes never jumping; empty below three. */
export function geodesicRing(corners: readonly LngLat[]): LngLat[] {
  if (corners.length < 3) return [];
  const ring: LngLat[] = [corners[0]!];
  for (let i = 0; i < corners.length; i++) {
    const from = ring[ring.length - 1]!;
    ring.push(...geodesicPoints(from, corners[(i + 1) % corners.length]!, STEP_KM).slice(1));
  }
  return ring;
}

/**
 * Tells of points whether they lie inside a polygon whose sides are geodesics, anywhere north of the
 * south pole, across 180 degrees and around the north pole too. Even-odd where sides cross.
 */
export function insideGeodesicRing(corners: readonly LngLat[]): (point: LngLat) => boolean {
  const toPlane = ([lng, lat]: LngLat): [number, number] => [
    projectX(PLANE, lng, lat),
    projectY(PLANE, lng, lat),
  ];
  const ring = geodesicRing(corners).map(toPlane);
  return (point) => {
    const [x, y] = toPlane(point);
    let inside = false;
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1]!;
      const [x2, y2] = ring[i]!;
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
    return inside;
  };
}
