import { catchmentSteps, prepareGround, type PreparedGround } from '../../core/analysis/catchment';
import type { CatchmentResult, CatchmentSettlement } from '../../core/analysis/catchment-types';
import type { LngLat } from '../../core/types';
import type { Atlas } from '../atlas';
import { at } from '../position';
import { corridorProfile } from './corridor';
import { paced, type Pace } from './pace';

/** The settlements as measures ask for them. */
export function settlementsOf(atlas: Atlas): Promise<CatchmentSettlement[]> {
  return atlas.once('settlements', async () =>
    (await atlas.needed('settlements')).map(({ properties: p, geometry }) => ({
      id: p.id,
      name: p.name,
      country: p.country,
      region: p.region,
      population: p.population,
      year: p.year,
      ...at(geometry.coordinates),
    })),
  );
}

/** Settlements, hubs, crossings and regions, indexed once. */
export function ground(atlas: Atlas): Promise<PreparedGround> {
  return atlas.once('ground', async () => {
    const [settlements, hubs, crossings, regions] = await Promise.all([
      settlementsOf(atlas),
      atlas.needed('hubs'),
      atlas.needed('crossings'),
      atlas.needed('regions'),
    ]);
    return prepareGround({
      settlements,
      hubs: hubs.map(({ properties: p, geometry }) => ({
        id: p.id,
        name: p.name,
        country: p.country,
        ...at(geometry.coordinates),
      })),
      crossings: crossings.map(({ properties: p, geometry }) => ({
        id: p.id,
        name: p.name,
        ...at(geometry.coordinates),
      })),
      regions: regions.map(({ properties: p, geometry }) => ({
        id: p.id,
        name: p.name,
        country: p.country,
        population: p.population?.value,
        geometry,
      })),
    });
  });
}

/** The catchment of a corridor. @throws UserError `unknown-corridor`, `bad-radius` */
export async function corridorCatchment(
  atlas: Atlas,
  id: string,
  radiusKm: number,
  pace?: Pace,
): Promise<CatchmentResult> {
  const [{ line }, prepared] = await Promise.all([corridorProfile(atlas, id), ground(atlas)]);
  return paced(catchmentSteps(prepared, [line], radiusKm), pace);
}

/** The catchment of any lines, such as those of a file. */
export async function linesCatchment(
  atlas: Atlas,
  lines: readonly (readonly LngLat[])[],
  radiusKm: number,
  pace?: Pace,
): Promise<CatchmentResult> {
  return paced(catchmentSteps(await ground(atlas), lines, radiusKm), pace);
}
