import geographiclib from 'geographiclib-geodesic';
import type { MultiPolygon, Polygon, Position } from 'geojson';

/**
 * Area in km2 on the WGS84 ellipsoid, edges taken as geodesics (Karney 2013, GeographicLib's
 * PolygonArea). Holes count off. Parts cut at 180 degrees add up.
 */
export function areaKm2(geometry: Polygon | MultiPolygon): number {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.reduce(
    (sum, rings) =>
      sum + rings.reduce((area, ring, i) => area + (i === 0 ? 1 : -1) * ringAreaKm2(ring), 0),
    0,
  );
}

function ringAreaKm2(ring: Position[]): number {
  const polygon = geographiclib.Geodesic.WGS84.Polygon(false);
  for (const [lng, lat] of ring.slice(0, -1)) polygon.AddPoint(lat!, lng!);
  return Math.abs(polygon.Compute(false, true).area!) / 1e6;
}
