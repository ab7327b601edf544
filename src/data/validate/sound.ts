/**
 * A quick answer to one question: has this feature no defect at all? It builds no message and no
 * path, so that a million good features cost little; those that are not sound go through
 * `checkFeature`, which says why. Both must agree, warnings included: a property test holds them
 * to it.
 */
export function isSound(item: unknown): boolean {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return false;
  const { type, id, properties, geometry } = item as Record<string, unknown>;
  if (type !== 'Feature') return false;
  if (typeof properties !== 'object' || Array.isArray(properties)) return false;
  // Ids are compared with those before them by the caller, who keeps them.
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number') return false;
  return soundGeometry(geometry, 0) && !isNullIsland(geometry);
}

/** The point where longitude and latitude are 0: what programs write when they found no place. */
export function isNullIsland(geometry: unknown): boolean {
  const { type, coordinates } = geometry as { type: unknown; coordinates: unknown };
  return (
    type === 'Point' && Array.isArray(coordinates) && coordinates[0] === 0 && coordinates[1] === 0
  );
}

const MAX_COLLECTIONS = 8;

function soundGeometry(geometry: unknown, depth: number): boolean {
  if (typeof geometry !== 'object' || geometry === null || Array.isArray(geometry)) return false;
  const { type, coordinates, geometries } = geometry as Record<string, unknown>;
  switch (type) {
    case 'Point':
      return soundPosition(coordinates);
    case 'MultiPoint':
      return every(coordinates, soundPosition);
    case 'LineString':
      return soundLine(coordinates);
    case 'MultiLineString':
      return every(coordinates, soundLine);
    case 'Polygon':
      return soundPolygon(coordinates);
    case 'MultiPolygon':
      return every(coordinates, soundPolygon);
    case 'GeometryCollection':
      return (
        depth < MAX_COLLECTIONS && every(geometries, (inner) => soundGeometry(inner, depth + 1))
      );
    default:
      return false;
  }
}

function every(list: unknown, sound: (item: unknown) => boolean): boolean {
  if (!Array.isArray(list) || list.length === 0) return false;
  for (let i = 0; i < list.length; i++) if (!sound(list[i])) return false;
  return true;
}

function soundPosition(position: unknown): boolean {
  if (!Array.isArray(position)) return false;
  const [lng, lat] = position as unknown[];
  return (
    typeof lng === 'number' &&
    typeof lat === 'number' &&
    // NaN fails both comparisons.
    lng >= -180 &&
    lng <= 180 &&
    lat >= -90 &&
    lat <= 90 &&
    (position.length === 2 || (position.length === 3 && Number.isFinite(position[2])))
  );
}

function soundLine(line: unknown): boolean {
  return Array.isArray(line) && line.length >= 2 && every(line, soundPosition) && !jumps(line);
}

function jumps(points: readonly number[][]): boolean {
  for (let i = 1; i < points.length; i++)
    if (Math.abs(points[i]![0]! - points[i - 1]![0]!) > 180) return true;
  return false;
}

function soundPolygon(rings: unknown): boolean {
  if (!Array.isArray(rings) || rings.length === 0) return false;
  for (let i = 0; i < rings.length; i++) if (!soundRing(rings[i], i > 0)) return false;
  return true;
}

function soundRing(ring: unknown, isHole: boolean): boolean {
  if (!Array.isArray(ring) || ring.length < 4 || !every(ring, soundPosition)) return false;
  const points = ring as number[][];
  const [first, last] = [points[0]!, points[points.length - 1]!];
  if (first[0] !== last[0] || first[1] !== last[1] || jumps(points)) return false;
  const area = signedArea(points);
  return isHole ? area < 0 : area > 0;
}

/** Twice the area in degrees, counter-clockwise positive (shoelace, about the first vertex). */
export function signedArea(ring: readonly number[][]): number {
  const [x0, y0] = ring[0] as [number, number];
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    sum += (a[0]! - x0) * (b[1]! - y0) - (b[0]! - x0) * (a[1]! - y0);
  }
  return sum;
}
