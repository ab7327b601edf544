import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { MacroRegion, RegionProps } from '../../../src/core/types';
import { areaKm2 } from '../lib/area';
import { list, number, readTable, text } from '../lib/csv';
import type { Row } from '../lib/csv';
import { densifyArea } from '../lib/densify';
import { sources } from '../lib/sources';
import { mergedArea, unitsBy } from '../lib/topology';
import type { Unit } from '../lib/topology';
import { feature } from '../lib/write';
import { fullName } from './hubs';
import { knownFor, population, programmes } from './region-facts';

export type RegionFeature = Feature<Polygon | MultiPolygon, RegionProps>;

/**
 * Simplification leaves vertices of fine units within 900 m of the source, whose own error is about
 * 1 km at 1:10m; coarse units (European Russia, south and central China) stay within 3.5 km.
 */
const FINE_ERROR_KM = 2;
const COARSE_ERROR_KM = 5;

/**
 * Admin-1 units of China, Mongolia and Russia: names and macro-regions from curated/regions.csv,
 * outlines from the one topology of areas. Units without a macro-region are context. The area is
 * that of the drawn outline, on the ellipsoid.
 */
export function buildRegions(): RegionFeature[] {
  const units = unitsBy('unit');
  return readTable('regions.csv').map((row) => {
    const parts = units.get(text(row, 'iso'));
    if (!parts) throw new Error(`regions.csv: no outline for ${row.iso}`);
    return toFeature(row, parts);
  });
}

function toFeature(row: Row, parts: Unit[]): RegionFeature {
  const iso = text(row, 'iso');
  const geometry = densifyArea(mergedArea(parts));
  const macroRegion = row.macroRegion ? (row.macroRegion as MacroRegion) : undefined;
  return feature(geometry, {
    id: iso.toLowerCase(),
    iso,
    name: fullName(row),
    country: parts[0]!.country,
    ...(macroRegion ? { macroRegion } : {}),
    areaKm2: Math.round(areaKm2(geometry)),
    ...facts(iso),
    sources: sources(list(row, 'sources')),
    positionErrorKm: row.positionErrorKm
      ? number(row, 'positionErrorKm')
      : macroRegion
        ? FINE_ERROR_KM
        : COARSE_ERROR_KM,
  });
}

/** What is known of the region beside its outline; nothing for what no source covers. */
function facts(iso: string): Pick<RegionProps, 'population' | 'programmes' | 'knownFor'> {
  const people = population(iso);
  const areas = programmes(iso);
  const known = knownFor(iso);
  return {
    ...(people ? { population: people } : {}),
    ...(areas.length > 0 ? { programmes: areas } : {}),
    ...(known.length > 0 ? { knownFor: known } : {}),
  };
}
