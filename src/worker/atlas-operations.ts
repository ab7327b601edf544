import { joinAt180 } from '../core/geo/join-at-180';
import type { Corridor } from '../core/types';
import type { Atlas } from '../data/atlas';
import { edition } from '../data/edition';
import { areas } from '../data/questions/areas';
import { borderBelt } from '../data/questions/belt';
import { corridorCatchment } from '../data/questions/catchment';
import { corridorProfile } from '../data/questions/corridor';
import { allEdges } from '../data/questions/edges';
import { findables } from '../data/questions/findables';
import { corridorFeatures } from '../layers/corridors';
import { answer } from './answer';
import type { AtlasOperations, CorridorSummary } from './messages';

/** Layers, lists, corridors and catchments of one atlas. */
export function atlasOperations(atlas: Atlas): AtlasOperations {
  const corridorsInOrder = async (): Promise<Corridor[]> =>
    [...(await atlas.corridors())].sort((a, b) => a.rank - b.rank);

  return {
    async layer(id) {
      const features =
        id === 'corridors'
          ? corridorFeatures(await corridorsInOrder(), await allEdges(atlas)).features
          : await atlas.layer(id);
      return {
        type: 'FeatureCollection',
        features: features.map((feature) => ({
          ...feature,
          geometry: joinAt180(feature.geometry),
        })),
      };
    },
    issues: () => Promise.resolve(atlas.issues),
    edition: () => edition(atlas),
    findables: () => findables(atlas),
    async corridors() {
      const summaries: CorridorSummary[] = [];
      for (const { id } of await corridorsInOrder()) {
        const profile = await answer(corridorProfile(atlas, id));
        if (!profile.ok) continue;
        const { name, summary, rank, distanceKm, byStatus, line, places } = profile.value;
        const statuses = Object.keys(byStatus);
        const nodes = places.map((place) => place.id);
        summaries.push({ id, name, summary, rank, distanceKm, statuses, line, nodes });
      }
      return summaries;
    },
    corridor: (id) => answer(corridorProfile(atlas, id)),
    catchment: (id, radiusKm) => answer(corridorCatchment(atlas, id, radiusKm)),
    areas: () => areas(atlas),
    borderBelt: (id, widthKm) => answer(borderBelt(atlas, id, widthKm)),
  };
}
