import type { MultiPolygon, Polygon } from 'geojson';
import { outlineOf, type Outline } from '../geo/outline-index';
import { wrapLongitude } from '../geo/antimeridian';
import { geodesicThrough } from '../geo/geodesic';
import { chainagesKm } from '../geo/line-length';
import type { CountryCode, LngLat } from '../types';

/** A country's land as a file draws it: cut at 180 degrees, edges straight in degrees. */
export interface CountryArea {
  country: CountryCode;
  geometry: Polygon | MultiPolygon;
}

/** A stretch of a line in one country, or at `sea`; km of geodesic from the line's start. */
export interface CountryStretch {
  country: CountryCode;
  fromKm: number;
  toKm: number;
}

/** So short that the geodesic departs from its chord in degrees by a few metres, at 80 north too. */
const LEG_KM = 5;
/** Where two outlines meet a leg is cut twice, but for rounding at the same place. */
const LEAST_SHARE = 1e-9;

/**
 * In which country each part of a line of geodesics lies: cut exactly where it passes an outline.
 * What lies in no area is at sea. Areas must not overlap. `line` may be wrapped or unwrapped.
 */
export function countryStretches(
  line: readonly LngLat[],
  areas: readonly CountryArea[],
): CountryStretch[] {
  const points = geodesicThrough(line, LEG_KM);
  const chainages = chainagesKm(points);
  const outlined = areas.map(({ country, geometry }) => ({
    country,
    outline: outlineOf(geometry),
  }));
  const stretches: CountryStretch[] = [];
  for (let i = 1; i < points.length; i++) {
    // Beside the areas: a leg across 180 degrees lies in two copies of the world.
    const [a, b] = [points[i - 1]!, points[i]!];
    const copies = [...new Set([a[0], b[0]].map((lng) => wrapLongitude(lng) - lng))];
    const near = copies.flatMap((turn) => {
      const [from, to]: LngLat[] = [
        [a[0] + turn, a[1]],
        [b[0] + turn, b[1]],
      ];
      return outlined
        .filter(({ outline }) => meet(outline.box, from!, to!))
        .map((area) => ({ area, from: from!, to: to! }));
    });
    const cuts = near.flatMap(({ area, from, to }) => crossings(area.outline, from, to));
    const shares = [0, ...cuts.sort((x, y) => x - y), 1];
    const legKm = chainages[i]! - chainages[i - 1]!;
    for (let k = 1; k < shares.length; k++) {
      const [start, end] = [shares[k - 1]!, shares[k]!];
      if (end - start < LEAST_SHARE) continue;
      const share = (start + end) / 2;
      const middle: LngLat = [
        wrapLongitude(a[0] + share * (b[0] - a[0])),
        a[1] + share * (b[1] - a[1]),
      ];
      const country = near.find(({ area }) => area.outline.holds(middle))?.area.country ?? 'sea';
      const toKm = chainages[i - 1]! + end * legKm;
      const last = stretches[stretches.length - 1];
      if (last?.country === country) last.toKm = toKm;
      else stretches.push({ country, fromKm: last?.toKm ?? 0, toKm });
    }
  }
  return stretches;
}

/** The kilometres in each country, in the order in which the line comes to them. */
export function kmByCountry(stretches: readonly CountryStretch[]): Record<CountryCode, number> {
  const byCountry: Record<CountryCode, number> = {};
  for (const { country, fromKm, toKm } of stretches)
    byCountry[country] = (byCountry[country] ?? 0) + toKm - fromKm;
  return byCountry;
}

function meet([west, south, east, north]: readonly number[], a: LngLat, b: LngLat): boolean {
  return (
    Math.max(a[0], b[0]) >= west! &&
    Math.min(a[0], b[0]) <= east! &&
    Math.max(a[1], b[1]) >= south! &&
    Math.min(a[1], b[1]) <= north!
  );
}

/** At which shares of a leg it passes an outline. */
function crossings(outline: Outline, a: LngLat, b: LngLat): number[] {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const found: number[] = [];
  for (const [x1, y1, x2, y2] of outline.sidesNear(a, b)) {
    // The side of the leg's line on which each end of the outline's side lies.
    const side1 = dx * (y1 - a[1]) - dy * (x1 - a[0]);
    const side2 = dx * (y2 - a[1]) - dy * (x2 - a[0]);
    if (side1 > 0 === side2 > 0) continue;
    const share = side1 / (side1 - side2);
    const x = x1 + share * (x2 - x1);
    const y = y1 + share * (y2 - y1);
    const along = (dx * (x - a[0]) + dy * (y - a[1])) / (dx * dx + dy * dy);
    if (along > 0 && along < 1) found.push(along);
  }
  return found;
}
