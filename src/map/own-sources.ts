import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { View } from '../data/own/drawing';
import { ownIdOf, ownSource, ownSourceId, type OwnDrawn } from '../layers/own';

/** The sources of own layers: they come and go while the map lives. */

/** Adds what is new and renews what has another drawing; call before the layers are changed. */
export function addOwnSources(
  map: MapLibreMap,
  before: readonly OwnDrawn[],
  after: readonly OwnDrawn[],
): void {
  const old = new Map(before.map((own) => [own.id, own]));
  for (const own of after) {
    const source = map.getSource<GeoJSONSource>(ownSourceId(own.id));
    if (!source) map.addSource(ownSourceId(own.id), ownSource(own));
    else if (old.get(own.id)?.url !== own.url) void source.setData(own.url);
  }
}

/** Removes what is gone; call after the layers are changed. */
export function removeOwnSources(
  map: MapLibreMap,
  before: readonly OwnDrawn[],
  after: readonly OwnDrawn[],
): void {
  const kept = new Set(after.map(({ id }) => id));
  for (const { id } of before)
    if (!kept.has(id) && map.getSource(ownSourceId(id))) map.removeSource(ownSourceId(id));
}

/** An own feature on the map: its layer, and its number in it or, of another host's, its properties. */
export type OwnFound =
  { layer: string; index: number } | { layer: string; properties: Record<string, unknown> };

/** The own feature under a point of the screen. */
export function pickOwn(
  map: MapLibreMap,
  at: { x: number; y: number },
  own: readonly OwnDrawn[],
): OwnFound | undefined {
  const layers = own
    .flatMap(({ id, tiles }) => {
      const shapes = [`own-points:${id}`, `own-lines:${id}`, `own-areas:${id}`];
      return tiles
        ? tiles.layers.flatMap((inTiles) => shapes.map((shape) => `${shape}/${inTiles}`))
        : shapes;
    })
    .filter((id) => map.getLayer(id));
  if (layers.length === 0) return undefined;
  const reach = 4;
  const found = map.queryRenderedFeatures(
    [
      [at.x - reach, at.y - reach],
      [at.x + reach, at.y + reach],
    ],
    { layers },
  );
  for (const { source, properties } of found) {
    const layer = ownIdOf(source);
    if (layer === undefined) continue;
    if (own.some(({ id, tiles }) => id === layer && tiles)) return { layer, properties };
    const told = ofAnotherHost(properties.p);
    if (told) return { layer, properties: told };
    if (typeof properties.i === 'number') return { layer, index: properties.i };
  }
  return undefined;
}

/** A property that is an object may have become text on its way through the map. */
function ofAnotherHost(told: unknown): Record<string, unknown> | undefined {
  const value: unknown = typeof told === 'string' ? JSON.parse(told) : told;
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : undefined;
}

/** Lines of points across the screen that tell what it shows: a projection may bend it. */
const PROBES = 12;
/** Part of the screen's size that is drawn beyond its edge, so that short moves find it drawn. */
const BEYOND = 0.25;

/** The part of the world on the screen, in degrees. */
export function viewOnScreen(map: MapLibreMap): View {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const lngs: number[] = [];
  let [south, north] = [90, -90];
  const centre = map.getCenter();
  for (let i = 0; i <= PROBES; i++)
    for (let j = 0; j <= PROBES; j++) {
      const x = width * ((i / PROBES) * (1 + 2 * BEYOND) - BEYOND);
      const y = height * ((j / PROBES) * (1 + 2 * BEYOND) - BEYOND);
      const { lng, lat } = map.unproject([x, y]);
      if (!Number.isFinite(lng) || !Number.isFinite(lat)) continue;
      lngs.push(centre.lng + ((((lng - centre.lng + 180) % 360) + 360) % 360) - 180);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  const above = map.project(centre);
  const below = map.unproject([above.x, above.y + 1]);
  const degreesPerPixel = Math.max(1e-7, Math.abs(centre.lat - below.lat) || 0.01);
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)];
  // Near the pole all longitudes meet.
  if (!(east - west < 340) || north > 84 || lngs.length === 0)
    return { west: -180, east: 180, south: Math.min(south, 90), north: 90, degreesPerPixel };
  const wrap = (lng: number): number => ((((lng + 180) % 360) + 360) % 360) - 180;
  return { west: wrap(west), east: wrap(east), south, north, degreesPerPixel };
}
