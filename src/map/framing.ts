import { nearestTurn } from '../core/geo/geodesic';
import { isPlanar, type ProjectionId } from '../core/projections';
import type { LngLat } from '../core/types';
import { worldLngLat, worldPoint } from './projections';

/** Pixels of the map that are covered by panels and must stay free of what is framed. */
export interface Padding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export interface Frame {
  center: LngLat;
  zoom: number;
}

/** Pixels of the world's width at zoom 0, as MapLibre counts them. */
const WORLD_PX = 512;
const MAX_ZOOM = 8;

/**
 * The camera that shows all points, north up, at the largest scale that leaves the padding free.
 * MapLibre's own fitBounds frames the corners of a box of longitudes and latitudes, which lie far
 * from what the box holds in a conic or polar projection; here every point is projected. Null when
 * there is no point.
 */
export function frame(
  points: readonly LngLat[],
  projection: ProjectionId,
  size: { width: number; height: number },
  padding: Padding,
): Frame | null {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  let lng0: number | undefined;
  for (const [lng, lat] of points) {
    // Where longitudes do not close to a circle, all points stand on the same turn of the world.
    lng0 ??= lng;
    const [x, y] = worldPoint(projection, isPlanar(projection) ? lng : nearestTurn(lng, lng0), lat);
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  if (lng0 === undefined) return null;

  const freeWidth = Math.max(size.width - padding.left - padding.right, 40);
  const freeHeight = Math.max(size.height - padding.top - padding.bottom, 40);
  const span = Math.max((east - west) / freeWidth, (south - north) / freeHeight, 1e-9);
  const zoom = Math.min(Math.log2(1 / (span * WORLD_PX)), MAX_ZOOM);

  // The middle of the free part of the screen lies off the middle of the map.
  const px = WORLD_PX * 2 ** zoom;
  const x = (west + east) / 2 + (padding.right - padding.left) / 2 / px;
  const y = (north + south) / 2 + (padding.bottom - padding.top) / 2 / px;
  const center = worldLngLat(projection, x, y) ?? points[0]!;
  return { center: [center[0], center[1]], zoom };
}
