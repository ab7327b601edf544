import type { LineString, MultiLineString } from 'geojson';
import type { CountryCode, FullName, Gauge, LngLat, Mode, Name, Sourced, Status } from '../types';

export type CorridorPlaceKind =
  'hub' | 'port' | 'crossing' | 'station' | 'junction' | 'waypoint' | 'town';

/** A node of the network as a corridor asks for it. */
export interface CorridorNode {
  id: string;
  name: Name;
  kind: CorridorPlaceKind;
  /** Absent for crossings. */
  country?: CountryCode | undefined;
  lng: number;
  lat: number;
  /** Kilometre posts of the published tables: line id -> km from that line's origin. */
  posts?: Record<string, number> | undefined;
}

/** A place along a corridor. */
export interface CorridorPlace {
  id: string;
  name: Name;
  kind: CorridorPlaceKind;
  country?: CountryCode | undefined;
  lng: number;
  lat: number;
  /** WGS84 geodesic length of the drawn line from the corridor's first place. */
  chainageKm: number;
  /** The same by published lengths; absent from the first edge on that has none. */
  publishedChainageKm?: number | undefined;
  /** Chainage by published lengths where there are any and by geometry elsewhere. */
  mixedChainageKm: number;
}

/** A crossing on a corridor, in the direction of travel. */
export interface CorridorCrossing extends CorridorPlace {
  /** Absent where the corridor begins at the crossing. */
  from?: CountryCode | undefined;
  /** Absent where it ends there. */
  to?: CountryCode | undefined;
}

export interface CorridorEdgeKm {
  id: string;
  /** Travelled against the edge's own direction. */
  reversed: boolean;
  /** The length that counts: published where there is one, else geometry. */
  km: number;
  kmSource: 'published' | 'geometry';
  /** WGS84 geodesic length of the drawn edge. */
  drawnKm: number;
  mode: Mode;
  /** `sea` for sea edges. */
  country: CountryCode;
  /** Rail only; dual-gauge track lists both. */
  gauges?: Gauge[] | undefined;
  status: Status;
  /** Absent where it is not known. */
  electrified?: boolean | undefined;
}

/** Kilometres along a corridor, in groups; every group sums to `distanceKm`. */
export interface CorridorProfile {
  id: string;
  name: FullName;
  /** WGS84 geodesic length of the drawn line. */
  drawnKm: number;
  /** The drawn line on turf's sphere. */
  sphericalKm: number;
  /** The length an authority prints for the corridor as a whole. */
  publishedTotal?: (Sourced & { note?: string | undefined }) | undefined;
  /** What counts: published lengths where there are any, geometry elsewhere. */
  distanceKm: number;
  /** Kilometres by where they come from, as in a route; the two sum to `distanceKm`. */
  publishedKm: number;
  geometryKm: number;
  byCountry: Record<CountryCode, number>;
  byMode: Partial<Record<Mode, number>>;
  /** Track gauges in mm, `1435+1520` for dual-gauge track; rail only, so it sums to byMode.rail. */
  byGauge: Record<string, number>;
  byStatus: Partial<Record<Status, number>>;
  places: CorridorPlace[];
  /** Those of the places where it passes a border. */
  crossings: CorridorCrossing[];
  edges: CorridorEdgeKm[];
  /** The line from the first place to the last, unwrapped: longitudes may pass 180. */
  line: LngLat[];
  /** The same for files: cut at 180 degrees. */
  geometry: LineString | MultiLineString;
}
