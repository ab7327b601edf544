import { drawnProfile, type DrawnGround, type DrawnLine } from '../../core/corridor/drawn-profile';
import { EdgeFinder } from '../../core/corridor/legs-on-edges';
import type { DrawnProfile } from '../../core/corridor/types';
import { UserError } from '../../core/errors';
import type { Atlas } from '../atlas';
import { edgesById, nodesById } from './edges';

/** Of more points every one would be looked up among thousands of the outlines of countries. */
const MOST_POINTS = 10_000;

function ground(atlas: Atlas): Promise<DrawnGround> {
  return atlas.once('ground of drawn lines', async () => {
    const [countries, edges, nodes] = await Promise.all([
      atlas.needed('countries'),
      edgesById(atlas),
      nodesById(atlas),
    ]);
    return {
      countries: countries.map(({ properties: { country }, geometry }) => ({ country, geometry })),
      edges: new EdgeFinder(edges.values()),
      places: [...nodes.values()],
    };
  });
}

/**
 * A line of a person's own as a corridor, with the hubs, ports and crossings within `radiusKm`.
 * @throws UserError `too-few-points`, `too-many-points`, `bad-coordinate`
 */
export async function drawnLineProfile(
  atlas: Atlas,
  line: DrawnLine,
  radiusKm: number,
): Promise<DrawnProfile> {
  const { length } = line.points;
  if (length > MOST_POINTS)
    throw new UserError(
      'too-many-points',
      `the line has ${length} points; a corridor of your own has at most ${MOST_POINTS}: simplify it`,
    );
  return drawnProfile(line, await ground(atlas), radiusKm);
}
