import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '../core/types';

/** How far a place may come out from where it was asked for, in pixels, and still be that place. */
const TOLERANCE_PX = 1.5;

/**
 * The longitude and latitude at a point of the screen; null where there is no earth. MapLibre gives
 * the nearest place of the earth there, which projects to another point.
 */
export function placeAt(map: MapLibreMap, point: { x: number; y: number }): LngLat | null {
  const place = map.unproject([point.x, point.y]);
  const back = map.project(place);
  if (Math.hypot(back.x - point.x, back.y - point.y) > TOLERANCE_PX) return null;
  return [place.lng, place.lat];
}
