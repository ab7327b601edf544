import type { DrawnLine } from '../core/corridor/drawn-profile';
import type { LngLat } from '../core/types';

/** What a person draws on the map: its edges are geodesics, of an area the last leads back. */
export const SKETCH_KINDS = ['line', 'area', 'point'] as const;
export type SketchKind = (typeof SKETCH_KINDS)[number];

export interface Sketch {
  id: string;
  kind: SketchKind;
  name: string;
  /** Longitudes within 180. */
  points: readonly LngLat[];
}

/** With fewer points a sketch is none yet. */
export const LEAST_POINTS: Record<SketchKind, number> = { point: 1, line: 2, area: 3 };

export const SKETCH_LIMITS = { sketches: 200, points: 500, nameLength: 120 } as const;

export const isWhole = ({ kind, points }: Pick<Sketch, 'kind' | 'points'>): boolean =>
  points.length >= LEAST_POINTS[kind];

/** A sketch as the line that a corridor is made of; none where it is no whole line. */
export const lineOf = (sketch: Sketch | undefined): DrawnLine | undefined =>
  sketch?.kind === 'line' && isWhole(sketch)
    ? {
        id: sketch.id,
        name: sketch.name,
        points: sketch.points.map(([lng, lat]): LngLat => [lng, lat]),
      }
    : undefined;

/** Whether another point can be added. */
export const takesPoint = ({ kind, points }: Sketch): boolean =>
  points.length < (kind === 'point' ? 1 : SKETCH_LIMITS.points);

export const withPoint = (sketch: Sketch, at: number, point: LngLat): Sketch => ({
  ...sketch,
  points: sketch.points.map((old, i) => (i === at ? point : old)),
});

export const withPointBefore = (sketch: Sketch, at: number, point: LngLat): Sketch => ({
  ...sketch,
  points: [...sketch.points.slice(0, at), point, ...sketch.points.slice(at)],
});

export const withoutPoint = (sketch: Sketch, at: number): Sketch => ({
  ...sketch,
  points: sketch.points.filter((_, i) => i !== at),
});

/** The sound ones among documents that the browser kept. */
export function readSketches(documents: readonly unknown[]): Sketch[] {
  return documents
    .flatMap((document) => readSketch(document) ?? [])
    .slice(0, SKETCH_LIMITS.sketches);
}

function readSketch(document: unknown): Sketch | undefined {
  if (typeof document !== 'object' || document === null) return undefined;
  const { id, kind, name, points } = document as Record<string, unknown>;
  const known = SKETCH_KINDS.find((each) => each === kind);
  if (!known || typeof id !== 'string' || typeof name !== 'string') return undefined;
  if (!Array.isArray(points) || points.length > SKETCH_LIMITS.points) return undefined;
  const places = points.filter(isPlace);
  const sketch = { id, kind: known, name: name.slice(0, SKETCH_LIMITS.nameLength), points: places };
  return places.length === points.length && isWhole(sketch) ? sketch : undefined;
}

function isPlace(value: unknown): value is LngLat {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [lng, lat] = value as unknown[];
  return (
    typeof lng === 'number' &&
    typeof lat === 'number' &&
    Math.abs(lng) <= 180 &&
    Math.abs(lat) <= 90
  );
}
