import type { Geometry, Position } from 'geojson';
import { joinAt180 } from '../../core/geo/join-at-180';
import { cellText } from './filter';
import type { FeatureStore } from './feature-store';
import { LINES, NO_SHAPE, POINTS } from './shape';

/**
 * What of a layer the map is given. A small layer is given whole, once. Of a large one, what is in
 * view: points one to a cell of a few pixels, lines and areas the widest first and without the
 * vertices that a pixel swallows, so that the map draws at most this much however large the layer:
 */
export const MAX_DRAWN = 12_000;
export const MAX_DRAWN_VERTICES = 80_000;

/** Pixels between points that are drawn apart, at first. */
const CELL_PX = 3;

export interface View {
  /** Degrees; `east` below `west` means across 180. */
  west: number;
  south: number;
  east: number;
  north: number;
  /** Degrees of latitude to a pixel at the centre. */
  degreesPerPixel: number;
}

export interface Drawing {
  /** A FeatureCollection as JSON; `i` is the feature's number, `t` its label. */
  json: string;
  /** Features drawn, and features that match in the view. */
  drawn: number;
  present: number;
  /** Everything that matches is in it, whatever the view. */
  whole: boolean;
}

/** `shown` are the features that the layer's filter leaves; undefined: all good ones. */
export function drawing(
  store: FeatureStore,
  shown: Uint32Array | undefined,
  view: View,
  label: string | undefined,
): Drawing {
  const all = shown ?? goodOnes(store);
  let vertices = 0;
  for (const index of all) vertices += store.vertices[index]!;
  const whole = all.length <= MAX_DRAWN && vertices <= MAX_DRAWN_VERTICES;
  if (whole) return { ...write(store, all, label, 0), present: all.length, whole };

  const present = inView(store, all, view);
  const chosen = thin(store, present, view);
  // Vertices nearer than this are one on the screen; a view that holds few is drawn exactly.
  const tolerance = chosen.exact ? 0 : view.degreesPerPixel * 0.7;
  return { ...write(store, chosen.list, label, tolerance), present: present.length, whole };
}

function goodOnes(store: FeatureStore): Uint32Array {
  const list = new Uint32Array(store.count);
  let count = 0;
  for (let i = 0; i < store.count; i++) if (store.kinds[i] !== NO_SHAPE) list[count++] = i;
  return list.subarray(0, count);
}

function inView(store: FeatureStore, all: Uint32Array, view: View): Uint32Array {
  const { boxes } = store;
  const list = new Uint32Array(all.length);
  const across = view.east < view.west;
  let count = 0;
  for (const index of all) {
    const b = 4 * index;
    if (boxes[b + 1]! > view.north || boxes[b + 3]! < view.south) continue;
    const inside = across
      ? boxes[b + 2]! >= view.west || boxes[b]! <= view.east
      : boxes[b]! <= view.east && boxes[b + 2]! >= view.west;
    if (inside) list[count++] = index;
  }
  return list.subarray(0, count);
}

function thin(
  store: FeatureStore,
  present: Uint32Array,
  view: View,
): { list: Uint32Array; exact: boolean } {
  const isPoint = (index: number): boolean =>
    store.kinds[index] === POINTS && store.vertices[index] === 1;
  const wide = present.filter((index) => !isPoint(index));
  let points: Uint32Array = present.filter(isPoint);
  for (let cell = CELL_PX; points.length > MAX_DRAWN; cell *= 1.5)
    points = onePerCell(store, points, cell * view.degreesPerPixel);

  const size = (index: number): number => {
    const b = 4 * index;
    const width = store.boxes[b + 2]! - store.boxes[b]!;
    return Math.max(width, store.boxes[b + 3]! - store.boxes[b + 1]!);
  };
  let vertices = 0;
  for (const index of wide) vertices += store.vertices[index]!;
  const exact = wide.length <= MAX_DRAWN && vertices <= MAX_DRAWN_VERTICES;
  if (!exact) {
    wide.sort((a, b) => size(b) - size(a));
    let room = MAX_DRAWN_VERTICES;
    let taken = 0;
    while (taken < wide.length && taken < MAX_DRAWN && room > 0) {
      const index = wide[taken]!;
      // No more is drawn of it than its outline has pixels.
      const pixels = (4 * size(index)) / view.degreesPerPixel;
      room -= Math.min(store.vertices[index]!, 4 + pixels);
      taken += 1;
    }
    const widest = wide.subarray(0, taken).sort();
    return { list: join(widest, points), exact };
  }
  return { list: join(wide, points), exact };
}

