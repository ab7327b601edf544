import type { Feature, FeatureCollection, GeoJsonProperties, Geometry } from 'geojson';
import type { LngLat } from '../core/types';

export const collection = (features: Feature[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});

export const feature = (geometry: Geometry, properties: GeoJsonProperties): Feature => ({
  type: 'Feature',
  properties,
  geometry,
});

/** A line in one part or, where it was cut at 180 degrees, in several. */
export function lineFeature(parts: LngLat[][], properties: GeoJsonProperties): Feature {
  return parts.length === 1
    ? feature({ type: 'LineString', coordinates: parts[0]! }, properties)
    : feature({ type: 'MultiLineString', coordinates: parts }, properties);
}
