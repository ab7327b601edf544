import type { Feature, Polygon, Position } from 'geojson';

/**
 * The part of the world that is mapped: Rotterdam, Suez, Malacca and Bering lie in it. Beyond it a
 * planar projection smears, and the paper is left bare.
 */
export const MAP_WINDOW = { west: -12, east: 195, south: -5, north: 90 } as const;

/** The window with a point each degree, so that its edges bend as the projection does. */
export function windowPolygon(): Feature<Polygon> {
  const { west, east, south, north } = MAP_WINDOW;
  const ring: Position[] = [];
  for (let lng = west; lng < east; lng++) ring.push([lng, south]);
  for (let lat = south; lat < north; lat++) ring.push([east, lat]);
  for (let lng = east; lng > west; lng--) ring.push([lng, north]);
  for (let lat = north; lat >= south; lat--) ring.push([west, lat]);
  return {
    type: 'Feature',
    properties: { id: 'window' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}
