import type { Feature, Position } from 'geojson';
import type { LngLat } from '../core/types';

/** Every position of some features, for framing them. */
export function pointsOf(features: readonly Feature[]): LngLat[] {
  const points: LngLat[] = [];
  const collect = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] === 'number') points.push([value[0], (value as Position)[1]!]);
    else value.forEach(collect);
  };
  for (const { geometry } of features)
    if (geometry && geometry.type !== 'GeometryCollection') collect(geometry.coordinates);
  return points;
}
