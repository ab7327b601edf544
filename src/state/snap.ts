import type { FeatureCollection } from 'geojson';
import { edgeLine } from '../core/corridor/corridor-line';
import { nearestOnLine } from '../core/geo/nearest-on-line';
import type { LngLat } from '../core/types';
import type { FeatureRef, LayerId } from '../layers/ids';

const PLACES: readonly LayerId[] = ['hubs', 'crossings', 'ports', 'nodes', 'settlements'];
const LINES: readonly LayerId[] = ['railways', 'roads', 'sea-routes'];

/** A clicked point brought onto what was clicked: a place, or the nearest point of a line. */
export function snapped(
  ref: FeatureRef | undefined,
  at: LngLat,
  layers: Readonly<Partial<Record<string, FeatureCollection>>>,
): LngLat {
  const feature = ref && layers[ref.layer]?.features.find(({ id }) => id === ref.id);
  if (!feature) return at;
  const { geometry } = feature;
  if (PLACES.includes(ref.layer) && geometry.type === 'Point')
    return geometry.coordinates as LngLat;
  const isLine = geometry.type === 'LineString' || geometry.type === 'MultiLineString';
  if (LINES.includes(ref.layer) && isLine)
    return nearestOnLine([edgeLine({ ...feature, geometry })], at).point;
  return at;
}
