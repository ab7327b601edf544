import type { MultiPolygon, Polygon } from 'geojson';
import { indexLines, type LineIndex } from '../geo/line-index';
import { nearestOnLine } from '../geo/nearest-on-line';
import { areaBox, isInArea } from '../geo/point-in-area';
import type { CountryCode, LngLat } from '../types';

/** A region as it is looked up by place. */
export interface PlacedRegion {
  id: string;
  country: CountryCode;
  geometry: Polygon | MultiPolygon;
}

/** A post stands this near to its region's box, degrees: farther ones need not be measured. */
const NEAR_DEG = 3;

/** In which region of a country something lies. */
export class RegionFinder {
  readonly #regions: { region: PlacedRegion; box: [number, number, number, number] }[];
  readonly #rims = new Map<string, LineIndex>();

  constructor(regions: readonly PlacedRegion[]) {
    this.#regions = regions.map((region) => ({ region, box: areaBox(region.geometry) }));
  }

  /** The region that a point lies in; `hint` is looked at first. */
  at(country: CountryCode, point: LngLat, hint?: string): string | undefined {
    const inside = (region: PlacedRegion): boolean => isInArea(region.geometry, point);
    const last = this.#regions.find(({ region }) => region.id === hint)?.region;
    if (last?.country === country && inside(last)) return last.id;
    return this.#around(country, point, 0).find(inside)?.id;
  }

  /**
   * The region of a country whose border or shore is nearest: what a crossing's post lies in. None
   * where the country's regions are all far.
   */
  nearest(country: CountryCode, point: LngLat): string | undefined {
    let found: string | undefined;
    let leastKm = Infinity;
    for (const region of this.#around(country, point, NEAR_DEG)) {
      const { distanceKm } = nearestOnLine(this.#rim(region), point);
      if (distanceKm < leastKm) [found, leastKm] = [region.id, distanceKm];
    }
    return found;
  }

  #around(country: CountryCode, [lng, lat]: LngLat, marginDeg: number): PlacedRegion[] {
    return this.#regions
      .filter(
        ({ region, box }) =>
          region.country === country &&
          lng >= box[0] - marginDeg &&
          lat >= box[1] - marginDeg &&
          lng <= box[2] + marginDeg &&
          lat <= box[3] + marginDeg,
      )
      .map(({ region }) => region);
  }

  #rim({ id, geometry }: PlacedRegion): LineIndex {
    let rim = this.#rims.get(id);
    if (!rim) {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      rim = indexLines(polygons.flat() as LngLat[][]);
      this.#rims.set(id, rim);
    }
    return rim;
  }
}
