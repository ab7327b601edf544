import type { GenericSchema } from 'valibot';
import { contextProps, linkageProps, regionProps, settlementProps } from './schema/areas';
import { edgeProps } from './schema/edges';
import { crossingProps, hubProps, nodeProps, portProps } from './schema/places';

type GeometryKind = 'point' | 'line' | 'area';

export interface LayerFile {
  /** Name of the file under geodata/, without `.geojson`. */
  id: string;
  geometry: GeometryKind[];
  /** Schema of a feature's properties. */
  props: GenericSchema;
  /** `first`: part of the first map. `later`: loaded when it is needed or when the map is idle. */
  load: 'first' | 'later';
}

const layer = <const Id extends string>(
  id: Id,
  geometry: GeometryKind[],
  props: GenericSchema,
  load: LayerFile['load'],
): LayerFile & { id: Id } => ({ id, geometry, props, load });

/** Every layer of geodata/ that has geometry. */
export const LAYER_FILES = [
  layer('land', ['area'], contextProps, 'first'),
  layer('countries', ['area'], contextProps, 'first'),
  layer('regions', ['area'], regionProps, 'first'),
  layer('borders', ['line'], contextProps, 'first'),
  layer('water', ['line', 'area'], contextProps, 'first'),
  layer('seas', ['point'], contextProps, 'first'),
  layer('hubs', ['point'], hubProps, 'first'),
  layer('ports', ['point'], portProps, 'first'),
  layer('crossings', ['point'], crossingProps, 'first'),
  layer('nodes', ['point'], nodeProps, 'later'),
  layer('railways', ['line'], edgeProps, 'first'),
  layer('roads', ['line'], edgeProps, 'first'),
  layer('sea-routes', ['line'], edgeProps, 'first'),
  layer('linkages', ['line'], linkageProps, 'later'),
  layer('settlements', ['point'], settlementProps, 'later'),
];

/** Which geometry types a kind of geometry allows. */
export const GEOMETRY_TYPES: Record<GeometryKind, readonly string[]> = {
  point: ['Point'],
  line: ['LineString', 'MultiLineString'],
  area: ['Polygon', 'MultiPolygon'],
};
