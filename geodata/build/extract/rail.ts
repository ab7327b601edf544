import type { FeatureCollection, LineString, Position } from 'geojson';
import { writeExtract } from './manifest';
import { readSource } from './packages';
import { SOURCE_FILES } from './sources';

/**
 * Natural Earth's 10m railroads in the window: all that touches 55 to 180 E, 35 to 82 N, and the
 * approaches to Murmansk, Arkhangelsk and Vorkuta west of it. Only coordinates are taken; junctions
 * share vertices exactly, so nothing is simplified. Lines are delta-coded in 1e-4 degrees, the
 * precision of the source: [lng, lat, dlng, dlat, ...].
 */
export function extractRail(): void {
  const source = SOURCE_FILES.neRail;
  const rail = JSON.parse(readSource(source).toString('utf8')) as FeatureCollection<LineString>;
  const lines = rail.features
    .map((feature) => feature.geometry.coordinates)
    .filter((line) => line.some(isInWindow))
    .map(deltaCode)
    .sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!);
  const rows = lines.map((line) => JSON.stringify(line)).join(',\n');
  writeExtract('ne-rail.json', `[\n${rows}\n]\n`, [source]);
}

function isInWindow([lng, lat]: Position): boolean {
  if (lat! > 82) return false;
  return lng! >= 55 ? lat! >= 35 : lng! >= 30 && lat! >= 57.5;
}

function deltaCode(line: Position[]): number[] {
  const whole = line.map(([lng, lat]) => [Math.round(lng! * 1e4), Math.round(lat! * 1e4)] as const);
  return whole.flatMap(([lng, lat], i) => {
    const previous = whole[i - 1];
    return previous ? [lng - previous[0], lat - previous[1]] : [lng, lat];
  });
}
