import type { Feature, LineString, MultiLineString, Point, Position } from 'geojson';
import polylabel from 'polylabel';
import { PLANAR, planarConverter } from '../core/geo/planar';
import { simplifyLine } from '../core/geo/simplify-line';
import type { LngLat } from '../core/types';

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

/**
 * Where a line's name stands: along the line without its bends of less than `toleranceKm`, the others
 * rounded, since letters trip over each other at a corner. Null for what is no line.
 */
export function labelLine(
  feature: Feature,
  toleranceKm: number,
): Feature<LineString | MultiLineString> | null {
  const { geometry } = feature;
  const smooth = (line: Position[]): Position[] =>
    cutCorners(cutCorners(simplifyLine(line as LngLat[], toleranceKm)));
  const properties = { ...feature.properties, label: true, along: toleranceKm };
  if (geometry.type === 'LineString') {
    const coordinates = smooth(geometry.coordinates);
    return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates } };
  }
  if (geometry.type === 'MultiLineString') {
    const coordinates = geometry.coordinates.map(smooth);
    return { type: 'Feature', properties, geometry: { type: 'MultiLineString', coordinates } };
  }
  return null;
}

/** One round of Chaikin's corner cutting (1974); both ends stay. */
function cutCorners(line: LngLat[]): LngLat[] {
  const out = line.slice(0, 1);
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1]!;
    const [bx, by] = line[i]!;
    if (i > 1) out.push([0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by]);
    if (i < line.length - 1) out.push([0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by]);
  }
  out.push(...line.slice(1).slice(-1));
  return out;
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
