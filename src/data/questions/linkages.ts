import { focalPair, type FocalPair } from '../../core/analysis/focal-pair';
import { UserError } from '../../core/errors';
import type { CountryCode, FullName, LinkageProps, LngLat, MacroRegion } from '../../core/types';
import type { Atlas } from '../atlas';

/** One end of a linkage: a hub, or a region as a whole. */
export interface LinkageEnd {
  id: string;
  layer: 'hubs' | 'regions';
  name: FullName;
  country: CountryCode;
  /** Region id, where the end is one or lies in one. */
  region?: string | undefined;
  macroRegion?: MacroRegion | undefined;
  /** Where the arc ends. */
  lngLat: LngLat;
}

export interface LinkageAnswer extends Omit<LinkageProps, 'from' | 'to'> {
  ends: [LinkageEnd, LinkageEnd];
}

/** Every linkage with its two ends, by name of their ids. */
export function linkages(atlas: Atlas): Promise<LinkageAnswer[]> {
  return atlas.once('linkages', async () => {
    const [features, hubs, regions] = await Promise.all([
      atlas.needed('linkages'),
      atlas.needed('hubs'),
      atlas.needed('regions'),
    ]);
    const hubById = new Map(hubs.map(({ properties }) => [properties.id, properties]));
    const regionById = new Map(regions.map(({ properties }) => [properties.id, properties]));

    function end(id: string, lngLat: LngLat): LinkageEnd {
      const hub = hubById.get(id);
      const region = regionById.get(hub?.region ?? id);
      const place = hub ?? region;
      if (!place) throw new Error(`a linkage ends on "${id}", which is neither hub nor region`);
      return {
        id,
        layer: hub ? 'hubs' : 'regions',
        name: place.name,
        country: place.country,
        region: region?.id,
        macroRegion: region?.macroRegion,
        lngLat,
      };
    }

    return features.map(({ properties, geometry }) => {
      const { from, to, ...rest } = properties as LinkageProps;
      const [first, last] = endsOf(geometry);
      return { ...rest, ends: [end(from, first), end(to, last)] };
    });
  });
}

function endsOf(geometry: GeoJSON.Geometry): [LngLat, LngLat] {
  const lines =
    geometry.type === 'LineString'
      ? [geometry.coordinates]
      : geometry.type === 'MultiLineString'
        ? geometry.coordinates
        : [];
  const [first, last] = [lines[0]?.[0], lines.at(-1)?.at(-1)];
  if (!first || !last) throw new Error(`a linkage drawn as ${geometry.type}`);
  return [first as LngLat, last as LngLat];
}

/** Whether an end is, or lies in, a hub, region, macro-region or country by its id. */
export const liesIn = (end: LinkageEnd, place: string): boolean =>
  [end.id, end.region, end.macroRegion, end.country].includes(place);

/** The two regions of a focal pair, and what leads out from them. */
export interface FocalPairAnswer extends FocalPair {
  /** Ids of the admin-1 regions of each half. */
  regions: [string[], string[]];
}

/**
 * Two macro-regions or regions as a focal pair.
 * @throws UserError `unknown-area` where one is neither, or holds no hub
 */
export async function focalPairOf(atlas: Atlas, pair: [string, string]): Promise<FocalPairAnswer> {
  const [all, hubs, regions] = await Promise.all([
    linkages(atlas),
    atlas.needed('hubs'),
    atlas.needed('regions'),
  ]);
  const members = pair.map((area) => {
    const own = regions
      .map(({ properties }) => properties)
      .filter(({ id, macroRegion }) => id === area || macroRegion === area);
    return own.map(({ id }) => id);
  }) as [string[], string[]];
  const placed = hubs.map(({ properties: { id, name, country, region }, geometry }) => ({
    place: { id, name, country, lngLat: geometry.coordinates as LngLat },
    half: members.findIndex((ids) => region !== undefined && ids.includes(region)),
  }));
  const half = (wanted: number) =>
    placed.filter((each) => each.half === wanted).map(({ place }) => place);
  for (const i of [0, 1] as const)
    if (half(i).length === 0)
      throw new UserError('unknown-area', `there is no region with a hub called "${pair[i]}"`);
  const sideOf = (end: LinkageEnd): 0 | 1 | CountryCode => {
    const at = members.findIndex((ids) => end.region !== undefined && ids.includes(end.region));
    return at === 0 || at === 1 ? at : end.country;
  };
  return {
    regions: members,
    ...focalPair(
      [half(0), half(1)],
      half(-1),
      all.map(({ id, ends: [a, b] }) => ({ id, ends: [sideOf(a), sideOf(b)] })),
    ),
  };
}
