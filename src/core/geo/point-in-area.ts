import type { MultiPolygon, Polygon } from 'geojson';
import type { LngLat } from '../types';

/**
 * Whether a point lies in an area of a file: cut at 180 degrees, its edges straight in longitude and
 * latitude (RFC 7946). Even-odd, so that holes are outside; a point on an edge may fall either way.
 */
export function isInArea(geometry: Polygon | MultiPolygon, [lng, lat]: LngLat): boolean {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let inside = false;
  for (const rings of polygons)
    for (const ring of rings)
      for (let i = 1; i < ring.length; i++) {
        const [x1, y1] = ring[i - 1] as LngLat;
        const [x2, y2] = ring[i] as LngLat;
        if (y1 > lat !== y2 > lat && lng < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1))
          inside = !inside;
      }
  return inside;
}

/** West, south, east, north of an area of a file, in degrees. */
export function areaBox(geometry: Polygon | MultiPolygon): [number, number, number, number] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rings of polygons)
    for (const [lng, lat] of rings[0] as LngLat[]) {
      box[0] = Math.min(box[0], lng);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lng);
      box[3] = Math.max(box[3], lat);
    }
  return box;
}
