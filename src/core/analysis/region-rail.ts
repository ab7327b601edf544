import type { Feature, LineString, MultiLineString } from 'geojson';
import { chainagesKm } from '../geo/line-length';
import type { EdgeProps, LngLat } from '../types';
import type { RegionFinder } from './region-finder';

/** Lines are told apart by region in pieces so long at most. */
const PIECE_KM = 5;

/** Region id -> km of railway by gauge in mm, `1435+1520` for dual-gauge track. */
export type RailKm = ReadonlyMap<string, Record<string, number>>;

/**
 * Kilometres of operating railway in each region: of each edge the published length, else the
 * geodesic one, shared out by where its pieces lie. Where a coarse line runs off its country, at
 * shores and borders, the region before it counts.
 */
export function railKmByRegion(
  edges: readonly Feature<LineString | MultiLineString, EdgeProps>[],
  finder: RegionFinder,
): RailKm {
  const all = new Map<string, Record<string, number>>();
  for (const { properties: edge, geometry } of edges) {
    if (edge.mode !== 'rail' || (edge.status !== 'operating' && edge.status !== 'seasonal'))
      continue;
    const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
    const { byRegion, totalKm } = pieces(lines as LngLat[][], edge.country, finder);
    const scale = totalKm > 0 && edge.lengthKm ? edge.lengthKm.value / totalKm : 1;
    const gauge = [...(edge.gauges ?? [])].sort((a, b) => a - b).join('+');
    for (const [region, km] of byRegion) {
      const sums = all.get(region) ?? {};
      all.set(region, sums);
      sums[gauge] = (sums[gauge] ?? 0) + km * scale;
    }
  }
  return all;
}

function pieces(
  lines: readonly LngLat[][],
  country: string,
  finder: RegionFinder,
): { byRegion: Map<string, number>; totalKm: number } {
  const byRegion = new Map<string, number>();
  let totalKm = 0;
  /** What lies before the first piece whose region is known. */
  let pendingKm = 0;
  let region: string | undefined;
  for (const line of lines) {
    const sums = chainagesKm(line);
    for (let i = 1; i < line.length; i++) {
      const stepKm = sums[i]! - sums[i - 1]!;
      const parts = Math.max(1, Math.ceil(stepKm / PIECE_KM));
      for (let part = 0; part < parts; part++) {
        const at = between(line[i - 1]!, line[i]!, (part + 0.5) / parts);
        region = finder.at(country, at, region) ?? region;
        const km = stepKm / parts;
        totalKm += km;
        if (region === undefined) pendingKm += km;
        else byRegion.set(region, (byRegion.get(region) ?? 0) + km + pendingKm);
        if (region !== undefined) pendingKm = 0;
      }
    }
  }
  return { byRegion, totalKm };
}

const between = ([x1, y1]: LngLat, [x2, y2]: LngLat, share: number): LngLat => [
  x1 + (x2 - x1) * share,
  y1 + (y2 - y1) * share,
];
