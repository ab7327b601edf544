import type { FeatureCollection } from 'geojson';
import type { MapSource } from '../print/ground';
import { mapLayers, mapSources } from './style';
import type { MapData, MapState } from './types';

/**
 * The screen's style as paper draws it; what the pointer is over is not printed.
 *
 * @param own features of the sources that the screen draws from an address
 */
export function paperSource(
  state: MapState,
  data: MapData,
  own: Readonly<Record<string, FeatureCollection>> = {},
): MapSource {
  const still = { ...state, highlights: { ...state.highlights, hovered: undefined } };
  const sources = mapSources(still, data);
  return {
    projection: state.projection,
    layers: mapLayers(still),
    features: (id) => {
      if (Object.hasOwn(own, id)) return own[id];
      const source = sources[id];
      if (source?.type !== 'geojson' || typeof source.data !== 'object') return undefined;
      const held = source.data as FeatureCollection | FeatureCollection['features'][0];
      return held.type === 'Feature' ? { type: 'FeatureCollection', features: [held] } : held;
    },
  };
}
