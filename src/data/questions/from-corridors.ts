import { requireCoordinate } from '../../core/analysis/measure';
import { corridorRuler, fromCorridor, type FromCorridor } from '../../core/corridor/from-corridor';
import type { FullName, LngLat } from '../../core/types';
import type { Atlas } from '../atlas';
import { corridorProfile } from './corridor';

/** How far a place lies from one corridor, and at which chainage. */
export interface CorridorDistance extends FromCorridor {
  id: string;
  name: FullName;
}

const ruler = (atlas: Atlas, id: string) =>
  atlas.once(`ruler ${id}`, async () => corridorRuler(await corridorProfile(atlas, id)));

/**
 * How far a place lies from corridors, the nearest first; from all of them where none is named.
 * @throws UserError `unknown-corridor`, `bad-coordinate`
 */
export async function distancesFromCorridors(
  atlas: Atlas,
  place: LngLat,
  ids?: readonly string[],
): Promise<CorridorDistance[]> {
  requireCoordinate(place);
  const wanted = ids ?? (await atlas.neededCorridors()).map(({ id }) => id);
  const distances = await Promise.all(
    wanted.map(async (id): Promise<CorridorDistance> => {
      const { name } = await corridorProfile(atlas, id);
      return { id, name, ...fromCorridor(await ruler(atlas, id), place) };
    }),
  );
  return distances.sort((a, b) => a.distanceKm - b.distanceKm);
}
