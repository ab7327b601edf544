import type { Feature, FeatureCollection } from 'geojson';
import { LAYERS } from '../layers';
import type { LayerId } from '../layers/ids';
import { labelPoint } from './label-points';

const cache = new WeakMap<FeatureCollection, FeatureCollection>();

/**
 * A layer as MapLibre gets it: only the flat properties that drawing needs, and one point for the
 * name of each named area (`label: true`). Geometry comes joined over 180 degrees already, so that no
 * seam shows in any projection. The same data gives the same object.
 */
export function drawData(layer: LayerId, data: FeatureCollection): FeatureCollection {
  const known = cache.get(data);
  if (known) return known;
  const { draw } = LAYERS[layer];
  const features: Feature[] = [];
  for (const feature of data.features) {
    const properties = draw?.(feature);
    if (!properties) continue;
    const drawn: Feature = {
      type: 'Feature',
      properties: { id: String(feature.id), ...properties },
      geometry: feature.geometry,
    };
    features.push(drawn);
    const label = 'n-en' in properties ? labelPoint(drawn) : null;
    if (label) features.push(label);
  }
  const drawn: FeatureCollection = { type: 'FeatureCollection', features };
  cache.set(data, drawn);
  return drawn;
}
