import { AREAS, LINES, POINTS, type Shape } from '../../data/own/shape';
import {
  afterColon,
  afterNumber,
  afterSpace,
  afterString,
  afterValue,
  isEscaped,
  keyIs,
  long,
  read,
} from './json-bytes';

const COMMA = 0x2c;
const OPEN = 0x5b;
const CLOSE = 0x5d;

/** The types that are read here, with how deep the lists of their coordinates are. */
const TYPES = [
  { name: 'Point', kind: POINTS, depth: 0 },
  { name: 'Polygon', kind: AREAS, depth: 2 },
  { name: 'LineString', kind: LINES, depth: 1 },
  { name: 'MultiPolygon', kind: AREAS, depth: 3 },
  { name: 'MultiLineString', kind: LINES, depth: 2 },
  { name: 'MultiPoint', kind: POINTS, depth: 1 },
] as const;
type GeometryType = (typeof TYPES)[number];

const MULTI_POINT = 0;
const LINE = 1;
const SHELL = 2;
const HOLE = 3;

/** A ring with less area, in square degrees, or a step nearer to 180 degrees, is left to the full check. */
const SURE_AREA = 1e-9;
const SURE_STEP = 180 - 1e-9;
/** A number that is not exact must be so far from the end of its range. */
const SURE = 1e-9;

/**
 * Reads a geometry from its bytes and answers where it ends, or -1 where it is not surely free of
 * any defect: `isSound` decides those, after JSON.parse. What it has of a sound one is in `shape`.
 */
export class SoundGeometry {
  readonly shape: Shape = {
    kind: 0,
    vertices: 0,
    west: Infinity,
    south: Infinity,
    east: -Infinity,
    north: -Infinity,
  };

  /** `at` is where its object begins. */
  after(bytes: Uint8Array, at: number): number {
    const { shape } = this;
    shape.vertices = 0;
    shape.west = shape.south = Infinity;
    shape.east = shape.north = -Infinity;
    if (bytes[at] !== 0x7b) return -1;
    let type: GeometryType | undefined;
    // Where coordinates begin that come before their type.
    let coordinates = -1;
    let done = false;
    at = afterSpace(bytes, at + 1);
    for (;;) {
      const key = at;
      const keyEnd = afterString(bytes, at);
      if (keyEnd < 0) return -1;
      at = afterColon(bytes, keyEnd);
      if (at < 0) return -1;
      if (keyIs(bytes, key, keyEnd, 'type')) {
        const end = type ? -1 : afterString(bytes, at);
        type = end < 0 ? undefined : typeOf(bytes, at, end);
        if (!type) return -1;
        at = end;
      } else if (keyIs(bytes, key, keyEnd, 'coordinates')) {
        if (done || coordinates >= 0) return -1;
        if (type) {
          at = this.#coordinates(bytes, at, type);
          done = true;
        } else {
          coordinates = at;
          at = afterValue(bytes, at);
        }
        if (at < 0) return -1;
      } else {
        // A key that is written with escapes may be one of ours.
        if (isEscaped(bytes, key, keyEnd)) return -1;
        at = afterValue(bytes, at);
        if (at < 0) return -1;
      }
      at = afterSpace(bytes, at);
      if (bytes[at] === 0x7d) break;
      if (bytes[at] !== COMMA) return -1;
      at = afterSpace(bytes, at + 1);
    }
    if (!type) return -1;
    if (!done && (coordinates < 0 || this.#coordinates(bytes, coordinates, type) < 0)) return -1;
    shape.kind = type.kind;
    return at + 1;
  }

  #coordinates(bytes: Uint8Array, at: number, { kind, depth }: GeometryType): number {
    if (depth === 0) {
      at = this.#points(bytes, at, MULTI_POINT, true);
      // 0, 0 is told as what programs write when they found no place.
      return this.shape.west === 0 && this.shape.south === 0 ? -1 : at;
    }
    if (kind === POINTS) return this.#points(bytes, at, MULTI_POINT);
    if (kind === LINES)
      return depth === 1 ? this.#points(bytes, at, LINE) : this.#lists(bytes, at, LINE);
    return depth === 2 ? this.#lists(bytes, at, SHELL) : this.#polygons(bytes, at);
  }

  #polygons(bytes: Uint8Array, at: number): number {
    if (bytes[at] !== OPEN) return -1;
    do {
      at = this.#lists(bytes, afterSpace(bytes, at + 1), SHELL);
      if (at < 0) return -1;
      at = afterSpace(bytes, at);
    } while (bytes[at] === COMMA);
    return bytes[at] === CLOSE ? at + 1 : -1;
  }

