import type { ProjectionId } from '../core/projections';
import type { LngLat } from '../core/types';

const NORTH_ASIA: LngLat[] = [
  [52, 54],
  [58, 70],
  [105, 77],
  [180, 70],
  [178, 62],
  [150, 46],
  [130, 37.5],
  [75, 37],
];

const ARCTIC: LngLat[] = [
  [20, 68],
  [60, 55],
  [82, 50],
  [110, 50],
  [135, 47],
  [160, 55],
  [192, 62],
  [110, 88],
];

/** What a projection shows at first: places that must be in the picture. */
export const HOME: Record<ProjectionId, LngLat[]> = {
  'north-asia': NORTH_ASIA,
  arctic: ARCTIC,
  globe: NORTH_ASIA,
  mercator: NORTH_ASIA,
};
