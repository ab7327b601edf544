import type { Issue } from '../../core/errors';
import { error, quote, warning, type Report } from './issue';
import { checkPosition } from './position';
import { signedArea } from './sound';

/** Deepest nesting of geometry collections that is read. */
const MAX_DEPTH = 8;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How many levels of arrays stand around a position. */
const NESTING: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/** Checks one geometry against RFC 7946 and reports every defect with its path. */
export function checkGeometry(geometry: unknown, place: string, report: Report, depth = 0): void {
  if (!isObject(geometry)) {
    report(
      error(
        'geometry-not-object',
        place,
        'the geometry is not an object',
        'an object with type and coordinates',
      ),
    );
    return;
  }
  const type = geometry.type;
  if (type === 'GeometryCollection') {
    if (depth >= MAX_DEPTH) {
      report(
        error(
          'nested-too-deep',
          place,
          `geometry collections are nested deeper than ${MAX_DEPTH}`,
          'flatten the collections',
        ),
      );
    } else if (!Array.isArray(geometry.geometries)) {
      report(
        error(
          'coordinates-missing',
          place,
          'a GeometryCollection without geometries',
          'an array of geometries',
        ),
      );
    } else if (geometry.geometries.length === 0) {
      report(empty(place));
    } else {
      geometry.geometries.forEach((inner, i) =>
        checkGeometry(inner, `${place}.geometries[${i}]`, report, depth + 1),
      );
    }
    return;
  }
  if (typeof type !== 'string' || !Object.hasOwn(NESTING, type)) {
    report(
      error(
        'geometry-type-unknown',
        `${place}.type`,
        `${quote(type)} is no geometry type of GeoJSON`,
        Object.keys(NESTING).join(', '),
      ),
    );
    return;
  }
  walk(geometry.coordinates, NESTING[type]!, type, `${place}.coordinates`, report);
}

function walk(value: unknown, levels: number, type: string, place: string, report: Report): void {
  if (levels === 0) {
    checkPosition(value, place, report);
    return;
  }
  if (!Array.isArray(value)) {
    report(
      error(
        'coordinates-missing',
        place,
        `${quote(value)} stands where an array is needed`,
        `coordinates nested as a ${type} needs them`,
      ),
    );
    return;
  }
  if (value.length === 0 && !(levels === 1 && /^(Multi)?(Polygon|LineString)$/.test(type))) {
    report(empty(place));
    return;
  }
  const isRing = levels === 1 && type.endsWith('Polygon');
  const isLine = levels === 1 && type.endsWith('LineString');
  const before = count(report);
  value.forEach((inner, i) => walk(inner, levels - 1, type, `${place}[${i}]`, before.report));
  // What follows reads positions: it is only asked when all of them are sound.
  if (before.seen() > 0 || !(isRing || isLine)) return;
  const points = value as [number, number][];
  if (isLine && points.length < 2)
    report(
      error(
        'line-too-short',
        place,
        `a line of ${points.length} position`,
        'two positions or more',
      ),
    );
  const jump = jumpIn(points);
  if (isRing) checkRing(points, place, jump < 0, report);
  if (jump > 0) reportJump(points, jump, place, report);
}

/** A ring that jumps over 180 degrees winds as it is drawn, not as its numbers say. */
function checkRing(
  ring: [number, number][],
  place: string,
  windsAsWritten: boolean,
  report: Report,
): void {
  const first = ring[0];
  const last = ring[ring.length - 1];
  if (ring.length < 4 || !first || !last) {
    report(
      error(
        'ring-too-short',
        place,
        `a ring of ${ring.length} positions`,
        'four positions or more',
      ),
    );
    return;
  }
  if (first[0] !== last[0] || first[1] !== last[1]) {
    report(
      error(
        'ring-not-closed',
        place,
        'the last position differs from the first',
        'repeat the first position at the end',
      ),
    );
    return;
  }
  if (!windsAsWritten) return;
  const isHole = !place.endsWith('[0]');
  const area = signedArea(ring);
  if (area === 0)
    report(warning('ring-without-area', place, 'the ring encloses nothing', 'remove it'));
  else if (area > 0 === isHole)
    report(
      warning(
        'winding',
        place,
        `${isHole ? 'a hole' : 'an outer ring'} winds the wrong way`,
        isHole ? 'clockwise' : 'counter-clockwise',
      ),
    );
}

/** Where neighbours lie more than half a turn apart: the line crosses 180 degrees uncut. Else -1. */
function jumpIn(points: [number, number][]): number {
  return points.findIndex(([lng], i) => i > 0 && Math.abs(lng - points[i - 1]![0]) > 180);
}

function reportJump(points: [number, number][], i: number, place: string, report: Report): void {
  report(
    error(
      'crosses-180',
      `${place}[${i}]`,
      `from ${points[i - 1]![0]} to ${points[i]![0]} degrees in one step`,
      'cut the geometry at 180 degrees (RFC 7946, 3.1.9)',
    ),
  );
}

const empty = (place: string): Issue =>
  warning('geometry-empty', place, 'a geometry without positions', 'leave the feature out');

/** A report that also counts errors. */
function count(report: Report): { report: Report; seen: () => number } {
  let errors = 0;
  return {
    report: (issue) => {
      if (issue.severity === 'error') errors += 1;
      report(issue);
    },
    seen: () => errors,
  };
}
