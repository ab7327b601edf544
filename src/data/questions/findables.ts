import type { CountryCode, Name } from '../../core/types';
import type { Atlas } from '../atlas';

/** Something that can be searched for. */
export interface Findable {
  kind: 'hub' | 'crossing' | 'port' | 'node' | 'corridor' | 'region';
  id: string;
  name: Name;
  country?: CountryCode | undefined;
  /** Smaller comes first among equals. */
  rank: number;
}

/** All that a search looks through, the more important kinds first. */
export async function findables(atlas: Atlas): Promise<Findable[]> {
  const [corridors, hubs, crossings, ports, regions, nodes] = await Promise.all([
    atlas.corridors(),
    atlas.layer('hubs'),
    atlas.layer('crossings'),
    atlas.layer('ports'),
    atlas.layer('regions'),
    atlas.layer('nodes'),
  ]);
  return [
    ...hubs.map(({ properties: p }) => entry('hub', p, p.rank)),
    ...corridors.map((corridor) => entry('corridor', corridor, 2)),
    ...regions.map(({ properties: p }) => entry('region', p, 3)),
    ...crossings.map(({ properties: p }) => entry('crossing', p, 4)),
    ...ports.map(({ properties: p }) => entry('port', p, 5)),
    ...nodes
      .filter(({ properties: p }) => p.kind !== 'waypoint')
      .map(({ properties: p }) => entry('node', p, 6)),
  ];
}

function entry(
  kind: Findable['kind'],
  place: { id: string; name: Name; country?: CountryCode | undefined },
  rank: number,
): Findable {
  const { id, name, country } = place;
  return { kind, id, name, rank, ...(country ? { country } : {}) };
}
