import type { Feature } from 'geojson';
import { UserError } from '../core/errors';
import type { LngLat } from '../core/types';
import { checkGeoJson } from '../data/validate/geojson';

/** The good features of a GeoJSON text. @throws UserError `not-json`, `bad-geojson` */
export function readGeoJson(text: string, name: string): Feature[] {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new UserError(
      'not-json',
      `${name} is not JSON (${(cause as Error).message}); GeoJSON is needed`,
    );
  }
  const { good, issues } = checkGeoJson(value);
  const first = issues.find((issue) => issue.severity === 'error');
  if (first)
    throw new UserError(
      'bad-geojson',
      `${name}: ${first.place}: ${first.message}; right would be ${first.fix} ("nv validate ${name}" lists everything)`,
    );
  return good;
}

/** Lines, points (as lines of one point) and outlines of areas. @throws UserError `no-lines` */
export function linesOf(features: readonly Feature[], name: string): LngLat[][] {
  const lines: LngLat[][] = [];
  const collect = (geometry: Feature['geometry']): void => {
    switch (geometry?.type) {
      case 'Point':
        lines.push([geometry.coordinates as LngLat]);
        break;
      case 'MultiPoint':
        lines.push(...geometry.coordinates.map((point) => [point as LngLat]));
        break;
      case 'LineString':
        lines.push(geometry.coordinates as LngLat[]);
        break;
      case 'MultiLineString':
      case 'Polygon':
        lines.push(...(geometry.coordinates as LngLat[][]));
        break;
      case 'MultiPolygon':
        lines.push(...(geometry.coordinates.flat() as LngLat[][]));
        break;
      case 'GeometryCollection':
        geometry.geometries.forEach(collect);
    }
  };
  for (const feature of features) collect(feature.geometry);
  if (lines.length === 0)
    throw new UserError(
      'no-lines',
      `${name} holds no lines, points or areas; a catchment needs at least one`,
    );
  return lines;
}
