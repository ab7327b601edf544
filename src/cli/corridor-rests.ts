import type { CatchmentResult } from '../core/analysis/catchment-types';
import type { DrawnProfile } from '../core/corridor/types';
import type { CorridorAnswer } from '../data/questions/corridor';
import type { Rests } from '../data/questions/provenance';

/** What the figures of corridors rest on: their own sources, their edges, and the places on them. */
export function restsOnCorridors(
  corridors: readonly Pick<CorridorAnswer, 'sources' | 'edges' | 'places'>[],
): Rests & { ids: Set<string> } {
  return {
    layers: ['railways', 'roads', 'sea-routes', 'crossings', 'hubs', 'ports'],
    ids: new Set(
      corridors.flatMap(({ edges, places }) => [...edges, ...places].map(({ id }) => id)),
    ),
    sources: corridors.flatMap(({ sources }) => sources),
  };
}

/** What the figures of drawn lines rest on: outlines, the edges they lie on, the places beside them. */
export function restsOnDrawnLines(
  lines: readonly Pick<DrawnProfile, 'byCountry' | 'edges' | 'places'>[],
): Rests & { ids: Set<string> } {
  return {
    layers: ['countries', 'railways', 'roads', 'sea-routes', 'crossings', 'hubs', 'ports'],
    ids: new Set(
      lines.flatMap(({ byCountry, edges, places }) => [
        ...Object.keys(byCountry).map((code) => code.toLowerCase()),
        ...[...edges, ...places].flatMap(({ id }) => id ?? []),
      ]),
    ),
  };
}

/** What the figures of catchments rest on: who and what lies inside. */
export function restsOnCatchments(
  catchments: readonly Pick<CatchmentResult, 'settlements' | 'hubs' | 'crossings' | 'regions'>[],
): Rests & { ids: Set<string> } {
  return {
    layers: ['settlements', 'regions', 'hubs', 'crossings'],
    ids: new Set(
      catchments.flatMap(({ settlements, hubs, crossings, regions }) =>
        [...settlements, ...hubs, ...crossings, ...regions].map(({ id }) => id),
      ),
    ),
  };
}

/** Both together. */
export const restsOnBoth = (
  a: Rests & { ids: Set<string> },
  b: Rests & { ids: Set<string> },
): Rests & { ids: Set<string> } => ({
  layers: [...new Set([...a.layers, ...b.layers])],
  ids: new Set([...a.ids, ...b.ids]),
  sources: [...(a.sources ?? []), ...(b.sources ?? [])],
});
