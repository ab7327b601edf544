import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { metadataLines, type Metadata } from './metadata';

/**
 * Features as KML 2.2 (OGC 07-147r2). Names and properties are text, never markup: readers that draw
 * a description as HTML get it escaped twice.
 */
export function kmlText({ features }: FeatureCollection, metadata: Metadata): string {
  const { title, sources, assumptions, credits, ...flat } = metadata;
  const about = { ...flat, credits: credits.join('; '), sources, assumptions };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
    element('name', title),
    element('description', escape(metadataLines(metadata).join('\n'))),
    extendedData(about),
    ...features.map(placemark),
    '</Document></kml>',
    '',
  ].join('\n');
}

function placemark({ geometry, properties, id }: Feature): string {
  const row = properties ?? {};
  const name = row.name ?? row.id ?? id ?? '';
  return `<Placemark>${element('name', text(name))}${extendedData(row)}${geometryKml(geometry)}</Placemark>`;
}

const extendedData = (row: Record<string, unknown>): string => {
  const cells = Object.entries(row)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `<Data name="${escape(name)}">${element('value', text(value))}</Data>`);
  return cells.length > 0 ? `<ExtendedData>${cells.join('')}</ExtendedData>` : '';
};

function geometryKml(geometry: Geometry): string {
  const multi = (parts: string[]): string => `<MultiGeometry>${parts.join('')}</MultiGeometry>`;
  switch (geometry.type) {
    case 'Point':
      return point(geometry.coordinates);
    case 'MultiPoint':
      return multi(geometry.coordinates.map(point));
    case 'LineString':
      return line(geometry.coordinates);
    case 'MultiLineString':
      return multi(geometry.coordinates.map(line));
    case 'Polygon':
      return polygon(geometry.coordinates);
    case 'MultiPolygon':
      return multi(geometry.coordinates.map(polygon));
    case 'GeometryCollection':
      return multi(geometry.geometries.map(geometryKml));
  }
}

const point = (position: Position): string => `<Point>${coordinates([position])}</Point>`;
/** On the ground: between two positions a reader draws the great circle. */
const line = (positions: Position[]): string =>
  `<LineString><tessellate>1</tessellate>${coordinates(positions)}</LineString>`;
const ring = (positions: Position[]): string =>
  `<LinearRing>${coordinates(positions)}</LinearRing>`;
const polygon = ([outer, ...holes]: Position[][]): string =>
  `<Polygon><tessellate>1</tessellate><outerBoundaryIs>${ring(outer ?? [])}</outerBoundaryIs>${holes
    .map((hole) => `<innerBoundaryIs>${ring(hole)}</innerBoundaryIs>`)
    .join('')}</Polygon>`;
const coordinates = (positions: Position[]): string =>
  `<coordinates>${positions.map(([lng, lat]) => `${lng},${lat}`).join(' ')}</coordinates>`;

const text = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);

const element = (name: string, content: string): string => `<${name}>${escape(content)}</${name}>`;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What XML cannot hold (control characters) is left out. */
const escape = (content: string): string =>
  content
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(/[&<>"']/g, (char) => ENTITIES[char]!);
