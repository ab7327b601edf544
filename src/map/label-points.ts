import type { Feature, Point, Position } from 'geojson';
import polylabel from 'polylabel';
import { PLANAR, planarConverter } from '../core/geo/planar';

/**
 * Where an area's name stands: once, in its largest part, at the point farthest from its shores. The
 * reckoning is done in the equal-area plane, where the largest part is the largest on earth.
 */
export function labelPoint(feature: Feature): Feature<Point> | null {
  const { geometry } = feature;
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  let largest: Position[][] | undefined;
  let largestArea = 0;
  for (const polygon of polygons) {
    const projected = polygon.map((ring) => ring.map((position) => plane.forward(position)));
    const area = Math.abs(ringArea(projected[0]!));
    if (area > largestArea) [largest, largestArea] = [projected, area];
  }
  if (!largest) return null;
  const [x, y] = polylabel(largest, Math.sqrt(largestArea) / 60);
  const place = plane.inverse([x, y]);
  if (!place) return null;
  return {
    type: 'Feature',
    properties: { ...feature.properties, label: true, labelKm2: Math.round(largestArea / 1e6) },
    geometry: { type: 'Point', coordinates: place },
  };
}

const plane = planarConverter(PLANAR['north-asia']);

/** Shoelace formula; the sign follows the winding. */
function ringArea(ring: Position[]): number {
  let sum = 0;
  for (let i = 0; i < ring.length - 1; i++) {
    const [x0, y0] = ring[i] as [number, number];
    const [x1, y1] = ring[i + 1] as [number, number];
    sum += x0 * y1 - x1 * y0;
  }
  return sum / 2;
}
