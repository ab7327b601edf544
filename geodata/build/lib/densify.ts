import type { MultiPolygon, Polygon, Position } from 'geojson';

/**
 * Longest edge of drawn areas, in degrees: longer ones (the window's edges, boundaries along
 * meridians and parallels) get vertices along their straight line in longitude and latitude, so
 * that they bend in projections other than Mercator.
 */
const MAX_EDGE_DEG = 1;

export function densifyArea<G extends Polygon | MultiPolygon>(geometry: G): G {
  return geometry.type === 'Polygon'
    ? { ...geometry, coordinates: geometry.coordinates.map(densifyRing) }
    : { ...geometry, coordinates: geometry.coordinates.map((p) => p.map(densifyRing)) };
}

function densifyRing(ring: Position[]): Position[] {
  return ring.flatMap((point, i) => {
    const previous = ring[i - 1];
    if (!previous) return [point];
    const [dLng, dLat] = [point[0]! - previous[0]!, point[1]! - previous[1]!];
    const steps = Math.ceil(Math.max(Math.abs(dLng), Math.abs(dLat)) / MAX_EDGE_DEG);
    return Array.from({ length: steps }, (_, step) =>
      step + 1 === steps
        ? point
        : [previous[0]! + (dLng * (step + 1)) / steps, previous[1]! + (dLat * (step + 1)) / steps],
    );
  });
}
