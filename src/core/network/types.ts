import type { Feature, LineString, MultiLineString, Point } from 'geojson';
import type { Issue } from '../errors';
import type { Scenario } from '../scenario/types';
import type {
  CountryCode,
  CrossingProps,
  EdgeProps,
  FullName,
  Gauge,
  HoursRange,
  HubProps,
  LngLat,
  Mode,
  Name,
  NodeProps,
  PortProps,
  Source,
  Status,
} from '../types';
import type { JoinedGraph } from './join';

/** One row of the table of assumptions: a speed in km/h or a time in hours, as an honest range. */
export interface Assumption extends HoursRange {
  id: string;
  group: 'speed' | 'border' | 'gauge' | 'port' | 'transfer';
  /** What the row applies to, in the words of the data: a speed class, a mode, a kind of node. */
  appliesTo: string;
  unit: 'km/h' | 'h';
  /** Absent: the row is an assumption of this project. */
  source?: Source | undefined;
  note: FullName;
}

/** What a network is built from: the layers of geodata as plain features. */
export interface NetworkData {
  hubs: Feature<Point, HubProps>[];
  ports: Feature<Point, PortProps>[];
  crossings: Feature<Point, CrossingProps>[];
  nodes: Feature<Point, NodeProps>[];
  /** Railways, roads and sea routes together. */
  edges: Feature<LineString | MultiLineString, EdgeProps>[];
  assumptions: Assumption[];
}

export interface NetworkOptions {
  /** Absent: today. */
  scenario?: Scenario | undefined;
  /** 1 to 12; absent: the scenario's month, else everything seasonal is open. */
  month?: number | undefined;
  /** Absent: all three. */
  modes?: readonly Mode[] | undefined;
}

export type PlaceKind = 'hub' | 'port' | 'crossing' | NodeProps['kind'] | 'added';

export interface NetworkNode {
  id: string;
  name: Name;
  kind: PlaceKind;
  /** One, but at a crossing both; none for an added node that stands free. */
  countries: CountryCode[];
  lng: number;
  lat: number;
}

/**
 * Where the kilometres of an edge come from: a published table, its geometry, the drawn line of a
 * link that a scenario adds times its length factor, or the geodesic between a port and its hub
 * where no line of the data joins the two.
 */
export type KmSource = 'published' | 'geometry' | 'added' | 'straight';

/** An edge that can be travelled under the options the network was built with. */
export interface NetworkEdge {
  id: string;
  line: string;
  name: Name;
  mode: Mode;
  country: CountryCode;
  status: Status;
  speedClass: string;
  months?: number[] | undefined;
  km: number;
  kmSource: KmSource;
  /** Index into `Network.nodes`. */
  from: number;
  to: number;
  gauges: Gauge[];
  /** From `from` to `to`, with longitudes that never jump, so they may leave [-180, 180]. */
  coords: LngLat[];
}

/** What a link stands for; running links belong to an edge, the others cost hours only. */
export const LINK_KINDS = ['running', 'border', 'gauge', 'port', 'transfer'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/**
 * The network as a graph of states. A state is a node entered by one mode, on one gauge, in one
 * country; a link joins two states, both ways at the same cost. Plain data: it can be cloned to a
 * worker. Arrays are indexed by state (`state...`), link (`link...`) or, in compressed sparse rows,
 * by `firstOut[state]` up to `firstOut[state + 1]` (`out...`).
 */
export interface Network {
  nodes: readonly NetworkNode[];
  edges: NetworkEdge[];
  /** Node id -> index into `nodes`. */
  nodeIndex: ReadonlyMap<string, number>;
  /** Edge id -> index into `edges`. */
  edgeIndex: Map<string, number>;

  stateCount: number;
  stateNode: Int32Array;
  /** Index into `MODES`. */
  stateMode: Uint8Array;
  /** Millimetres; 0 where not rail. */
  stateGauge: Uint16Array;
  stateCountry: CountryCode[];
  /** The states of node n: `nodeState[firstState[n]]` up to `nodeState[firstState[n + 1] - 1]`. */
  firstState: Int32Array;
  nodeState: Int32Array;

  linkCount: number;
  linkA: Int32Array;
  linkB: Int32Array;
  /** Index into `LINK_KINDS`. */
  linkKind: Uint8Array;
  /** Index into `edges`; -1 where the link belongs to none. */
  linkEdge: Int32Array;
  /** The stretch of the edge from state A to state B, as shares of its length. */
  linkShareA: Float64Array;
  linkShareB: Float64Array;
  linkKm: Float64Array;
  linkHoursLow: Float64Array;
  linkHoursTypical: Float64Array;
  linkHoursHigh: Float64Array;
  /** Links by edge: `edgeLink[firstEdgeLink[e]]` up to `edgeLink[firstEdgeLink[e + 1] - 1]`. */
  firstEdgeLink: Int32Array;
  edgeLink: Int32Array;

  firstOut: Int32Array;
  outState: Int32Array;
  outLink: Int32Array;

  /** The same graph with its states of degree two joined into chains. */
  joined: JoinedGraph;

  month: number | undefined;
  modes: Mode[];
  scenario: Scenario;
  /** Months in which a crossing or port that is not open all year is open, by node id. */
  seasonalNodes: Map<string, number[]>;
  /** Defects of the data met while building. */
  issues: Issue[];
}