  /** Lines, or the rings of one polygon. */
  #lists(bytes: Uint8Array, at: number, mode: number): number {
    if (bytes[at] !== OPEN) return -1;
    do {
      at = this.#points(bytes, afterSpace(bytes, at + 1), mode);
      if (at < 0) return -1;
      if (mode === SHELL) mode = HOLE;
      at = afterSpace(bytes, at);
    } while (bytes[at] === COMMA);
    return bytes[at] === CLOSE ? at + 1 : -1;
  }

  /** A list of positions, or the one position of a point. */
  #points(bytes: Uint8Array, at: number, mode: number, single = false): number {
    const { shape } = this;
    let { west, south, east, north } = shape;
    let count = 0;
    let [firstLng, firstLat, lng, lat, area] = [0, 0, 0, 0, 0];
    let [firstAt, firstEnd] = [0, 0];
    let lastAt: number;
    let lastEnd: number;
    let isLong = false;
    if (!single) {
      if (bytes[at] !== OPEN) return -1;
      at = afterSpace(bytes, at + 1);
    }
    for (;;) {
      if (bytes[at] !== OPEN) return -1;
      lastAt = at;
      long[0] = 0;
      at = afterNumber(bytes, afterSpace(bytes, at + 1));
      if (at < 0) return -1;
      const x = read[0]!;
      if (bytes[at] !== COMMA) {
        at = afterSpace(bytes, at);
        if (bytes[at] !== COMMA) return -1;
      }
      at = afterNumber(bytes, afterSpace(bytes, at + 1));
      if (at < 0) return -1;
      const y = read[0]!;
      if (bytes[at] !== CLOSE) {
        at = afterSpace(bytes, at);
        if (bytes[at] === COMMA) {
          at = afterNumber(bytes, afterSpace(bytes, at + 1));
          if (at < 0 || !Number.isFinite(read[0]!)) return -1;
          at = afterSpace(bytes, at);
        }
        if (bytes[at] !== CLOSE) return -1;
      }
      at += 1;
      lastEnd = at;
      if (!(x >= -180 && x <= 180 && y >= -90 && y <= 90)) return -1;
      if (long[0] === 1) {
        isLong = true;
        if (180 - Math.abs(x) < SURE || 90 - Math.abs(y) < SURE) return -1;
      }
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
      if (count === 0) {
        [firstLng, firstLat] = [x, y];
        [firstAt, firstEnd] = [lastAt, lastEnd];
      } else if (mode !== MULTI_POINT) {
        if (Math.abs(x - lng) > SURE_STEP) return -1;
        area += (lng - firstLng) * (y - firstLat) - (x - firstLng) * (lat - firstLat);
      }
      [lng, lat] = [x, y];
      count += 1;
      if (single) break;
      if (bytes[at] !== COMMA) {
        at = afterSpace(bytes, at);
        if (bytes[at] === CLOSE) break;
        if (bytes[at] !== COMMA) return -1;
      }
      at = afterSpace(bytes, at + 1);
    }
    if (mode === LINE && count < 2) return -1;
    if (mode >= SHELL) {
      if (count < 4 || firstLng !== lng || firstLat !== lat) return -1;
      // Numbers that are not exact are equal where they are written alike.
      if (isLong && !sameBytes(bytes, firstAt, firstEnd, lastAt, lastEnd)) return -1;
      if (mode === SHELL ? area < SURE_AREA : area > -SURE_AREA) return -1;
    }
    shape.west = west;
    shape.south = south;
    shape.east = east;
    shape.north = north;
    shape.vertices += count;
    return single ? at : at + 1;
  }
}

function typeOf(bytes: Uint8Array, at: number, end: number): GeometryType | undefined {
  for (const type of TYPES) if (keyIs(bytes, at, end, type.name)) return type;
  return undefined;
}

function sameBytes(bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): boolean {
  if (aEnd - a !== bEnd - b) return false;
  for (let i = 0; i < aEnd - a; i++) if (bytes[a + i] !== bytes[b + i]) return false;
  return true;
}
