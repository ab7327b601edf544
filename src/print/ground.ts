import { geoPath, type GeoProjection } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry, Polygon, Position } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import type { ProjectionId } from '../core/projections';
import { solid, within, type Box, type Shape } from './shapes';
import { StyleValues } from './style-values';

/** What the map is drawn from, as the screen's style holds it. */
export interface MapSource {
  layers: readonly LayerSpecification[];
  /** Features of each source by its id. */
  features: (source: string) => FeatureCollection | undefined;
  projection: ProjectionId;
}

export interface DrawnAt {
  projection: GeoProjection;
  /** The zoom that the style is evaluated at. */
  zoom: number;
  /** Points of a style pixel. */
  pixel: number;
  /** What lies outside of it is not seen. */
  frame: Box;
}

/** Areas, lines and dots of the map in the order of the style. */
export function drawGround(source: MapSource, at: DrawnAt): Shape[] {
  return source.layers.flatMap((layer): Shape[] => {
    const values = new StyleValues(layer, at.zoom);
    if (!values.drawn || !('source' in layer)) return [];
    const features = source.features(layer.source)?.features ?? [];
    switch (layer.type) {
      case 'fill':
        return inOrder(features, values, undefined).flatMap((each) => fill(each, values, at));
      case 'line':
        return inOrder(features, values, 'line-sort-key').flatMap((each) => line(each, values, at));
      case 'circle':
        return inOrder(features, values, undefined).flatMap((each) => circle(each, values, at));
      default:
        return [];
    }
  });
}

/** The features that a layer takes, those with the lowest sort key first. */
export function inOrder(
  features: readonly Feature[],
  values: StyleValues,
  sortKey: string | undefined,
): Feature[] {
  const taken = features.filter((feature) => values.takes(feature));
  if (!sortKey) return taken;
  const keyed = taken.map((feature) => ({ feature, key: values.number(sortKey, feature) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ feature }) => feature);
}

function fill(feature: Feature, values: StyleValues, { projection, pixel }: DrawnAt): Shape[] {
  const geometry = rewound(feature.geometry);
  const d = geometry && path(projection, geometry);
  const color = values.color('fill-color', feature);
  if (!d || !color) return [];
  const opacity = values.number('fill-opacity', feature);
  const outline = values.color('fill-outline-color', feature);
  return [
    {
      kind: 'path',
      d,
      layer: values.layer.id,
      fill: solid(color.color, color.opacity * opacity),
      ...(outline && outline.color !== color.color
        ? { stroke: solid(outline.color, outline.opacity * opacity), width: 0.5 * pixel }
        : {}),
      join: 'round',
    },
  ];
}

function line(feature: Feature, values: StyleValues, { projection, pixel }: DrawnAt): Shape[] {
  const geometry = edges(feature.geometry);
  const d = geometry && path(projection, geometry);
  const color = values.color('line-color', feature);
  const width = values.number('line-width', feature) * pixel;
  if (!d || !color || width <= 0) return [];
  const dash = values.list<number>('line-dasharray', feature);
  return [
    {
      kind: 'path',
      d,
      layer: values.layer.id,
      stroke: solid(color.color, color.opacity * values.number('line-opacity', feature)),
      width,
      cap: values.text('line-cap', feature) as 'butt',
      join: values.text('line-join', feature) as 'round',
      ...(dash?.some((part, i) => i % 2 === 1 && part > 0)
        ? { dash: dash.map((part) => part * width) }
        : {}),
    },
  ];
}

function circle(
  feature: Feature,
  values: StyleValues,
  { projection, pixel, frame }: DrawnAt,
): Shape[] {
  if (feature.geometry.type !== 'Point') return [];
  const point = visiblePoint(projection, feature.geometry.coordinates);
  const color = values.color('circle-color', feature);
  if (!point || !color) return [];
  const r = values.number('circle-radius', feature) * pixel;
  // A dot is drawn whole or not at all.
  if (!within({ x: point[0] - r, y: point[1] - r, width: 2 * r, height: 2 * r }, frame)) return [];
  const stroke = values.color('circle-stroke-color', feature);
  const width = values.number('circle-stroke-width', feature) * pixel;
  return [
    {
      kind: 'path',
      d: circlePath(point[0], point[1], r),
      layer: values.layer.id,
      ...(color.opacity > 0
        ? { fill: solid(color.color, color.opacity * values.number('circle-opacity', feature)) }
        : {}),
      ...(stroke && width > 0
        ? {
            stroke: solid(stroke.color, values.number('circle-stroke-opacity', feature)),
            width,
          }
        : {}),
    },
  ];
}

const fixed = (value: number): string => String(Math.round(value * 100) / 100);

export const circlePath = (x: number, y: number, r: number): string =>
  `M${fixed(x - r)} ${fixed(y)}a${fixed(r)} ${fixed(r)} 0 1 0 ${fixed(2 * r)} 0a${fixed(r)} ${fixed(r)} 0 1 0 ${fixed(-2 * r)} 0z`;

/** Path data of a geometry, clipped with a margin around the frame; null when none of it is there. */
export const path = (
  projection: GeoProjection,
  geometry: Geometry | { type: 'Sphere' },
): string | null => geoPath(projection).digits(2)(geometry);

/** Where a point lies on the page; null behind the horizon. */
export function visiblePoint(
  projection: GeoProjection,
  position: Position,
): [number, number] | null {
  let seen = false;
  // A stream clips as paths do, which calling the projection does not.
  projection
    .stream({
      point: () => (seen = true),
      lineStart: () => undefined,
      lineEnd: () => undefined,
      polygonStart: () => undefined,
      polygonEnd: () => undefined,
    })
    .point(position[0]!, position[1]!);
  return seen ? projection([position[0]!, position[1]!]) : null;
}

/** d3-geo winds the other way than RFC 7946: rings turned over, or null for what is no area. */
export function rewound(geometry: Geometry): Geometry | null {
  const turn = (polygon: Position[][]): Position[][] => polygon.map((ring) => [...ring].reverse());
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: turn(geometry.coordinates) };
  if (geometry.type === 'MultiPolygon')
    return { ...geometry, coordinates: geometry.coordinates.map(turn) };
  return null;
}

/** The lines of a geometry: of an area its rings. */
export function edges(geometry: Geometry): Geometry | null {
  if (geometry.type === 'LineString' || geometry.type === 'MultiLineString') return geometry;
  if (geometry.type === 'Polygon')
    return { type: 'MultiLineString', coordinates: (geometry as Polygon).coordinates };
  if (geometry.type === 'MultiPolygon')
    return { type: 'MultiLineString', coordinates: geometry.coordinates.flat() };
  return null;
}
