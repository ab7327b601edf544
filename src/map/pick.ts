import type { Map as MapLibreMap, PointLike } from 'maplibre-gl';
import { isLayerId, LAYER_IDS } from '../layers/ids';
import type { FeatureRef, MapState } from './types';
import { clickableLayers } from './style';

/** Pixels around the pointer in which a point or a thin line still counts as hit. */
const REACH_PX = 5;

/** The feature under a point of the screen, the subject before the base. */
export function pick(
  map: MapLibreMap,
  at: { x: number; y: number },
  state: MapState,
): FeatureRef | undefined {
  const layers = clickableLayers(state).filter((id) => map.getLayer(id));
  const near: [PointLike, PointLike] = [
    [at.x - REACH_PX, at.y - REACH_PX],
    [at.x + REACH_PX, at.y + REACH_PX],
  ];
  const found = map.queryRenderedFeatures(near, { layers });
  const here = new Map<string, FeatureRef>();
  for (const { source, properties } of found)
    if (isLayerId(source) && properties.id !== undefined && !here.has(source))
      here.set(source, { layer: source, id: String(properties.id) });
  // A region is hit only where the pointer is, not where its neighbour is near.
  const region = map
    .queryRenderedFeatures([at.x, at.y], { layers: layers.filter((id) => id === 'regions') })
    .at(0)?.properties.id as string | undefined;
  if (region) here.set('regions', { layer: 'regions', id: region });
  const order = ['hubs', 'crossings', 'ports', 'nodes', 'settlements'] as const;
  for (const id of [...order, ...LAYER_IDS]) {
    const ref = here.get(id);
    if (ref) return ref;
  }
  return undefined;
}
