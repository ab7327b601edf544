import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { cutLineAt180 } from '../core/geo/antimeridian';
import { cutPolygonsAt180 } from '../core/geo/antimeridian-polygon';
import { geodesicThrough } from '../core/geo/geodesic';
import { measureLine, measureRing } from '../core/analysis/measure';
import type { LngLat } from '../core/types';
import type { Sketch } from './sketch';

/** Chords of an edge then depart from its geodesic by less than 50 m. */
const STEP_KM = 20;

/** Sketches for files: RFC 7946, cut at 180 degrees, edges dense enough to bend. */
export const sketchCollection = (sketches: readonly Sketch[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: sketches.map(sketchFeature),
});

function sketchFeature({ id, name, kind, points }: Sketch): Feature {
  const feature = (geometry: Geometry, figures: object): Feature => ({
    type: 'Feature',
    id,
    properties: { name, ...figures },
    geometry,
  });
  if (kind === 'point') return feature({ type: 'Point', coordinates: points[0]! }, {});
  if (kind === 'line') {
    const parts = cutLineAt180(geodesicThrough(points, STEP_KM));
    const { distanceKm } = measureLine(points);
    return feature(
      parts.length === 1
        ? { type: 'LineString', coordinates: parts[0]! }
        : { type: 'MultiLineString', coordinates: parts },
      { distanceKm },
    );
  }
  const ring: LngLat[] = geodesicThrough([...points, points[0]!], STEP_KM);
  const { areaKm2, distanceKm } = measureRing(points);
  return feature(cutPolygonsAt180([[ring]]), { areaKm2, perimeterKm: distanceKm });
}
