import type { Geometry } from 'geojson';
import type { Issue } from '../../core/errors';

/** An own layer: what a person has imported or drawn, as page, store and worker know it. */

/** Hard bounds of what is imported; they are said on the page and in the README. */
export const MAX_FILE_MB = 512;
export const MAX_FEATURES = 2_000_000;
/** Formats that are read whole (all but GeoJSON, CSV and FlatGeobuf) take more memory. */
export const MAX_WHOLE_FILE_MB = 128;
/** What an archive may unpack to. */
export const MAX_UNPACKED_MB = 512;
export const MAX_LAYERS = 20;

/** Formats that are read; `drawn` comes from the page's own tools. */
export const OWN_FORMATS = [
  'geojson',
  'csv',
  'kml',
  'kmz',
  'gpx',
  'shapefile',
  'topojson',
  'flatgeobuf',
  'drawn',
] as const;
export type OwnFormat = (typeof OWN_FORMATS)[number];

export interface OwnStyle {
  /** `#rrggbb`. */
  color: string;
  /** Radius of points and width of lines, pixels. */
  size: number;
  /** 0 to 1. */
  opacity: number;
}

export const FILTER_TESTS = [
  'contains',
  'is',
  'is-not',
  'more',
  'less',
  'filled',
  'empty',
] as const;
export type FilterTest = (typeof FILTER_TESTS)[number];

/** One condition on a property. `value` is text as typed; `more` and `less` compare numbers. */
export interface OwnFilter {
  field: string;
  test: FilterTest;
  value: string;
}

/** What mends a whole layer; its file's own features stay as they are and can be had back. */
export type Repair =
  | { kind: 'swap-axes' }
  /** From projected coordinates: a proj4 definition, and its name for people. */
  | { kind: 'reproject'; from: string; name: string }
  /** From the shifted coordinates of Chinese web maps to WGS84. */
  | { kind: 'gcj02' }
  | { kind: 'cut-180' }
  | { kind: 'close-rings' }
  | { kind: 'wind' }
  | { kind: 'renew-ids' };
export type RepairKind = Repair['kind'];

/** A property that features have, with what it mostly holds. */
export interface OwnField {
  name: string;
  kind: 'number' | 'text';
}

/** What is known of a layer's features. */
export interface OwnSummary {
  /** Good features; the bad ones are not drawn and not listed. */
  good: number;
  bad: number;
  points: number;
  lines: number;
  areas: number;
  vertices: number;
  /** West, south, east, north of the good features; absent where there are none. */
  box?: [number, number, number, number] | undefined;
  fields: OwnField[];
  /** How often each defect occurs, by its code. */
  counts: Record<string, number>;
  /** The first of them, at most MAX_ISSUES. */
  issues: Issue[];
  /** Mendings that fit, the likeliest first. */
  repairs: Repair[];
}

/** What is kept of a layer beside its features. Plain data. */
export interface OwnLayer {
  id: string;
  name: string;
  /** Name of the file, or of the tool that drew it. */
  source: string;
  format: OwnFormat;
  /** ISO time. */
  created: string;
  style: OwnStyle;
  filter: OwnFilter[];
  /** Property that is written beside each feature. */
  label?: string | undefined;
  visible: boolean;
  /** In the order they were asked for. */
  mended: Repair[];
  summary: OwnSummary;
  /** Defects of the reading itself, which the kept features do not show any more. */
  reading: { counts: Record<string, number>; issues: Issue[]; rejected: number };
  /** How its file's text was read, where that was guessed or chosen. */
  encoding?: string | undefined;
}

/** One row of a layer's table: the feature's number in its layer, and its texts by field. */
export interface OwnRow {
  index: number;
  cells: string[];
}

/** A named point of an own layer: an origin or destination. */
export interface OwnPlace {
  /** Its number in its layer. */
  index: number;
  name: string;
  lng: number;
  lat: number;
}

/** What of a layer lies inside an outline. */
export interface OwnInside {
  points: number;
  lines: number;
  areas: number;
  /** Numbers of the features inside, at most as many as a list shows. */
  rows: OwnRow[];
}

export type OwnGeometry = Exclude<Geometry, null>;
