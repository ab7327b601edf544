import { Builder } from 'flatbuffers';
import { magicbytes } from 'flatgeobuf/lib/mjs/constants.js';
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { Column } from 'flatgeobuf/lib/mjs/flat-geobuf/column.js';
import { Crs } from 'flatgeobuf/lib/mjs/flat-geobuf/crs.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js';
import { buildFeature } from 'flatgeobuf/lib/mjs/generic/feature.js';
import { inferGeometryType } from 'flatgeobuf/lib/mjs/generic/header.js';
import { parseGC, parseGeometry } from 'flatgeobuf/lib/mjs/geojson/geometry.js';
import type { FeatureCollection } from 'geojson';
import { metadataLines, type Metadata } from './metadata';

const WGS84 = 4326;

interface TypedColumn {
  name: string;
  type: ColumnType;
}

/**
 * Features as FlatGeobuf (flatgeobuf.org), unindexed. The library's own `serialize` takes the columns
 * of the first feature for those of all and has no place for metadata; header and columns are
 * therefore made here, geometry and features by the library.
 */
export function flatGeobuf(
  { features }: FeatureCollection,
  metadata: Metadata,
): Uint8Array<ArrayBuffer> {
  const columns = columnsOf(features.map(({ properties }) => properties ?? {}));
  const geometryType =
    features.length > 0 ? inferGeometryType(features as never) : GeometryType.Unknown;
  const header = { geometryType, columns } as never;
  const parts = [
    magicbytes,
    buildHeader(columns, geometryType, features.length, metadata),
    ...features.map(({ geometry, properties }) =>
      buildFeature(
        geometry.type === 'GeometryCollection'
          ? parseGC(geometry)
          : parseGeometry(geometry as never),
        Object.fromEntries(
          columns.map((column) => [column.name, cell(properties, column)]),
        ) as never,
        header,
      ),
    ),
  ];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** Every property that a feature has; where the types differ between features, as text. */
function columnsOf(rows: readonly Record<string, unknown>[]): TypedColumn[] {
  const types = new Map<string, ColumnType>();
  for (const row of rows)
    for (const [name, value] of Object.entries(row)) {
      if (value === null || value === undefined) continue;
      const type = typeOf(value);
      const known = types.get(name) ?? type;
      types.set(name, known === type ? type : ColumnType.String);
    }
  return [...types].map(([name, type]) => ({ name, type }));
}

function typeOf(value: unknown): ColumnType {
  if (typeof value === 'number') return ColumnType.Double;
  if (typeof value === 'boolean') return ColumnType.Bool;
  return typeof value === 'string' ? ColumnType.String : ColumnType.Json;
}

/** The value of a column as its type wants it; null is left out. */
function cell(row: Record<string, unknown> | null, { name, type }: TypedColumn): unknown {
  const value = row && Object.hasOwn(row, name) ? row[name] : null;
  if (value === null || value === undefined) return null;
  if (type !== ColumnType.String || typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function buildHeader(
  columns: readonly TypedColumn[],
  geometryType: GeometryType,
  count: number,
  metadata: Metadata,
): Uint8Array {
  const builder = new Builder();
  const named = columns.map(({ name, type }) => {
    const nameOffset = builder.createString(name);
    Column.startColumn(builder);
    Column.addName(builder, nameOffset);
    Column.addType(builder, type);
    return Column.endColumn(builder);
  });
  const columnsOffset = Header.createColumnsVector(builder, named);
  const name = builder.createString('northern-vector');
  const title = builder.createString(metadata.title);
  const description = builder.createString(metadataLines(metadata).join('\n'));
  const details = builder.createString(JSON.stringify(metadata));
  Crs.startCrs(builder);
  Crs.addCode(builder, WGS84);
  const crs = Crs.endCrs(builder);
  Header.startHeader(builder);
  Header.addName(builder, name);
  Header.addGeometryType(builder, geometryType);
  Header.addColumns(builder, columnsOffset);
  Header.addFeaturesCount(builder, BigInt(count));
  Header.addIndexNodeSize(builder, 0);
  Header.addCrs(builder, crs);
  Header.addTitle(builder, title);
  Header.addDescription(builder, description);
  Header.addMetadata(builder, details);
  builder.finishSizePrefixed(Header.endHeader(builder));
  return builder.asUint8Array();
}
