import { distanceKm } from '../geo/geodesic';
import type { CountryCode, LngLat, Name } from '../types';

/** A place of a focal region, or of a country around the pair. */
export interface FocalPlace {
  id: string;
  name: Name;
  country: CountryCode;
  lngLat: LngLat;
}

/** A linkage by what its ends are to the pair. */
export interface FocalLinkage {
  id: string;
  /** For each end: 0 or 1 in the first or second region of the pair, else the country it lies in. */
  ends: [0 | 1 | CountryCode, 0 | 1 | CountryCode];
}

/** One country around a focal pair, as the pair reaches it. */
export interface AroundCountry {
  country: CountryCode;
  /** Linkages that end there and begin in the first, in the second region. */
  linkages: [string[], string[]];
  /** From each region, its hub nearest to a hub of the country, by WGS84 geodesic. */
  nearest: [FocalReach, FocalReach];
}

export interface FocalReach {
  from: FocalPlace;
  to: FocalPlace;
  km: number;
}

export interface FocalPair {
  /** Linkages between the two regions. */
  inside: string[];
  /** Linkages that leave the pair, by the region that they leave. */
  leaving: [string[], string[]];
  /** Nearest first, by the nearer of the two regions. */
  around: AroundCountry[];
}

/**
 * The pattern of the umbrella model: two regions as a focal pair, and how it reaches the countries
 * around, those of the pair included where they go on beyond it. Countries without a place on the
 * map are left out. Both regions must have a place.
 */
export function focalPair(
  places: readonly [readonly FocalPlace[], readonly FocalPlace[]],
  around: readonly FocalPlace[],
  linkages: readonly FocalLinkage[],
): FocalPair {
  const inside = linkages.filter(({ ends: [a, b] }) => a !== b && isFocal(a) && isFocal(b));
  const leaving = ([0, 1] as const).map((region) =>
    linkages.filter(({ ends }) => ends.includes(region) && !ends.every(isFocal)),
  ) as [FocalLinkage[], FocalLinkage[]];
  const countries = [...new Set(around.map(({ country }) => country))];
  return {
    inside: inside.map(({ id }) => id),
    leaving: [ids(leaving[0]), ids(leaving[1])],
    around: countries
      .map((country): AroundCountry => {
        const theirs = around.filter((place) => place.country === country);
        return {
          country,
          linkages: [
            ids(leaving[0].filter(({ ends }) => ends.includes(country))),
            ids(leaving[1].filter(({ ends }) => ends.includes(country))),
          ],
          nearest: [nearest(places[0], theirs), nearest(places[1], theirs)],
        };
      })
      .sort((a, b) => nearerKm(a) - nearerKm(b)),
  };
}

const isFocal = (end: 0 | 1 | CountryCode): boolean => end === 0 || end === 1;
const ids = (linkages: readonly FocalLinkage[]): string[] => linkages.map(({ id }) => id);
const nearerKm = ({ nearest: [a, b] }: AroundCountry): number => Math.min(a.km, b.km);

function nearest(from: readonly FocalPlace[], to: readonly FocalPlace[]): FocalReach {
  let best: FocalReach | undefined;
  for (const a of from)
    for (const b of to) {
      const km = distanceKm(a.lngLat, b.lngLat);
      if (!best || km < best.km) best = { from: a, to: b, km };
    }
  if (!best) throw new Error('a focal region without a place');
  return best;
}
