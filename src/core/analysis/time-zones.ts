import { chainagesKm } from '../geo/line-length';
import { pointAtKm } from '../geo/along';
import { wrapLongitude } from '../geo/antimeridian';
import type { CountryCode, LngLat } from '../types';
import { RegionFinder, type PlacedRegion } from './region-finder';

/** The regions and countries that keep one time, all year. */
export interface TimeZone {
  /** Name in the IANA time zone database. */
  zone: string;
  /** Hours ahead of UTC. */
  offsetHours: number;
  /** Region ids, or country codes where the whole country has one time. */
  areas: string[];
  /** Where a region has several: the part on this side of a longitude, degrees. */
  westOf?: number | undefined;
  eastOf?: number | undefined;
}

/** A stretch of a way in one zone. */
export interface ZoneStretch {
  zone: string;
  offsetHours: number;
  fromKm: number;
  toKm: number;
}

/** A piece of a way as it is travelled. */
export interface ZonedLine {
  country: CountryCode;
  /** Its kilometres on the way; spread evenly along the line. */
  km: number;
  line: readonly LngLat[];
}

/** An edge that crosses into another zone is looked at this often. */
const STEP_KM = 2;

/** Which time is kept where. At sea there is none. */
export class TimeZones {
  readonly #zones: readonly TimeZone[];
  readonly #regions: RegionFinder;

  constructor(zones: readonly TimeZone[], regions: readonly PlacedRegion[]) {
    this.#zones = zones;
    this.#regions = new RegionFinder(regions);
  }

  at(country: CountryCode, [lng, lat]: LngLat): TimeZone | undefined {
    const whole = this.#zones.find(({ areas }) => areas.includes(country));
    if (whole) return whole;
    const point: LngLat = [wrapLongitude(lng), lat];
    const region = this.#regions.at(country, point) ?? this.#regions.nearest(country, point);
    // East of 180 degrees lies east of any meridian that parts a region.
    const east = point[0] < 0 ? point[0] + 360 : point[0];
    return this.#zones.find(
      ({ areas, westOf = Infinity, eastOf = -Infinity }) =>
        region !== undefined && areas.includes(region) && east < westOf && east >= eastOf,
    );
  }

  /**
   * The zones along a way, each with the stretch on which it holds: to `STEP_KM` where a line
   * crosses into another, and where both its ends lie in one zone all of it is in that.
   */
  along(lines: readonly ZonedLine[]): ZoneStretch[] {
    const stretches: ZoneStretch[] = [];
    let atKm = 0;
    const add = (zone: TimeZone | undefined, km: number): void => {
      const last = stretches[stretches.length - 1];
      if (zone && last?.zone === zone.zone && last.toKm === atKm) last.toKm += km;
      else if (zone) {
        const { zone: name, offsetHours } = zone;
        stretches.push({ zone: name, offsetHours, fromKm: atKm, toKm: atKm + km });
      }
      atKm += km;
    };
    for (const { country, km, line } of lines) {
      const [first, last] = [line[0]!, line[line.length - 1]!];
      const [start, end] = [this.at(country, first), this.at(country, last)];
      if (start?.zone === end?.zone) {
        add(start, km);
        continue;
      }
      const chainages = chainagesKm(line);
      const lengthKm = chainages[chainages.length - 1]!;
      const steps = Math.max(1, Math.ceil(lengthKm / STEP_KM));
      for (let i = 0; i < steps; i++)
        add(
          this.at(country, pointAtKm(line, (lengthKm * (i + 0.5)) / steps, chainages)),
          km / steps,
        );
    }
    return stretches;
  }
}
