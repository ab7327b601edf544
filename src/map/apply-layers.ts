import type { FilterSpecification, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';

/**
 * Brings the map's layers from one list to another with the fewest calls: what is gone is removed,
 * what is new is put below the layer that follows it, what stays gets only the values that changed.
 * MapLibre's own style diff would compare the data of every source as well.
 *
 * @returns whether anything had to be changed
 */
export function applyLayers(
  map: MapLibreMap,
  before: readonly LayerSpecification[],
  after: readonly LayerSpecification[],
): boolean {
  const old = new Map(before.map((layer) => [layer.id, layer]));
  const kept = new Set(
    after.filter((layer) => sameKind(old.get(layer.id), layer)).map((l) => l.id),
  );
  let changed = false;
  for (const { id } of before) {
    if (kept.has(id)) continue;
    map.removeLayer(id);
    changed = true;
  }
  for (let i = after.length - 1; i >= 0; i--) {
    const layer = after[i]!;
    if (kept.has(layer.id)) {
      if (update(map, old.get(layer.id)!, layer)) changed = true;
    } else {
      map.addLayer(layer, after[i + 1]?.id);
      changed = true;
    }
  }
  return changed;
}

function sameKind(a: LayerSpecification | undefined, b: LayerSpecification): boolean {
  if (!a || a.type !== b.type) return false;
  return ('source' in a ? a.source : '') === ('source' in b ? b.source : '');
}

type Values = Record<string, unknown>;

function update(map: MapLibreMap, from: LayerSpecification, to: LayerSpecification): boolean {
  const paint = changes(from.paint, to.paint);
  for (const [name, value] of paint) map.setPaintProperty(to.id, name as never, value as never);
  const layout = changes(from.layout, to.layout);
  for (const [name, value] of layout) map.setLayoutProperty(to.id, name as never, value as never);
  const filter = filterOf(to);
  const filtered = !same(filterOf(from), filter);
  if (filtered) map.setFilter(to.id, filter ?? null);
  const ranged = from.minzoom !== to.minzoom || from.maxzoom !== to.maxzoom;
  if (ranged) map.setLayerZoomRange(to.id, to.minzoom ?? 0, to.maxzoom ?? 24);
  return paint.length > 0 || layout.length > 0 || filtered || ranged;
}

const filterOf = (layer: LayerSpecification): FilterSpecification | undefined =>
  'filter' in layer ? layer.filter : undefined;

function changes(from: object = {}, to: object = {}): [string, unknown][] {
  const names = new Set([...Object.keys(from), ...Object.keys(to)]);
  return [...names]
    .filter((name) => !same((from as Values)[name], (to as Values)[name]))
    .map((name) => [name, (to as Values)[name]]);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
