import { buildCorridorProfile } from '../../core/corridor/corridor-profile';
import type { CorridorProfile } from '../../core/corridor/types';
import { UserError } from '../../core/errors';
import { nearestNames, suggestion } from '../../core/nearest-names';
import type { Corridor } from '../../core/types';
import type { Atlas } from '../atlas';
import { edgesById, nodesById } from './edges';

/** A corridor with its text and sources and all its figures. */
export interface CorridorAnswer extends CorridorProfile {
  summary: Corridor['summary'];
  rank: number;
  sources: Corridor['sources'];
}

export async function corridorById(atlas: Atlas, id: string): Promise<Corridor> {
  const corridors = await atlas.neededCorridors();
  const found = corridors.find((corridor) => corridor.id === id);
  if (found) return found;
  const ids = corridors.map((corridor) => corridor.id);
  const near = suggestion(nearestNames(id, ids)) || `; there are: ${ids.join(', ')}`;
  throw new UserError('unknown-corridor', `there is no corridor "${id.slice(0, 60)}"${near}`);
}

/**
 * One corridor in full.
 * @throws UserError `unknown-corridor`, `broken-corridor`
 */
export function corridorProfile(atlas: Atlas, id: string): Promise<CorridorAnswer> {
  return atlas.once(`profile ${id}`, async () => {
    const corridor = await corridorById(atlas, id);
    const [edges, nodes] = await Promise.all([edgesById(atlas), nodesById(atlas)]);
    const { summary, rank, sources } = corridor;
    return { ...buildCorridorProfile(corridor, edges, nodes), summary, rank, sources };
  });
}
