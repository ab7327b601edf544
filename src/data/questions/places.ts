import { matchSorter } from 'match-sorter';
import type { CorridorNode } from '../../core/corridor/types';
import { allForms } from '../../core/names';
import { nearestNames, suggestion } from '../../core/nearest-names';
import type { Atlas } from '../atlas';
import { nodesById } from './edges';

/** Hubs first, then what borders and ports are passed by, then stations. */
const KIND_RANK: Record<CorridorNode['kind'], number> = {
  hub: 1,
  crossing: 2,
  port: 3,
  town: 4,
  junction: 5,
  station: 5,
  waypoint: 6,
};

/** `; did you mean ...?` of the places whose id or name looks most like a text that finds none. */
export async function placesLike(atlas: Atlas, text: string): Promise<string> {
  const places = [...(await nodesById(atlas)).values()];
  return suggestion(
    nearestNames(
      text,
      places.flatMap(({ id, name }) => [id, ...allForms(name)]),
    ),
  );
}

/** Places whose id or name, in any language, matches the text, best first; all without a text. */
export async function findPlaces(atlas: Atlas, text: string): Promise<CorridorNode[]> {
  const places = [...(await nodesById(atlas)).values()]
    .filter((place) => place.kind !== 'waypoint')
    .sort((a, b) => KIND_RANK[a.kind] - KIND_RANK[b.kind]);
  if (text === '') return places;
  return matchSorter(places, text, {
    keys: ['id', (place) => allForms(place.name)],
    threshold: matchSorter.rankings.CONTAINS,
    baseSort: (a, b) => KIND_RANK[a.item.kind] - KIND_RANK[b.item.kind],
  });
}
