import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { LngLat } from '../../../src/core/types';

/**
 * Whether a point lies in an area, by the even-odd rule on longitude and latitude. Areas cut at 180
 * degrees are right, because each part and the point lie within [-180, 180].
 */
export function isInArea(point: LngLat, geometry: Polygon | MultiPolygon): boolean {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.some((rings) => rings.filter((ring) => isInRing(point, ring)).length % 2 === 1);
}

function isInRing([lng, lat]: LngLat, ring: Position[]): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [x1, y1] = ring[i - 1]!;
    const [x2, y2] = ring[i]!;
    if (y1! > lat !== y2! > lat && lng < x1! + ((lat - y1!) / (y2! - y1!)) * (x2! - x1!))
      inside = !inside;
  }
  return inside;
}
