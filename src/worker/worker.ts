import { expose } from 'comlink';
import { UserError } from '../core/errors';
import type { Corridor } from '../core/types';
import { joinAt180 } from '../core/geo/join-at-180';
import { Atlas } from '../data/atlas';
import { edition } from '../data/edition';
import { corridorCatchment } from '../data/questions/catchment';
import { corridorProfile } from '../data/questions/corridor';
import { allEdges } from '../data/questions/edges';
import { findables } from '../data/questions/findables';
import { corridorFeatures } from '../layers/corridors';
import type { Analysis, Answer, CorridorSummary } from './messages';

/** geodata/ lies beside the page; the worker's own script lies in assets/. */
const atlas = new Atlas(async (file) => {
  const response = await fetch(new URL(`geodata/${file}`, dataRoot()));
  if (!response.ok) throw new Error(`the host answers ${response.status}`);
  return response.json() as Promise<unknown>;
});

function dataRoot(): string {
  return import.meta.env.DEV ? `${self.location.origin}/` : new URL('..', self.location.href).href;
}

async function corridorsInOrder(): Promise<Corridor[]> {
  return [...(await atlas.corridors())].sort((a, b) => a.rank - b.rank);
}

/** Turns a person's mistake into an answer; anything else is a bug and stays thrown. */
async function answer<T>(ask: Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await ask };
  } catch (cause) {
    if (cause instanceof UserError) return { ok: false, code: cause.code, message: cause.message };
    throw cause;
  }
}

const analysis: Analysis = {
  async layer(id) {
    const features =
      id === 'corridors'
        ? corridorFeatures(await corridorsInOrder(), await allEdges(atlas)).features
        : await atlas.layer(id);
    return {
      type: 'FeatureCollection',
      features: features.map((feature) => ({ ...feature, geometry: joinAt180(feature.geometry) })),
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
      const { name, summary, rank, distanceKm, byStatus, line } = profile.value;
      summaries.push({
        id,
        name,
        summary,
        rank,
        distanceKm,
        statuses: Object.keys(byStatus),
        line,
      });
    }
    return summaries;
  },
  corridor: (id) => answer(corridorProfile(atlas, id)),
  catchment: (id, radiusKm) => answer(corridorCatchment(atlas, id, radiusKm)),
};

expose(analysis);
