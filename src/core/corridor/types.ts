import type { LineString, MultiLineString } from 'geojson';
import type { CountryStretch } from '../analysis/line-countries';
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
  /** How far it lies from the line, WGS84 geodesic; absent: it is on the line. */
  offKm?: number | undefined;
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

/** What is not known of a stretch that lies on no edge of the network. */
export type Unknown = 'unknown';

/** A stretch of a drawn line: what is known of it is that of the edge that it lies on. */
export interface DrawnStretch extends Omit<CorridorEdgeKm, 'id' | 'kmSource' | 'mode' | 'status'> {
  /** The edge; this, mode, gauges, status and traction are absent where it lies on none. */
  id?: string | undefined;
  kmSource: 'geometry';
  mode?: Mode | undefined;
  status?: Status | undefined;
}

/** Where a drawn line passes from one country into another. */
export interface BorderPassage {
  from: CountryCode;
  to: CountryCode;
  chainageKm: number;
  lng: number;
  lat: number;
}

/**
 * A line of a person's own as a corridor. Its kilometres are those of the drawn geodesics, also
 * where it lies on edges that have a published length, and its places lie beside it.
 */
export interface DrawnProfile extends Omit<
  CorridorProfile,
  'publishedTotal' | 'crossings' | 'edges' | 'byMode' | 'byStatus'
> {
  drawn: true;
  /** How near its places are, km. */
  radiusKm: number;
  /** Kilometres that lie on edges of the network. */
  onNetworkKm: number;
  byMode: Partial<Record<Mode | Unknown, number>>;
  byStatus: Partial<Record<Status | Unknown, number>>;
  /** In which country each part of it lies. */
  countries: CountryStretch[];
  /** Of borders of land; coasts are none. */
  borders: BorderPassage[];
  /** In order; they end where country or edge change, and at every place. */
  edges: DrawnStretch[];
}
