import type { CatchmentGround, CatchmentInput, CatchmentResult } from './catchment-types';
import type { LngLat } from '../types';

/** Settlement tree and region plane, made once for many catchments; lives in one thread. */
export interface PreparedGround {
  ground: CatchmentGround;
}

export function prepareGround(ground: CatchmentGround): PreparedGround {
  return { ground };
}

/**
 * The measure of design section 5 for lines on a prepared ground.
 * @throws UserError `bad-radius`, `bad-coordinate`, `empty-line`
 */
export function catchmentOn(
  prepared: PreparedGround,
  lines: readonly (readonly LngLat[])[],
  radiusKm: number,
): CatchmentResult {
  throw new Error(`to come: ${prepared.ground.hubs.length} ${lines.length} ${radiusKm}`);
}

/** The same in one call. */
export function catchment(input: CatchmentInput): CatchmentResult {
  return catchmentOn(prepareGround(input), input.lines, input.radiusKm);
}
