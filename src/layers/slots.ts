/**
 * The one order of everything that is drawn, from the paper up. Labels come last and in rising rank,
 * because MapLibre places what is later first.
 */
export const SLOTS = [
  'sea',
  'land',
  'regions',
  'relief',
  'own-pictures',
  'graticule',
  'region-borders',
  'border-bands',
  'rivers',
  'lakes',
  'borders',
  'chosen-regions',
  'catchment-fill',
  'own-areas',
  'sea-routes',
  'road-casing',
  'roads',
  'rail-casing',
  'rail-core',
  'linkages',
  'corridors',
  'corridor-casing',
  'corridor-in-hand',
  'way-casing',
  'ways',
  'proximity-casing',
  'proximity',
  'proximity-area',
  'catchment-outline',
  'own-lines',
  'sketch-fill',
  'sketch-casing',
  'sketch-line',
  'hovered-line',
  'selected-line',
  'settlements',
  'nodes',
  'graticule-labels',
  'river-labels',
  'lake-labels',
  'sea-labels',
  'island-labels',
  'country-labels',
  'region-labels',
  'settlement-labels',
  'node-labels',
  'own-labels',
  'ports',
  'crossings',
  'hubs-4',
  'hubs-3',
  'hubs-2',
  'hubs-1',
  'own-points',
  'proximity-points',
  'proximity-corners',
  'hovered-point',
  'selected-point',
  'sketch-point',
  'sketch-labels',
  'sketch-labels-left',
] as const;
export type SlotId = (typeof SLOTS)[number];

const order = new Map<string, number>(SLOTS.map((id, i) => [id, i]));

/**
 * Where a style layer stands in the order, 0 lowest. Several may share a slot, told apart by what
 * follows a colon. Throws on an id that has no slot.
 */
export function slotOf(id: string): number {
  const slot = order.get(id.split(':', 1)[0]!);
  if (slot === undefined) throw new Error(`the style layer "${id}" has no slot in layers/slots.ts`);
  return slot;
}