function join(a: Uint32Array, b: Uint32Array): Uint32Array {
  const both = new Uint32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** The first point of each cell; cells are anchored to the globe, so that panning moves no point. */
function onePerCell(store: FeatureStore, points: Uint32Array, cellDeg: number): Uint32Array {
  const taken = new Set<number>();
  return points.filter((index) => {
    const [lng, lat] = [store.boxes[4 * index]!, store.boxes[4 * index + 1]!];
    const row = Math.floor((lat + 90) / cellDeg);
    const narrow = Math.max(0.02, Math.cos(((row * cellDeg - 90) * Math.PI) / 180));
    const column = Math.floor(((lng + 180) / cellDeg) * narrow);
    const key = row * 0x4000000 + column;
    if (taken.has(key)) return false;
    taken.add(key);
    return true;
  });
}

function write(
  store: FeatureStore,
  list: Uint32Array,
  label: string | undefined,
  tolerance: number,
): { json: string; drawn: number } {
  const parts: string[] = [];
  for (const index of list) {
    const isPoint = store.kinds[index] === POINTS && store.vertices[index] === 1;
    if (isPoint && label === undefined) {
      const at = `[${store.boxes[4 * index]},${store.boxes[4 * index + 1]}]`;
      parts.push(
        `{"type":"Feature","properties":{"i":${index}},"geometry":{"type":"Point","coordinates":${at}}}`,
      );
      continue;
    }
    const feature = store.feature(index);
    const geometry = drawn(feature.geometry, store.kinds[index]! >= LINES ? tolerance : 0);
    const text = label === undefined ? '' : cellText(feature.properties, label);
    const properties = text === '' ? { i: index } : { i: index, t: text };
    parts.push(JSON.stringify({ type: 'Feature', properties, geometry }));
  }
  return {
    json: `{"type":"FeatureCollection","features":[${parts.join(',')}]}`,
    drawn: parts.length,
  };
}

function drawn(geometry: Geometry, tolerance: number): Geometry {
  const whole = joinAt180(geometry);
  return tolerance > 0 ? simplified(whole, tolerance) : whole;
}

function simplified(geometry: Geometry, tolerance: number): Geometry {
  const line = (points: Position[]): Position[] => spaced(points, tolerance);
  switch (geometry.type) {
    case 'LineString':
      return { ...geometry, coordinates: line(geometry.coordinates) };
    case 'MultiLineString':
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map(line) };
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(line)) };
    default:
      return geometry;
  }
}

/** Vertices at least `tolerance` degrees apart, ends kept, never so few that a ring falls in. */
function spaced(points: Position[], tolerance: number): Position[] {
  if (points.length <= 5) return points;
  const kept: Position[] = [points[0]!];
  let [x, y] = points[0] as [number, number];
  const last = points.length - 1;
  const stride = Math.ceil(last / 4);
  for (let i = 1; i < last; i++) {
    const [lng, lat] = points[i] as [number, number];
    const dx = (lng - x) * Math.cos((lat * Math.PI) / 180);
    if (Math.hypot(dx, lat - y) < tolerance && i % stride !== 0) continue;
    kept.push(points[i]!);
    [x, y] = [lng, lat];
  }
  kept.push(points[last]!);
  return kept;
}
