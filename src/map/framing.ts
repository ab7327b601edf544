import { nearestTurn } from '../core/geo/geodesic';
import { isPlanar, type ProjectionId } from '../core/projections';
import type { LngLat } from '../core/types';
import { PROJECTIONS, worldLngLat, worldPoint } from './projections';

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

/** A zoom that the map goes to: reckoned with another, the middle would not be where it is framed. */
const allowed = (zoom: number, projection: ProjectionId): number =>
  Math.max(Math.min(zoom, MAX_ZOOM), PROJECTIONS[projection].minZoom);

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

  if (projection === 'globe')
    return frameOnGlobe(points, ((west + east) / 2 - 0.5) * 360, size, padding);

  const freeWidth = Math.max(size.width - padding.left - padding.right, 40);
  const freeHeight = Math.max(size.height - padding.top - padding.bottom, 40);
  const span = Math.max((east - west) / freeWidth, (south - north) / freeHeight, 1e-9);
  const zoom = allowed(Math.log2(1 / (span * WORLD_PX)), projection);

  // The middle of the free part of the screen lies off the middle of the map.
  const px = WORLD_PX * 2 ** zoom;
  const x = (west + east) / 2 + (padding.right - padding.left) / 2 / px;
  const y = (north + south) / 2 + (padding.bottom - padding.top) / 2 / px;
  const center = worldLngLat(projection, x, y) ?? points[0]!;
  return { center: [center[0], center[1]], zoom };
}

const RADIANS = Math.PI / 180;

/**
 * A globe turns under its frame, so the middle of what is framed stays in the middle of the map, and
 * what panels cover on one side stays free on the other too. The sphere has the radius that gives
 * its middle Mercator's scale there; what lies behind the horizon is framed at the horizon.
 */
function frameOnGlobe(
  points: readonly LngLat[],
  midLng: number,
  size: { width: number; height: number },
  padding: Padding,
): Frame {
  const lats = points.map(([, lat]) => lat);
  const center: LngLat = [
    midLng,
    (lats.reduce((a, b) => Math.min(a, b)) + lats.reduce((a, b) => Math.max(a, b))) / 2,
  ];
  const [lng0, lat0] = [center[0] * RADIANS, center[1] * RADIANS];
  let [reachX, reachY] = [1e-6, 1e-6];
  for (const point of points) {
    const lambda = point[0] * RADIANS - lng0;
    const phi = point[1] * RADIANS;
    const x = Math.cos(phi) * Math.sin(lambda);
    const y = Math.cos(lat0) * Math.sin(phi) - Math.sin(lat0) * Math.cos(phi) * Math.cos(lambda);
    const depth =
      Math.sin(lat0) * Math.sin(phi) + Math.cos(lat0) * Math.cos(phi) * Math.cos(lambda);
    const horizon = depth < 0 ? Math.hypot(x, y) : 1;
    reachX = Math.max(reachX, Math.abs(x) / horizon);
    reachY = Math.max(reachY, Math.abs(y) / horizon);
  }
  const halfWidth = Math.max(size.width / 2 - Math.max(padding.left, padding.right), 20);
  const halfHeight = Math.max(size.height / 2 - Math.max(padding.top, padding.bottom), 20);
  const radiusPx = Math.min(halfWidth / reachX, halfHeight / reachY);
  const zoom = Math.log2((radiusPx * 2 * Math.PI * Math.cos(lat0)) / WORLD_PX);
  return { center, zoom: allowed(zoom, 'globe') };
}
