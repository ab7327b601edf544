import { length } from '@turf/turf';
import geographiclib from 'geographiclib-geodesic';
import { lineLengthKm } from '../../src/core/geo/line-length';
import type { LngLat } from '../../src/core/types';
import { MAIN_CORRIDORS, productLine } from '../unit/core/lines';
import { worldRailLines } from './network-input';
import { medianMs, timeRow, type BenchRow } from './row';

const wgs84 = geographiclib.Geodesic.WGS84;

/** Length of polylines beside turf.length; GeographicLib tells how exact both are. */
export function lengthBench(): BenchRow[] {
  const world = worldRailLines().features.map(({ geometry }) => geometry.coordinates as LngLat[]);
  return [
    ...compare('railways of the world', world),
    ...MAIN_CORRIDORS.flatMap((id) => compare(id, [productLine(id)])),
  ];
}

function compare(name: string, lines: LngLat[][]): BenchRow[] {
  const segments = lines.reduce((sum, line) => sum + line.length - 1, 0);
  const features = lines.map((coordinates) => ({
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'LineString' as const, coordinates },
  }));
  const ours = (): number => lines.reduce((sum, line) => sum + lineLengthKm(line), 0);
  const theirs = (): number => features.reduce((sum, feature) => sum + length(feature), 0);
  const truth = lines.reduce((sum, line) => sum + karneyKm(line), 0);
  const runs = segments > 50_000 ? 15 : 101;
  const what = `length of ${name}, ${segments} segments`;
  const [ourError, theirError] = [ours(), theirs()].map((km) => Math.abs(km / truth - 1));
  return [
    timeRow(what, 'turf.length', medianMs(runs, theirs), medianMs(runs, ours), 6),
    {
      what: `  its error against GeographicLib`,
      peer: 'turf.length',
      theirs: `${(theirError! * 100).toFixed(2)} %`,
      ours: ourError!.toExponential(0),
      ratio: '',
      goal: 'at most 1e-9',
      met: ourError! <= 1e-9,
    },
  ];
}

const karneyKm = (line: readonly LngLat[]): number =>
  line
    .slice(1)
    .reduce(
      (sum, [lng, lat], i) => sum + wgs84.Inverse(line[i]![1], line[i]![0], lat, lng).s12! / 1000,
      0,
    );
