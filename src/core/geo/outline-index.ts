import Flatbush from 'flatbush';
import type { MultiPolygon, Polygon } from 'geojson';
import type { LngLat } from '../types';
import { areaBox } from './point-in-area';

/** One straight side of an outline, in degrees. */
export type Side = readonly [x1: number, y1: number, x2: number, y2: number];

const outlines = new WeakMap<Polygon | MultiPolygon, Outline>();

/** The outline of an area of a file (cut at 180 degrees), indexed once: its geometry never changes. */
export function outlineOf(geometry: Polygon | MultiPolygon): Outline {
  let outline = outlines.get(geometry);
  if (!outline) outlines.set(geometry, (outline = new Outline(geometry)));
  return outline;
}

/** The sides of an area's rings in a tree of boxes: a country has thousands, a leg meets few. */
export class Outline {
  readonly box: readonly [west: number, south: number, east: number, north: number];
  readonly #sides: readonly Side[];
  readonly #index: Flatbush;

  constructor(geometry: Polygon | MultiPolygon) {
    this.box = areaBox(geometry);
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    this.#sides = polygons
      .flat()
      .flatMap((ring) =>
        ring.slice(1).map(([x2, y2], i): Side => [ring[i]![0]!, ring[i]![1]!, x2!, y2!]),
      );
    this.#index = new Flatbush(this.#sides.length);
    for (const [x1, y1, x2, y2] of this.#sides)
      this.#index.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
    this.#index.finish();
  }

  /** The sides whose boxes meet that of a leg. */
  sidesNear(a: LngLat, b: LngLat): Side[] {
    const [west, east] = a[0] < b[0] ? [a[0], b[0]] : [b[0], a[0]];
    const [south, north] = a[1] < b[1] ? [a[1], b[1]] : [b[1], a[1]];
    return this.#within(west, south, east, north);
  }

  /** As `isInArea`: even-odd by the sides east of the point, which on a side may fall either way. */
  holds([lng, lat]: LngLat): boolean {
    let inside = false;
    for (const [x1, y1, x2, y2] of this.#within(lng, lat, Infinity, lat))
      if (y1 > lat !== y2 > lat && lng < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1))
        inside = !inside;
    return inside;
  }

  #within(west: number, south: number, east: number, north: number): Side[] {
    return this.#index.search(west, south, east, north).map((i) => this.#sides[i]!);
  }
}
