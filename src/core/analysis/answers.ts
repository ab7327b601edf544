import type { LineString, MultiLineString } from 'geojson';
import type { KmSource, LinkKind } from '../network/types';
import type { RouteLeg } from './route-legs';
import type { CountryCode, Gauge, HoursRange, LngLat, Mode, Name, Status } from '../types';

/** A place as an answer names it. */
export interface AnswerPlace {
  /** Absent where the place was given as coordinates. */
  id?: string | undefined;
  name?: Name | undefined;
  lng: number;
  lat: number;
  /** Geodesic km between the place and the network, part of no distance; absent: it is too far. */
  snapKm?: number | undefined;
  /** Where a place that is no node joins the network. */
  joins?: { edge: string; chainageKm: number; lng: number; lat: number } | undefined;
}

export interface PassedCrossing {
  id: string;
  name: Name;
  from: CountryCode;
  to: CountryCode;
  hours: HoursRange;
  /** Kilometres from the start of the route. */
  atKm: number;
}

export interface PassedGaugeBreak {
  node: string;
  name: Name;
  from: Gauge;
  to: Gauge;
  hours: HoursRange;
  atKm: number;
}

/** A change between rail, road and sea. */
export interface PassedTransfer {
  node: string;
  name: Name;
  from: Mode;
  to: Mode;
  hours: HoursRange;
  atKm: number;
}

/** What a route is made of. Every group of kilometres sums to `distanceKm`, byGauge to byMode.rail. */
export interface RouteSums {
  distanceKm: number;
  hours: HoursRange;
  /** Sums to `hours`. */
  hoursByPart: Record<LinkKind, HoursRange>;
  byMode: Partial<Record<Mode, number>>;
  byCountry: Record<CountryCode, number>;
  byGauge: Record<string, number>;
  byStatus: Partial<Record<Status, number>>;
  /** Kilometres by where they come from; the four sum to `distanceKm`. */
  publishedKm: number;
  geometryKm: number;
  addedKm: number;
  straightKm: number;
}

export interface RouteEdge {
  id: string;
  km: number;
  kmSource: KmSource;
  /** The direction of travel is against the edge's own. */
  reversed: boolean;
}

/** Something on the way that is not open all year. */
export interface SeasonalUse {
  id: string;
  kind: 'edge' | 'crossing' | 'port';
  months: number[];
}

export interface Route extends RouteSums {
  /** distanceKm over greatCircleKm; 1 where both are 0. */
  detourRatio: number;
  crossings: PassedCrossing[];
  gaugeBreaks: PassedGaugeBreak[];
  transfers: PassedTransfer[];
  edges: RouteEdge[];
  /** The edges grouped by line, with the hours that each takes. */
  legs: RouteLeg[];
  seasonal: SeasonalUse[];
  /** Ids of the hubs, ports and crossings on the way, in order. */
  path: string[];
  geometry: LineString | MultiLineString;
}

interface Ends {
  from: AnswerPlace;
  to: AnswerPlace;
  via: AnswerPlace[];
  /** WGS84 geodesic between the two places, as given. */
  greatCircleKm: number;
}

export type RouteAnswer =
  | (Ends & { status: 'ok' } & Route & { alternatives?: Route[] | undefined })
  | (Ends & { status: 'unreachable'; reason: string })
  | (Ends & { status: 'too-far'; reason: string });

export interface RouteQuery {
  /** Node id, name in any language, `LNG,LAT`, or coordinates. */
  from: string | LngLat;
  to: string | LngLat;
  via?: readonly (string | LngLat)[] | undefined;
  /** Default: distance. `time` means the typical hours. */
  by?: 'distance' | 'time' | undefined;
  /** How many more ways to look for, 0 (default) to 5. */
  alternatives?: number | undefined;
  /** Largest share of its km an alternative may have in common with a better way. Default 0.6. */
  maxShare?: number | undefined;
  /** Largest cost of an alternative over the best cost. Default 1.6. */
  maxRatio?: number | undefined;
}

export type MatrixCell =
  | ({
      from: string;
      to: string;
      status: 'ok';
      greatCircleKm: number;
      detourRatio: number;
    } & RouteSums & {
        crossings: string[];
        gaugeBreaks: string[];
        transfers: string[];
        seasonal: string[];
        path: string[];
      })
  | {
      from: string;
      to: string;
      status: 'unreachable' | 'too-far';
      reason: string;
      greatCircleKm: number;
    };

export interface MatrixAnswer {
  places: (AnswerPlace & { key: string })[];
  /** Absent: the places are both origins and destinations. */
  destinations?: (AnswerPlace & { key: string })[] | undefined;
  by: 'distance' | 'time';
  /** Row by row: from the first place to all destinations, from the second to all, ... */
  cells: MatrixCell[];
}

export interface ReachedHub extends AnswerPlace {
  id: string;
  km: number;
  /** Typical hours. */
  hours: number;
}

export interface ReachBand {
  /** Upper bound of the band: km by distance, hours by time. All within it counts, not a ring. */
  within: number;
  /** Kilometres of network within the bound. */
  km: number;
  hubs: ReachedHub[];
  settlements: number;
  population: number;
  populationYears: [number, number] | undefined;
  geometry: MultiLineString;
}

export type ReachAnswer =
  | {
      status: 'ok';
      from: AnswerPlace;
      by: 'distance' | 'time';
      accessKm: number;
      bands: ReachBand[];
      /** What within the largest bound is not open all year, by id. */
      seasonal: SeasonalUse[];
    }
  | { status: 'too-far'; from: AnswerPlace; by: 'distance' | 'time'; reason: string };
