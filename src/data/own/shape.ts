import type { Geometry, Position } from 'geojson';

/** What drawing and counting need of a geometry. */
export interface Shape {
  kind: 0 | 1 | 2 | 3;
  vertices: number;
  west: number;
  south: number;
  east: number;
  north: number;
}

export const NO_SHAPE = 0;
export const POINTS = 1;
export const LINES = 2;
export const AREAS = 3;

const KIND: Readonly<Record<string, 1 | 2 | 3>> = {
  Point: POINTS,
  MultiPoint: POINTS,
  LineString: LINES,
  MultiLineString: LINES,
  Polygon: AREAS,
  MultiPolygon: AREAS,
};

/** Kind, extent and number of vertices; a collection is of the kind of its widest part. */
export function shapeOf(geometry: Geometry | null): Shape {
  const shape: Shape = {
    kind: NO_SHAPE,
    vertices: 0,
    west: Infinity,
    south: Infinity,
    east: -Infinity,
    north: -Infinity,
  };
  if (geometry) extend(shape, geometry);
  return shape;
}

function extend(shape: Shape, geometry: Geometry): void {
  if (geometry.type === 'GeometryCollection') {
    for (const part of geometry.geometries) extend(shape, part);
    return;
  }
  shape.kind = Math.max(shape.kind, KIND[geometry.type] ?? 0) as Shape['kind'];
  if (geometry.type === 'Point') take(shape, geometry.coordinates);
  else walk(shape, geometry.coordinates);
}

function walk(shape: Shape, list: readonly unknown[]): void {
  for (let i = 0; i < list.length; i++) {
    const item = list[i] as unknown[];
    if (typeof item[0] === 'number') take(shape, item as Position);
    else walk(shape, item);
  }
}

function take(shape: Shape, position: Position): void {
  const [lng, lat] = position as [number, number];
  if (lng < shape.west) shape.west = lng;
  if (lng > shape.east) shape.east = lng;
  if (lat < shape.south) shape.south = lat;
  if (lat > shape.north) shape.north = lat;
  shape.vertices += 1;
}

/** A geometry with every position replaced. */
export function mapPositions<T extends Geometry | null>(
  geometry: T,
  change: (position: Position) => Position,
): T {
  if (!geometry) return geometry;
  if (geometry.type === 'GeometryCollection')
    return { ...geometry, geometries: geometry.geometries.map((g) => mapPositions(g, change)) };
  const mapped = (item: unknown): unknown =>
    Array.isArray(item) && Array.isArray(item[0])
      ? item.map(mapped)
      : Array.isArray(item) && item.length >= 2
        ? change(item as Position)
        : item;
  return { ...geometry, coordinates: mapped(geometry.coordinates) } as T;
}
