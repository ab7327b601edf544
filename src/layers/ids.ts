/** Every layer of the map, in the order of the layer panel: the subject first, the base last. */
export const LAYER_IDS = [
  'corridors',
  'ways',
  'proximity',
  'sketches',
  'catchment',
  'hubs',
  'crossings',
  'ports',
  'railways',
  'roads',
  'sea-routes',
  'linkages',
  'nodes',
  'settlements',
  'regions',
  'borders',
  'countries',
  'water',
  'seas',
  'relief',
  'graticule',
  'land',
] as const;
export type LayerId = (typeof LAYER_IDS)[number];

export const isLayerId = (text: string): text is LayerId =>
  (LAYER_IDS as readonly string[]).includes(text);

/** One feature of one layer: what a click selects and a card shows. */
export interface FeatureRef {
  layer: LayerId;
  id: string;
}
