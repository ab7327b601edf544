import { feature, mergeArcs, mesh } from 'topojson-client';
import type { MultiLineString, MultiPolygon, Polygon } from 'geojson';
import type {
  GeometryCollection,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
  Topology,
} from 'topojson-specification';
import { readExtract, readTsv } from './extracts';
import { joinLines } from './join-lines';
import { wound } from './winding';

interface UnitProps {
  /** ISO 3166-2 code, or Natural Earth's country code where units are not kept apart. */
  unit: string;
  /** Natural Earth's three-letter code of the country, de facto. */
  country: string;
  /** Which side of 180 degrees: `east` lies at longitudes 180 to 195 in the topology. */
  half: 'west' | 'east';
}
type UnitObject = TopoPolygon<UnitProps> | TopoMultiPolygon<UnitProps>;

/** An admin-1 unit, or what of it lies on one side of 180 degrees. */
export interface Unit extends Omit<UnitProps, 'country'> {
  /** ISO 3166-1 code of the country. Hong Kong and Macao are drawn with China. */
  country: string;
  object: UnitObject;
}

type UnitTopology = Topology<{ units: GeometryCollection<UnitProps> }>;

let topology: UnitTopology | undefined;
let units: Unit[] | undefined;

const theTopology = (): UnitTopology =>
  (topology ??= JSON.parse(readExtract('admin1.topo.json')) as UnitTopology);

/** Every unit of the topology of areas, from which regions, countries, land and borders are made. */
export function allUnits(): Unit[] {
  if (!units) {
    const iso = new Map(readTsv('country-names.tsv').map((row) => [row.area!, row.iso!] as const));
    const partOfChina = new Set(['HK', 'MO']);
    units = (theTopology().objects.units.geometries as UnitObject[]).map((object) => {
      const { unit, country, half } = object.properties!;
      const code = iso.get(country);
      if (!code) throw new Error(`no ISO code for area "${country}"`);
      return { unit, country: partOfChina.has(code) ? 'CN' : code, half, object };
    });
  }
  return units;
}

/** The units of the topology by unit code, or by country. */
export function unitsBy(key: 'unit' | 'country'): Map<string, Unit[]> {
  const groups = new Map<string, Unit[]>();
  for (const unit of allUnits()) {
    const group = groups.get(unit[key]);
    if (group) group.push(unit);
    else groups.set(unit[key], [unit]);
  }
  return groups;
}

/**
 * The area that units cover together, as RFC 7946 wants it: cut at exactly 180 degrees, outer rings
 * counter-clockwise. Inner borders vanish, outer ones keep their vertices.
 */
export function mergedArea(parts: Unit[]): Polygon | MultiPolygon {
  const polygons = (['west', 'east'] as const).flatMap((half) => {
    const objects = parts.filter((part) => part.half === half).map((part) => part.object);
    if (objects.length === 0) return [];
    const merged = feature(theTopology(), mergeArcs(theTopology(), objects)).geometry;
    const turn = half === 'east' ? -360 : 0;
    return (merged as MultiPolygon).coordinates.map((polygon) =>
      polygon.map((ring, i) =>
        wound(
          ring.map(([lng, lat]) => [lng! + turn, lat!]),
          i === 0,
        ),
      ),
    );
  });
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons };
}

/** The lines that two sets of units share, from the shared arcs themselves. */
export function sharedBorder(
  isOneSide: (unit: Unit) => boolean,
  isOtherSide: (unit: Unit) => boolean,
): MultiLineString {
  const one = new Set<unknown>(
    allUnits()
      .filter(isOneSide)
      .map((unit) => unit.object),
  );
  const other = new Set<unknown>(
    allUnits()
      .filter(isOtherSide)
      .map((unit) => unit.object),
  );
  const lines = mesh(
    theTopology(),
    theTopology().objects.units,
    (a, b) => (one.has(a) && other.has(b)) || (one.has(b) && other.has(a)),
  );
  return { ...lines, coordinates: joinLines(lines.coordinates) };
}
