import type { Feature, LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import type { FullName, GeometryGrade, LngLat, Source } from '../../../src/core/types';
import { list, number, readTable, text } from '../lib/csv';
import type { Row } from '../lib/csv';
import { neWater, tracedRivers } from '../lib/extracts';
import type { WaterPart } from '../lib/extracts';
import { source } from '../lib/sources';
import { stretch } from '../lib/stretch';
import { sharedBorder } from '../lib/topology';
import { wound } from '../lib/winding';
import { feature } from '../lib/write';
import { fullName } from './hubs';

export interface WaterProps {
  id: string;
  kind: 'river' | 'lake';
  /** Absent where the source has no name and none could be told. */
  name?: FullName;
  /** 1 great, 2 large, 3 lesser. */
  rank: number;
  /** Absent on rivers traced through World Data Bank II. */
  geometryGrade?: GeometryGrade;
  sources: Source[];
  positionErrorKm: number;
}
export type WaterFeature = Feature<
  LineString | MultiLineString | Polygon | MultiPolygon,
  WaterProps
>;

/** Natural Earth's 50m grid in Marble is 1/120 degree; its lines run up to about 5 km beside. */
const NE_50M = { geometryGrade: 'natural-earth-50m', positionErrorKm: 5 } as const;
/** World Data Bank II was drawn at about 1:3 million. */
const WDB2 = { positionErrorKm: 6 } as const;
const NE_10M = { geometryGrade: 'natural-earth-10m', positionErrorKm: 2 } as const;
const UNNAMED_RANK = 3;

/** Rivers and lakes: Natural Earth's shapes, named by curated/waters.csv. */
export function buildWater(): WaterFeature[] {
  const rows = readTable('waters.csv');
  const named = (kind: string): Row[] => rows.filter((row) => row.kind === kind);
  const spoken = new Set(
    rows.flatMap((row) => list(row, 'parts').map((part) => kindOf(row) + part.split(':')[0]!)),
  );
  const rivers = neWater('ne-rivers');
  const lakes = neWater('ne-lakes');
  return [
    ...named('river').map((row) => river(row, rivers)),
    ...named('lake').map((row) => lake(row, lakes)),
    ...unnamed(rivers, 'river', spoken),
    ...unnamed(lakes, 'lake', spoken),
  ];
}

/** Rows of kind `left-out-river` and `left-out-lake` speak of a water so that it is not drawn. */
const kindOf = (row: Row): string => row.kind!.replace('left-out-', '');

function river(row: Row, parts: WaterPart[]): WaterFeature {
  const border = row.border ? borderStretch(row.border) : undefined;
  const lines = list(row, 'parts').flatMap((part) => partLines(part, parts));
  const traced = tracedRivers().get(text(row, 'id')) ?? [];
  const all = [...(border ? [border] : []), ...lines, ...traced];
  if (all.length === 0) throw new Error(`waters.csv: no line for ${row.id}`);
  return feature(lineGeometry(all), {
    id: text(row, 'id'),
    kind: 'river',
    name: fullName(row),
    rank: number(row, 'rank'),
    ...(traced.length > 0 ? WDB2 : lines.length > 0 ? NE_50M : NE_10M),
    sources: [
      ...(border ? [source('ne-admin1')] : []),
      ...(lines.length > 0 ? [source('ne-rivers-50m')] : []),
      ...(traced.length > 0 ? [source('wdb2-rivers')] : []),
      source('atlas-names'),
    ],
  });
}

/** `113`, or `113:lng lat:lng lat` for the stretch between two points. */
function partLines(spec: string, parts: WaterPart[]): LngLat[][] {
  const [id, from, to] = spec.split(':');
  const lines = parts.filter((part) => part.id === Number(id)).map((part) => part.points);
  if (lines.length === 0) throw new Error(`waters.csv: the extract has no part ${id}`);
  return from && to ? [stretch(lines, lngLat(from), lngLat(to))] : lines;
}

/** `CN RU lng lat lng lat`: two countries and two points on their border. */
function borderStretch(spec: string): LngLat[] {
  const [one, other, ...numbers] = spec.split(' ');
  const border = sharedBorder(
    (unit) => unit.country === one,
    (unit) => unit.country === other,
  );
  const lines = border.coordinates as LngLat[][];
  const [lng1, lat1, lng2, lat2] = numbers.map(Number);
  return stretch(lines, [lng1!, lat1!], [lng2!, lat2!]);
}

function lake(row: Row, parts: WaterPart[]): WaterFeature {
  const ids = new Set(list(row, 'parts').map(Number));
  return feature(areaGeometry(parts.filter((part) => ids.has(part.id))), {
    id: text(row, 'id'),
    kind: 'lake',
    name: fullName(row),
    rank: number(row, 'rank'),
    ...NE_50M,
    sources: [source('ne-lakes-50m'), source('atlas-names')],
  });
}

/** Waters that curated/waters.csv does not speak of: drawn, without an invented name. */
function unnamed(parts: WaterPart[], kind: 'river' | 'lake', spoken: Set<string>): WaterFeature[] {
  const ids = [...new Set(parts.map((part) => part.id))].filter((id) => !spoken.has(kind + id));
  return ids.map((id) => {
    const own = parts.filter((part) => part.id === id);
    const geometry =
      kind === 'lake' ? areaGeometry(own) : lineGeometry(own.map((part) => part.points));
    return feature(geometry, {
      id: `${kind}-${id}`,
      kind,
      rank: UNNAMED_RANK,
      ...NE_50M,
      sources: [source(kind === 'lake' ? 'ne-lakes-50m' : 'ne-rivers-50m')],
    });
  });
}

function lineGeometry(lines: LngLat[][]): LineString | MultiLineString {
  return lines.length === 1
    ? { type: 'LineString', coordinates: lines[0]! }
    : { type: 'MultiLineString', coordinates: lines };
}

/** Outer rings counter-clockwise; inner rings belong to the outer one before them. */
function areaGeometry(parts: WaterPart[]): Polygon | MultiPolygon {
  const polygons: LngLat[][][] = [];
  for (const { kind, points } of parts) {
    const ring = wound(closed(points), kind === 'outer');
    if (kind === 'outer') polygons.push([ring]);
    else polygons.at(-1)!.push(ring);
  }
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons };
}

function closed(points: LngLat[]): LngLat[] {
  const [first, last] = [points[0]!, points.at(-1)!];
  return first[0] === last[0] && first[1] === last[1] ? points : [...points, first];
}

function lngLat(pair: string): LngLat {
  const [lng, lat] = pair.split(' ').map(Number);
  return [lng!, lat!];
}
