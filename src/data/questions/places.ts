import { matchSorter } from 'match-sorter';
import type { CorridorNode } from '../../core/corridor/types';
import { allForms } from '../../core/names';
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
