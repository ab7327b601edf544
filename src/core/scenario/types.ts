import type { FullName, Gauge, HoursRange, LngLat, Mode, Source, Status } from '../types';

/** The version of the scenario document that this program writes. */
export const SCENARIO_VERSION = 1;

/** A link that exists in no layer, drawn between two places. */
export interface AddedLink {
  /** Unique within the scenario; `added-1`, `added-2`, ... where the document gives none. */
  id: string;
  /** Text to show; absent: the ids of its ends. */
  name?: string | undefined;
  /** Node ids, or coordinates that join the network at the nearest point of an edge of its mode. */
  from: string | LngLat;
  to: string | LngLat;
  /** Points between the ends, in order. */
  through: LngLat[];
  mode: Mode;
  /** Rail only; empty for road and sea. */
  gauges: Gauge[];
  speedKmh: number;
  status: Status;
  /** Kilometres of track over kilometres of the drawn line, at least 1. */
  lengthFactor: number;
  /** Where on the link the border lies, as a share of its length, when its ends are in two countries. */
  borderAt: number;
  opens?: number | undefined;
}

/** A named set of changes to the network; the one without changes is today. */
export interface Scenario {
  version: typeof SCENARIO_VERSION;
  id: string;
  name: string;
  /** Lines, edges, crossings or ports that count as operating. */
  on: string[];
  /** Lines, edges, crossings or ports that count as closed; `off` wins over `on`. */
  off: string[];
  add: AddedLink[];
  /** Assumptions by id, or the dwell of one crossing by its id. */
  set: Record<string, HoursRange>;
  /** Month (1 to 12) the scenario speaks of; absent: all seasonal links are open. */
  month?: number | undefined;
}

export const TODAY: Scenario = {
  version: SCENARIO_VERSION,
  id: 'today',
  name: 'Today',
  on: [],
  off: [],
  add: [],
  set: {},
};

/** A scenario that comes with the product, named in its four languages. */
export interface ScenarioPreset {
  id: string;
  name: FullName;
  scenario: Scenario;
  sources: Source[];
}
