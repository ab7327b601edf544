import type { FeatureCollection } from 'geojson';
import type { LngLat } from '../core/types';
import { linkEnd } from './scenario-edit';

const PLACES = ['hubs', 'crossings', 'ports', 'nodes'] as const;

/** Where a place stands that a field gives: an id of the network, or `LNG,LAT`. */
export function placeCoordinates(
  place: string,
  layers: Readonly<Partial<Record<string, FeatureCollection>>>,
): LngLat | undefined {
  const end = linkEnd(place);
  if (typeof end !== 'string') return end;
  for (const layer of PLACES) {
    const geometry = layers[layer]?.features.find(({ id }) => id === end)?.geometry;
    if (geometry?.type === 'Point') return geometry.coordinates as LngLat;
  }
  return undefined;
}
