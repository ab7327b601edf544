import type { Path64 } from 'clipper2-ts';
import type { MultiPolygon, Polygon } from 'geojson';
import { UserError } from '../errors';
import { DEGREE } from '../geo/ellipsoid';
import { cutPolygonsAt180 } from '../geo/antimeridian-polygon';
import { ringFromPlane } from '../geo/outline-rings';
import { pathArea, unionInGroups } from '../geo/plane-union';
import { projectX, projectY, type PolarPlane } from '../geo/polar-plane';
import { simplifyLine } from '../geo/simplify-line';
import { allSteps, partOf, shareDone, type Steps } from '../steps';
import type { LngLat } from '../types';
import type { StrokePlan } from './catchment-steps';
import { strokePaths } from './catchment-stroke';
import { requireCoordinate } from './measure';

/** Largest radius of a catchment, km. */
export const MAX_RADIUS_KM = 2000;

/** Shares of the radius: what the line may be simplified by, what its edges may stray, the grid. */
const SIMPLIFY_SHARE = 0.0018;
const EDGE_SHARE = 0.0003;
const GRID_SHARE = 1e-5;
/** Holes smaller than the square of this share lie within the tolerance of the outline. */
const LEAST_HOLE_SHARE = 1e-3;
/** About how much of the time the strokes take, before they are joined. */
const STROKES_SHARE = 0.1;
/** A polar plane is good to this distance from the other pole. */
const FAR_POLE_MARGIN_DEG = 3;

/**
 * The outline of everything within `radiusKm` of geodesic lines, of points (lines of one vertex) or
 * of borders (their rings), as an RFC 7946 (Multi)Polygon cut at 180 degrees. Its vertices and the
 * middles of its edges lie within 0.25 % of the radius, except on the cut and, where the pole lies
 * inside, on the edge over it.
 *
 * Parallels and arcs are made of geodesics and joined in a plane over the nearer pole, where 180
 * degrees and that pole are places like any other.
 * @throws UserError `bad-radius`, `bad-coordinate`, `empty-line`, `both-poles`
 */
export function catchmentOutline(
  lines: readonly (readonly LngLat[])[],
  radiusKm: number,
): Polygon | MultiPolygon {
  return allSteps(catchmentOutlineSteps(lines, radiusKm));
}

/** The same in steps. */
export function* catchmentOutlineSteps(
  lines: readonly (readonly LngLat[])[],
  radiusKm: number,
): Steps<Polygon | MultiPolygon> {
  requireRadius(radiusKm);
  lines.forEach((line) => line.forEach(requireCoordinate));
  const plane = planeFor(lines, radiusKm);
  const plan: StrokePlan = { plane, radiusKm, unitKm: radiusKm * GRID_SHARE };
  const paths: Path64[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.length === 0) continue;
    paths.push(...strokePaths(simplifyLine(line, SIMPLIFY_SHARE * radiusKm), plan));
    yield shareDone((STROKES_SHARE * (i + 1)) / lines.length);
  }
  const leastHole = (LEAST_HOLE_SHARE / GRID_SHARE) ** 2;
  const united = yield* partOf(STROKES_SHARE, 1, unionInGroups(paths));
  const polygons = united.map(({ outer, holes }) =>
    [outer, ...holes.filter((hole) => -pathArea(hole) > leastHole)].map((path) =>
      ringFromPlane(plane, path, plan.unitKm, EDGE_SHARE * radiusKm),
    ),
  );
  return cutPolygonsAt180(polygons);
}

/** @throws UserError `bad-radius` unless above 0 and at most 2,000 km */
export function requireRadius(radiusKm: number): void {
  if (radiusKm > 0 && radiusKm <= MAX_RADIUS_KM) return;
  throw new UserError(
    'bad-radius',
    `a radius of ${radiusKm} km is out of range: above 0, at most ${MAX_RADIUS_KM} km`,
  );
}

/** The plane over the pole from whose opposite the catchment keeps farther away. */
function planeFor(lines: readonly (readonly LngLat[])[], radiusKm: number): PolarPlane {
  let south = Infinity;
  let north = -Infinity;
  for (const line of lines)
    for (const [, lat] of line) {
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
  if (south > north) throw new UserError('empty-line', 'the line has no point: give one or more');
  const pole = south >= -north ? 1 : -1;
  const farthest = pole === 1 ? -south : north;
  if (farthest + radiusKm / 111 > 90 - FAR_POLE_MARGIN_DEG)
    throw new UserError(
      'both-poles',
      'the line comes near both poles: take a shorter line or a smaller radius',
    );
  return { pole, meridian: meridianAcross(lines, pole) };
}

/**
 * The meridian that turns the plane so that the lines run along y as far as they can: a union sweeps
 * along y, and the fewer edges lie side by side, the less it has to compare (a tenth to a third of the
 * time for a railway along a parallel).
 */
function meridianAcross(lines: readonly (readonly LngLat[])[], pole: 1 | -1): number {
  const plane: PolarPlane = { pole, meridian: 0 };
  const points = lines.flatMap((line) =>
    line.map(([lng, lat]) => [projectX(plane, lng, lat), projectY(plane, lng, lat)] as const),
  );
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  let across = 0;
  let mixed = 0;
  for (const [x, y] of points) {
    across += (x - meanX) ** 2 - (y - meanY) ** 2;
    mixed += (x - meanX) * (y - meanY);
  }
  const longAxisDeg = Math.atan2(2 * mixed, across) / 2 / DEGREE;
  return pole * (longAxisDeg - 90);
}
