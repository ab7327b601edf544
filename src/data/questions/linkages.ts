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
      atlas.layer('linkages'),
      atlas.layer('hubs'),
      atlas.layer('regions'),
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
