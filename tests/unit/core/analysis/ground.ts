import type { CatchmentSettlement } from '../../../../src/core/analysis/catchment-types';

/** What a test puts on the ground around a line. */
export const EMPTY = { settlements: [], hubs: [], crossings: [], regions: [] };

export const settlement = (
  id: string,
  lng: number,
  lat: number,
  population: number,
  more: Partial<CatchmentSettlement> = {},
): CatchmentSettlement => ({
  ...{ id, name: { en: 'x' }, country: 'RU', lng, lat, population, year: 2020 },
  ...more,
});
