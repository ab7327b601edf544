import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson';
import { isInArea } from '../core/geo/point-in-area';
import type {
  CountryCode,
  CrossingProps,
  HubProps,
  LngLat,
  MacroRegion,
  Name,
  NodeProps,
  PortProps,
  RegionProps,
} from '../core/types';

export const PLACE_KINDS = ['hub', 'port', 'crossing', 'node'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

const LAYER_OF: Record<PlaceKind, string> = {
  hub: 'hubs',
  port: 'ports',
  crossing: 'crossings',
  node: 'nodes',
};

/** A place of the network as a filter sees it. */
export interface Candidate {
  id: string;
  kind: PlaceKind;
  name: Name;
  /** Two for a crossing. */
  countries: CountryCode[];
  /** What the data says; crossings and stations are looked up by where they stand. */
  region?: string | undefined;
  population?: number | undefined;
  point: LngLat;
}

/** What must all be true of a place; what is absent asks nothing. */
export interface PlaceFilter {
  kind?: PlaceKind | undefined;
  country?: CountryCode | undefined;
  macroRegion?: MacroRegion | undefined;
  region?: string | undefined;
  /** Places without a figure are left out where one is asked for. */
  populationAtLeast?: number | undefined;
}

type Layers = Partial<Record<string, FeatureCollection>>;

/** Every place that a matrix can be made of, hubs first. Waypoints on roads and at sea are none. */
export function candidatesOf(layers: Layers): Candidate[] {
  return PLACE_KINDS.flatMap((kind) =>
    (layers[LAYER_OF[kind]]?.features ?? [])
      .filter(({ properties }) => kind !== 'node' || (properties as NodeProps).kind !== 'waypoint')
      .map((feature) => candidate(kind, feature)),
  );
}

function candidate(kind: PlaceKind, { properties, geometry }: Feature): Candidate {
  const props = properties as HubProps | PortProps | CrossingProps | NodeProps;
  return {
    id: props.id,
    kind,
    name: props.name,
    countries:
      'posts' in props && kind === 'crossing'
        ? (props as CrossingProps).posts.map(({ country }) => country)
        : [(props as HubProps).country],
    region: (props as HubProps).region,
    population: kind === 'hub' ? (props as HubProps).population?.value : undefined,
    point: (geometry as Point).coordinates as LngLat,
  };
}

/** The places that fit. `regions` is the layer of admin-1 regions. */
export function filterPlaces(
  candidates: readonly Candidate[],
  { kind, country, macroRegion, region, populationAtLeast }: PlaceFilter,
  regions: FeatureCollection | undefined,
): Candidate[] {
  const wanted = (regions?.features ?? []).filter(({ properties }) => {
    const props = properties as RegionProps;
    return (
      (region === undefined || props.id === region) &&
      (macroRegion === undefined || props.macroRegion === macroRegion)
    );
  });
  const ids = new Set(wanted.map(({ properties }) => (properties as RegionProps).id));
  const byRegion = region !== undefined || macroRegion !== undefined;
  return candidates.filter(
    (place) =>
      (kind === undefined || place.kind === kind) &&
      (country === undefined || place.countries.includes(country)) &&
      (populationAtLeast === undefined || (place.population ?? 0) >= populationAtLeast) &&
      (!byRegion ||
        (place.region !== undefined ? ids.has(place.region) : inAny(wanted, place.point))),
  );
}

/** Layers are joined over 180 degrees for drawing: a region there goes on beyond 180. */
const inAny = (regions: readonly Feature[], [lng, lat]: LngLat): boolean =>
  regions.some(({ geometry }) =>
    [lng, lng + 360, lng - 360].some((turn) =>
      isInArea(geometry as Polygon | MultiPolygon, [turn, lat]),
    ),
  );
