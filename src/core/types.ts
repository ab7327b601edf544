/**
 * The words of the domain, as plain data. The schemas of src/data check files against them; every
 * other room speaks in them. Over 250 lines, as a list of declarations without code: what is looked up
 * here is looked up by its word, and one place holds them all.
 */

/** Longitude and latitude in degrees on WGS84, longitude first. */
export type LngLat = [lng: number, lat: number];

/**
 * The languages that the page speaks: how each is called in itself, and its BCP 47 tag, for numbers,
 * dates, plurals and the page's lang attribute.
 */
export const LANGUAGES = {
  en: { name: 'English', locale: 'en-GB' },
  zh: { name: '简体中文', locale: 'zh-Hans-CN' },
  ru: { name: 'Русский', locale: 'ru-RU' },
  mn: { name: 'Монгол', locale: 'mn-MN' },
} as const satisfies Record<string, { name: string; locale: string }>;
export type Lang = keyof typeof LANGUAGES;
export const LANGS = Object.keys(LANGUAGES) as Lang[];

/** Those that the data name everything in; in another, places keep their English names. */
export const NAME_LANGS = ['en', 'zh', 'ru', 'mn'] as const satisfies Lang[];
export type NameLang = (typeof NAME_LANGS)[number];

/** A name in the languages of the product; `local` where the local language is another. */
export interface Name extends Partial<Record<Lang, string | undefined>> {
  en: string;
  local?: { lang: string; text: string } | undefined;
  /** Languages whose form was made by rule, not taken from a source. */
  transliterated?: Lang[] | undefined;
}
export type FullName = Name & Record<NameLang, string>;

export interface Source {
  title: string;
  publisher: string;
  date: string;
  url?: string | undefined;
}

export interface Sourced<T = number> {
  value: T;
  source: Source;
}

export interface Population {
  value: number;
  year: number;
  source: Source;
}

/** ISO 3166-1 alpha-2, upper case. `sea` stands for high seas and coastal waters alike. */
export type CountryCode = string;

export const MODES = ['rail', 'road', 'sea'] as const;
export type Mode = (typeof MODES)[number];

/** Track gauge in millimetres. */
export type Gauge = 1520 | 1435 | 1067 | 762;

export const STATUSES = [
  'operating',
  'seasonal',
  'under-construction',
  'planned',
  'studied',
  'closed',
] as const;
export type Status = (typeof STATUSES)[number];

export const GEOMETRY_GRADES = [
  'surveyed',
  'natural-earth-10m',
  'natural-earth-50m',
  'station-chain',
  'waypoints',
  'endpoints',
] as const;
export type GeometryGrade = (typeof GEOMETRY_GRADES)[number];

export const MACRO_REGIONS = [
  'northeast-china',
  'north-china',
  'northwest-china',
  'siberia',
  'russian-far-east',
  'mongolia',
] as const;
export type MacroRegion = (typeof MACRO_REGIONS)[number];

/** An honest range: of hours, or of km/h where a speed is an assumption. */
export interface HoursRange {
  low: number;
  typical: number;
  high: number;
}

/** How exact a coordinate or a line is, and where it comes from. */
export interface Provenance {
  sources: Source[];
  /** Largest plausible distance between the drawn and the true position, km. */
  positionErrorKm: number;
}

/** A station, junction, road or sea waypoint: a node that is neither hub, crossing nor port. */
export interface NodeProps extends Provenance {
  id: string;
  name: Name;
  kind: 'station' | 'junction' | 'waypoint' | 'town';
  country: CountryCode;
  /** Trains may change gauge here, at the cost of assumption `gauge-change`. */
  gaugeBreak?: boolean | undefined;
  /** Kilometre posts of the published tables: line id -> km from that line's origin. */
  posts?: Record<string, number> | undefined;
}

export type HubRole =
  | 'national-capital'
  | 'regional-capital'
  | 'border-town'
  | 'port'
  | 'science'
  | 'logistics'
  | 'industry'
  | 'resource'
  | 'gateway';

/** A city, port or science centre that people measure between. Also a node of the network. */
export interface HubProps extends Provenance {
  id: string;
  name: FullName;
  country: CountryCode;
  /** Region id (lower-case ISO 3166-2), where the hub lies in one. */
  region?: string | undefined;
  roles: HubRole[];
  /** Label rank: 1 seen from afar, 4 only near. */
  rank: 1 | 2 | 3 | 4;
  population?: Population | undefined;
  airport?: { iata: string; name: string; source: Source } | undefined;
  gaugeBreak?: boolean | undefined;
  posts?: Record<string, number> | undefined;
}

