import type { MultiPolygon, Polygon } from 'geojson';
import type { LngLat } from '../types';

/**
 * The outline of all that lies within `radiusKm` of lines, points (lines of one vertex) or borders.
 * @throws UserError `bad-radius`, `bad-coordinate`, `empty-line`
 */
export function catchmentOutline(
  lines: readonly (readonly LngLat[])[],
  radiusKm: number,
): Polygon | MultiPolygon {
  throw new Error(`to come: ${lines.length} ${radiusKm}`);
}
