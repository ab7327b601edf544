import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { areaBox, isInArea } from '../../core/geo/point-in-area';
import type { LngLat } from '../../core/types';
import type { FeatureStore } from './feature-store';
import { AREAS, LINES, NO_SHAPE, POINTS } from './shape';

/**
 * The numbers of the features that lie inside an outline in whole or in part: a point by itself, a
 * line or an area by any of its vertices, or an edge that crosses the outline. The outline is cut
 * at 180 degrees, as files are.
 */
export function* featuresInside(
  store: FeatureStore,
  shown: Uint32Array | undefined,
  outline: Polygon | MultiPolygon,
): Generator<number, { rows: number[]; points: number; lines: number; areas: number }> {
  const parts = partsOf(outline);
  const rows: number[] = [];
  const found = [0, 0, 0, 0];
  const length = shown ? shown.length : store.count;
  for (let at = 0; at < length; at++) {
    if (at % 5000 === 4999) yield at;
    const index = shown ? shown[at]! : at;
    const kind = store.kinds[index]!;
    if (kind === NO_SHAPE) continue;
    const b = 4 * index;
    const box = [store.boxes[b]!, store.boxes[b + 1]!, store.boxes[b + 2]!, store.boxes[b + 3]!];
    const near = parts.filter(
      (part) =>
        part.box[0] <= box[2]! &&
        part.box[2] >= box[0]! &&
        part.box[1] <= box[3]! &&
        part.box[3] >= box[1]!,
    );
    if (near.length === 0) continue;
    const isIn =
      kind === POINTS && store.vertices[index] === 1
        ? near.some(({ area }) => isInArea(area, [box[0]!, box[1]!]))
        : near.some(({ area }) => touches(store.feature(index).geometry, area));
    if (!isIn) continue;
    rows.push(index);
    found[kind]! += 1;
  }
  return { rows, points: found[POINTS]!, lines: found[LINES]!, areas: found[AREAS]! };
}

interface Part {
  area: Polygon;
  box: [number, number, number, number];
}

function partsOf(outline: Polygon | MultiPolygon): Part[] {
  const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
  return polygons.map((coordinates) => {
    const area: Polygon = { type: 'Polygon', coordinates };
    return { area, box: areaBox(area) };
  });
}

function touches(geometry: Geometry, area: Polygon): boolean {
  switch (geometry.type) {
    case 'Point':
      return isInArea(area, geometry.coordinates as LngLat);
    case 'MultiPoint':
      return geometry.coordinates.some((point) => isInArea(area, point as LngLat));
    case 'LineString':
      return lineTouches(geometry.coordinates, area);
    case 'MultiLineString':
      return geometry.coordinates.some((line) => lineTouches(line, area));
    case 'Polygon':
      return polygonTouches(geometry, area);
    case 'MultiPolygon':
      return geometry.coordinates.some((coordinates) =>
        polygonTouches({ type: 'Polygon', coordinates }, area),
      );
    case 'GeometryCollection':
      return geometry.geometries.some((part) => touches(part, area));
  }
}

function polygonTouches(polygon: Polygon, area: Polygon): boolean {
  return (
    polygon.coordinates.some((ring) => lineTouches(ring, area)) ||
    // The outline may lie within the polygon without touching its edge.
    isInArea(polygon, area.coordinates[0]![0] as LngLat)
  );
}

function lineTouches(line: Position[], area: Polygon): boolean {
  if (line.some((point) => isInArea(area, point as LngLat))) return true;
  return area.coordinates.some((ring) => {
    for (let i = 1; i < line.length; i++)
      for (let j = 1; j < ring.length; j++)
        if (cross(line[i - 1]!, line[i]!, ring[j - 1]!, ring[j]!)) return true;
    return false;
  });
}

function cross(a: Position, b: Position, c: Position, d: Position): boolean {
  const side = (p: Position, q: Position, r: Position): number =>
    Math.sign((q[0]! - p[0]!) * (r[1]! - p[1]!) - (q[1]! - p[1]!) * (r[0]! - p[0]!));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}
