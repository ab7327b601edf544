import type { Feature, FeatureCollection } from 'geojson';
import { LAYERS } from '../layers';
import type { LayerId } from '../layers/ids';
import { labelLine, labelPoint } from './label-places';

const cache = new WeakMap<FeatureCollection, FeatureCollection>();

/**
 * A layer as MapLibre gets it: only the flat properties that drawing needs, and one point for the
 * name of each named area, or smooth lines for that of a line (`label: true`). Geometry comes joined
 * over 180 degrees already, so that no seam shows in any projection. The same data gives the same
 * object.
 */
export function drawData(layer: LayerId, data: FeatureCollection): FeatureCollection {
  const known = cache.get(data);
  if (known) return known;
  const { draw, namesAlongKm = [] } = LAYERS[layer];
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
    if (!('n-en' in properties)) continue;
    const labels = [labelPoint(drawn), ...namesAlongKm.map((km) => labelLine(drawn, km))];
    features.push(...labels.filter((label) => label !== null));
  }
  const drawn: FeatureCollection = { type: 'FeatureCollection', features };
  cache.set(data, drawn);
  return drawn;
}
