import { buffer } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import { catchmentOutline } from '../../src/core/analysis/catchment-outline';
import { joinAt180 } from '../../src/core/geo/antimeridian';
import { polygonAreaKm2 } from '../../src/core/geo/area';
import { indexLines } from '../../src/core/geo/line-index';
import { nearestOnLine } from '../../src/core/geo/nearest-on-line';
import type { LngLat } from '../../src/core/types';
import { productLine } from '../unit/core/lines';
import { fullTransSiberian, type NamedLine } from './lines';
import { medianMs, timeRow, type BenchRow } from './row';

/** Outlines beside turf.buffer with its default of 8 steps; turf runs once, it takes seconds. */
export function catchmentBench(): BenchRow[] {
  const full = fullTransSiberian();
  const corridors = ['trans-siberian', 'bam', 'northern-sea-route'].map((id): NamedLine => ({
    name: id,
    line: productLine(id),
  }));
  return [
    ...[25, 50, 100, 300].flatMap((radiusKm) => compare(full, radiusKm, 75)),
    ...[25, 300].flatMap((radiusKm) => compare(corridors[0]!, radiusKm, 75)),
    ...compare(corridors[1]!, 100, 75),
    // The sea way has few vertices, and turf, wrong there, draws few: being right is the goal.
    ...[25, 300].flatMap((radiusKm) => compare(corridors[2]!, radiusKm, 1)),
  ];
}

function compare({ name, line }: NamedLine, radiusKm: number, least: number): BenchRow[] {
  const feature = {
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'LineString' as const, coordinates: line },
  };
  let theirs: Polygon | MultiPolygon | undefined;
  const theirMs = medianMs(1, () => {
    theirs = buffer(feature, radiusKm)?.geometry;
  });
  const ours = catchmentOutline([line], radiusKm);
  const oursMs = medianMs(9, () => catchmentOutline([line], radiusKm));
  const errors = errorRange(ours, line, radiusKm);
  const joined = joinAt180(ours);
  const parts = joined.type === 'MultiPolygon' ? joined.coordinates.length : 1;
  const theirKm2 = theirs ? polygonAreaKm2(theirs) : 0;
  const km2 = polygonAreaKm2(ours);
  return [
    timeRow(`outline of ${name}, ${radiusKm} km`, 'turf.buffer', theirMs, oursMs, least),
    {
      what: `  its radius against geodesics, least and most (${vertexCount(ours)} vertices, turf ${theirs ? vertexCount(theirs) : 0})`,
      peer: 'turf.buffer',
      theirs: theirs ? percents(errorRange(theirs, line, radiusKm)) : 'none',
      ours: percents(errors),
      ratio: `${parts} part${parts === 1 ? '' : 's'}; area ${percent(theirKm2 / km2 - 1)} by turf`,
      goal: 'within 0.25 %, one part',
      met: errors.every((error) => Math.abs(error) <= 0.0025) && parts === 1,
    },
  ];
}

/** Relative errors of vertices and edge middles, least and most, those on the cut left out. */
function errorRange(
  geometry: Polygon | MultiPolygon,
  line: LngLat[],
  radiusKm: number,
): [least: number, most: number] {
  const index = indexLines([line]);
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  let least = Infinity;
  let most = -Infinity;
  const measure = (lng: number, lat: number): void => {
    const error = nearestOnLine(index, [lng, lat]).distanceKm / radiusKm - 1;
    least = Math.min(least, error);
    most = Math.max(most, error);
  };
  const onCut = (lng: number): boolean => Math.abs(lng) === 180;
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]] as [LngLat, LngLat];
      if (!onCut(bx)) measure(bx, by);
      if (!(onCut(ax) && onCut(bx))) measure((ax + bx) / 2, (ay + by) / 2);
    }
  return [least, most];
}

const vertexCount = ({ coordinates }: Polygon | MultiPolygon): number =>
  (coordinates.flat(Infinity) as number[]).length / 2;

const percent = (share: number): string => `${share > 0 ? '+' : ''}${(share * 100).toFixed(2)} %`;
const percents = ([least, most]: [number, number]): string => `${percent(least)} ${percent(most)}`;
