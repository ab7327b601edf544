import type { Feature, Geometry, Position } from 'geojson';
import proj4 from 'proj4';
import { cutPolygonsAt180 } from '../../core/geo/antimeridian-polygon';
import { cutLineAt180, wrapLongitude } from '../../core/geo/antimeridian';
import { fromGcj02 } from '../../core/geo/gcj02';
import type { LngLat } from '../../core/types';
import { signedArea } from '../validate/sound';
import { mapPositions } from './shape';
import type { Repair, RepairKind } from './types';

/** The order in which repairs make sense, whatever order they were asked for in. */
const ORDER: readonly RepairKind[] = [
  'swap-axes',
  'reproject',
  'gcj02',
  'close-rings',
  'cut-180',
  'wind',
  'renew-ids',
];

/** One function that applies all of these repairs to a feature; the feature itself stays as it is. */
export function mend(repairs: readonly Repair[]): (feature: Feature) => Feature {
  const steps = [...repairs]
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
    .map(step);
  return (feature) => steps.reduce((mended, act) => act(mended), feature);
}

const onGeometry =
  (change: (geometry: Geometry) => Geometry) =>
  (feature: Feature): Feature =>
    feature.geometry ? { ...feature, geometry: change(feature.geometry) } : feature;

const onPositions = (change: (position: Position) => Position): ((feature: Feature) => Feature) =>
  onGeometry((geometry) => mapPositions(geometry, change));

function step(repair: Repair): (feature: Feature) => Feature {
  switch (repair.kind) {
    case 'swap-axes':
      return onPositions(([x, y, ...rest]) => [y!, x!, ...rest]);
    case 'reproject': {
      const { forward } = proj4(repair.from, 'WGS84');
      return onPositions(([x, y, ...rest]) => [...forward([x!, y!]), ...rest]);
    }
    case 'gcj02':
      return onPositions(([lng, lat, ...rest]) => [...fromGcj02([lng!, lat!]), ...rest]);
    case 'cut-180':
      return onGeometry(cutAt180);
    case 'close-rings':
      return onGeometry((geometry) => mapRings(geometry, closed));
    case 'wind':
      return onGeometry((geometry) => mapRings(geometry, wound));
    case 'renew-ids':
      return idAsProperty;
  }
}

/** Longitudes brought within 180, and what crosses 180 degrees cut there (RFC 7946, 3.1.9). */
function cutAt180(geometry: Geometry): Geometry {
  const turned = ([lng, ...rest]: Position): Position => [
    Math.abs(lng!) > 180 ? wrapLongitude(lng!) : lng!,
    ...rest,
  ];
  switch (geometry.type) {
    case 'Point':
    case 'MultiPoint':
      return mapPositions(geometry, turned);
    case 'LineString':
      return needsCut(geometry.coordinates) ? lines([geometry.coordinates]) : geometry;
    case 'MultiLineString':
      return geometry.coordinates.some(needsCut) ? lines(geometry.coordinates) : geometry;
    case 'Polygon':
      return geometry.coordinates.some(needsCut)
        ? cutPolygonsAt180([geometry.coordinates as LngLat[][]])
        : geometry;
    case 'MultiPolygon':
      return geometry.coordinates.some((rings) => rings.some(needsCut))
        ? cutPolygonsAt180(geometry.coordinates as LngLat[][][])
        : geometry;
    case 'GeometryCollection':
      return { ...geometry, geometries: geometry.geometries.map(cutAt180) };
  }
}

const needsCut = (points: Position[]): boolean =>
  points.some(
    ([lng], i) => Math.abs(lng!) > 180 || (i > 0 && Math.abs(lng! - points[i - 1]![0]!) > 180),
  );

function lines(parts: Position[][]): Geometry {
  const cut = parts.flatMap((part) => (needsCut(part) ? cutLineAt180(part as LngLat[]) : [part]));
  return cut.length === 1
    ? { type: 'LineString', coordinates: cut[0]! }
    : { type: 'MultiLineString', coordinates: cut };
}

/** Each ring of polygons; `isHole` tells all but the first of a polygon. */
function mapRings(
  geometry: Geometry,
  change: (ring: Position[], isHole: boolean) => Position[],
): Geometry {
  const rings = (polygon: Position[][]): Position[][] =>
    polygon.map((ring, i) => change(ring, i > 0));
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: rings(geometry.coordinates) };
  if (geometry.type === 'MultiPolygon')
    return { ...geometry, coordinates: geometry.coordinates.map(rings) };
  if (geometry.type === 'GeometryCollection')
    return { ...geometry, geometries: geometry.geometries.map((g) => mapRings(g, change)) };
  return geometry;
}

function closed(ring: Position[]): Position[] {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  const isClosed = !first || !last || (first[0] === last[0] && first[1] === last[1]);
  return isClosed ? ring : [...ring, [...first]];
}

function wound(ring: Position[], isHole: boolean): Position[] {
  return ring.length > 0 && signedArea(ring) > 0 === isHole ? [...ring].reverse() : ring;
}

/** The id becomes an ordinary property, where it may stand twice. */
function idAsProperty(feature: Feature): Feature {
  const { id, ...rest } = feature;
  if (id === undefined) return feature;
  const properties = { ...feature.properties };
  if (!Object.hasOwn(properties, 'id')) properties.id = id;
  return { ...rest, properties };
}
