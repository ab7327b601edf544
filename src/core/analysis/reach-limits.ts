import type { Metric } from '../network/join';

export const MAX_BANDS = 12;
/** Largest bound: half-way round the earth by km, a year by hours. */
export const MAX_WITHIN: Record<Metric, number> = { distance: 20_038, time: 8_760 };
