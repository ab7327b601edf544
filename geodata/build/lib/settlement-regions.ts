import type { LngLat } from '../../../src/core/types';
import type { RegionFeature } from '../layers/regions';
import type { Row } from './csv';
import { isInArea } from './point-in-area';

/**
 * Region ids of settlements, by id. Most places of one GeoNames admin1 code lie in one region's
 * outline; that region counts for all of them, so that quays and border towns which the simplified
 * outline misses by a kilometre belong where they are administered.
 */
export function settlementRegions(rows: Row[], regions: RegionFeature[]): Map<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const region = regionAt(row, regions);
    if (!region) continue;
    const count = votes.get(admin1(row)) ?? new Map<string, number>();
    votes.set(admin1(row), count.set(region, (count.get(region) ?? 0) + 1));
  }
  const winners = new Map(
    [...votes].map(([code, count]) => [code, [...count].sort((a, b) => b[1] - a[1])[0]![0]]),
  );
  return new Map(
    rows.flatMap((row) => {
      const region = row.admin1 === '' ? regionAt(row, regions) : winners.get(admin1(row));
      return region ? [[row.id!, region] as const] : [];
    }),
  );
}

const admin1 = (row: Row): string => `${row.country}.${row.admin1}`;

function regionAt(row: Row, regions: RegionFeature[]): string | undefined {
  const point: LngLat = [Number(row.lng), Number(row.lat)];
  return regions.find(
    (region) => region.properties.country === row.country && isInArea(point, region.geometry),
  )?.properties.id;
}
