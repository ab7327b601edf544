import { joinAt180 } from '../core/geo/join-at-180';
import type { Corridor } from '../core/types';
import type { Atlas } from '../data/atlas';
import { edition } from '../data/edition';
import { corridorProfile } from '../data/questions/corridor';
import { allEdges } from '../data/questions/edges';
import { findables } from '../data/questions/findables';
import { corridorFeatures } from '../layers/corridors';
import { answer } from './answer';
import type { AtlasOperations, CorridorSummary } from './messages';
import { workerPace } from './pace';

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
    // The first map needs no catchment: that part of the program comes when one is asked for.
    async catchment(id, radiusKm, watch) {
      const { corridorCatchment } = await import('../data/questions/catchment');
      return answer(corridorCatchment(atlas, id, radiusKm, workerPace(watch)));
    },
    async linesCatchment(lines, radiusKm, watch) {
      const { linesCatchment } = await import('../data/questions/catchment');
      return answer(linesCatchment(atlas, lines, radiusKm, workerPace(watch)));
    },
    async drawnLine(line, radiusKm) {
      const { drawnLineProfile } = await import('../data/questions/drawn-line');
      return answer(drawnLineProfile(atlas, line, radiusKm));
    },
    async fromCorridors(place) {
      const { distancesFromCorridors } = await import('../data/questions/from-corridors');
      return answer(distancesFromCorridors(atlas, place));
    },
    async areas() {
      const { areas } = await import('../data/questions/areas');
      return answer(areas(atlas));
    },
    async borderBelt(id, widthKm, watch) {
      const { borderBelt } = await import('../data/questions/belt');
      return answer(borderBelt(atlas, id, widthKm, workerPace(watch)));
    },
    async stories() {
      const { productStory } = await import('../data/schema/stories');
      return atlas.list('stories.json', productStory);
    },
    async linkages() {
      const { linkages } = await import('../data/questions/linkages');
      return answer(linkages(atlas));
    },
    async focalPair(pair) {
      const { focalPairOf } = await import('../data/questions/linkages');
      return answer(focalPairOf(atlas, pair));
    },
  };
}