/** A sea or river port. Also a node of the network: rail, road and sea edges end on it. */
export interface PortProps extends Provenance {
  id: string;
  name: FullName;
  country: CountryCode;
  region?: string | undefined;
  kind: 'sea' | 'river' | 'river-sea';
  locode?: string | undefined;
  status: Status;
  asOf: string;
  /** Months (1 to 12) in which ships call; absent: all year. */
  months?: number[] | undefined;
  hub?: string | undefined;
}

/** How a border is passed at a crossing. River ferries and ice roads carry road traffic. */
export type CrossingMode = 'rail' | 'road' | 'river' | 'ice';

export interface CrossingPost {
  country: CountryCode;
  name: FullName;
  gauge?: Gauge | undefined;
}

/** A place where a route passes a state border. Also a node of the network. */
export interface CrossingProps extends Provenance {
  id: string;
  name: FullName;
  posts: [CrossingPost, CrossingPost];
  modes: CrossingMode[];
  status: Status;
  asOf: string;
  /** Months (1 to 12) in which it is open; absent: all year. */
  months?: number[] | undefined;
  opened?: string | undefined;
  capacity?: { text: string; source: Source }[] | undefined;
  traffic?: { value: number; unit: string; period: string; source: Source }[] | undefined;
  dwellHours: HoursRange & { source?: Source | undefined; assumption: boolean };
  /** What was looked for and not found in a source that can be cited. */
  unknown?: ('opened' | 'capacity' | 'traffic')[] | undefined;
  note?: Name | undefined;
}

/** One stretch of railway, road or sea route between two nodes. */
export interface EdgeProps extends Provenance {
  id: string;
  /** Id of the line the edge is part of, and that line's name. */
  line: string;
  name: FullName;
  from: string;
  to: string;
  mode: Mode;
  /** Rail only; dual-gauge track lists both. */
  gauges?: Gauge[] | undefined;
  status: Status;
  asOf: string;
  /** Months (1 to 12) in which it can be used; absent: all year. */
  months?: number[] | undefined;
  /** `sea` for sea edges. An edge lies in one country: borders are passed at crossings. */
  country: CountryCode;
  /** Published length; absent: the geodesic length of the geometry counts. */
  lengthKm?: Sourced | undefined;
  tracks?: number | undefined;
  electrified?: boolean | undefined;
  /** Key into the speed assumptions, such as `rail-main`, `road-gravel`, `sea-ice`. */
  speedClass: string;
  /** Roads: what one drives on. */
  surface?: 'paved' | 'gravel' | 'earth' | 'bridge' | 'ferry' | 'ice' | undefined;
  opened?: string | undefined;
  geometryGrade: GeometryGrade;
  /** Why published over geometric length lies outside 0.98 to 1.35, where it does. */
  ratioReason?: string | undefined;
  note?: string | undefined;
}

/** A named, ordered way through the network. */
export interface Corridor {
  id: string;
  name: FullName;
  summary: FullName;
  /** Label rank: 1 first in lists. */
  rank: number;
  /** Nodes the way goes through, in order; the first and the last are its ends. */
  via: string[];
  /** Edge ids in order from the first place to the last. */
  edges: string[];
  /** Published length of the whole corridor, where an authority prints one. */
  publishedKm?: (Sourced & { note?: string | undefined }) | undefined;
  sources: Source[];
}

export interface RegionProps extends Provenance {
  id: string;
  iso: string;
  name: FullName;
  country: CountryCode;
  /** Absent on regions that are drawn as context. */
  macroRegion?: MacroRegion | undefined;
  areaKm2: number;
  population?: Population | undefined;
  programmes?: string[] | undefined;
  knownFor?: { text: FullName; source: Source }[] | undefined;
}

export interface SettlementProps {
  id: string;
  name: Name;
  country: CountryCode;
  region?: string | undefined;
  population: number;
  /** Year of the population figure. */
  year: number;
  sources: Source[];
}

export const LINKAGE_KINDS = [
  'science',
  'trade',
  'investment',
  'energy',
  'twinning',
  'culture',
] as const;
export type LinkageKind = (typeof LINKAGE_KINDS)[number];

/** A relation between two places that is not a way one can travel. */
export interface LinkageProps extends Provenance {
  id: string;
  name: FullName;
  kind: LinkageKind;
  /** Hub ids or region ids. */
  from: string;
  to: string;
  since: string;
  until?: string | undefined;
  text: FullName;
}
