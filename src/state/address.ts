import { MATRIX_MEASURES, type MatrixMeasure } from '../core/analysis/matrix-figures';
import { MAX_PAIRS, MAX_SCENARIOS } from '../core/scenario/table-limits';
import { MAX_BANDS } from '../core/analysis/reach-limits';
import { LANGS, LINKAGE_KINDS, MODES, type Lang, type LinkageKind, type Mode } from '../core/types';
import { PROJECTION_IDS, type ProjectionId } from '../core/projections';
import { LABELS, type Labels } from '../layers/labels';
import { THEME_IDS, type ThemeId } from '../layers/theme';
import { formatCamera, parseCamera, type Camera } from './address-camera';
import {
  CODE,
  codes,
  flag,
  matching,
  oneOf,
  pairOf,
  place,
  placePairs,
  places,
  rising,
  slug,
  slugs,
  someOf,
  upTo,
  wholeUpTo,
  type Param,
} from './address-params';
import { CONTROLS, MAX_PLACES, PANELS, type Control, type Panel } from './choices';

/**
 * What an address says. The query holds the meaning, the hash the camera (as MapLibre writes it).
 * A member is absent where the default holds, so that a shared view does not change with defaults
 * chosen for a visitor.
 */
export interface Address {
  lang?: Lang;
  theme?: ThemeId;
  labels?: Labels;
  projection?: ProjectionId;
  /** Ids of the visible layers; absent: the usual ones; empty: none. */
  layers?: string[];
  corridors?: string[];
  radiusKm?: number;
  panel?: Panel;
  /** A hub, crossing, port, region, ... whose card is open: `kind:id`. */
  selected?: string;
  /** Ends of the way in hand: an id, or `LNG,LAT`. */
  from?: string;
  to?: string;
  via?: string[];
  /** The place that reach is measured from. */
  hub?: string;
  /** Upper bounds of the bands of a reach, rising: km, or hours where `by` is time. */
  bands?: number[];
  /** What may be travelled; absent: everything. */
  modes?: Mode[];
  /** A macro-region or programme area. */
  area?: string;
  /** The border whose belt is shown; its width is the radius. */
  border?: string;
  /** Bound of the ranking of hubs: km, or hours where `by` is time. */
  within?: number;
  /** Origins of a matrix. */
  matrix?: string[];
  /** Its destinations, where they are others. */
  matrixTo?: string[];
  /** What of its cells is shown. */
  measure?: MatrixMeasure;
  by?: 'distance' | 'time';
  month?: number;
  /** A scenario's id, or the change itself, encoded. */
  scenario?: string;
  /** Scenarios side by side, as `scenario` has one; empty: today alone. Absent: they are not seen. */
  scenarios?: string[];
  /** The pairs of places that they are compared by; absent: the usual one. */
  pairs?: { from: string; to: string }[];
  /** Which of them the others are compared with, from 1; absent: today. */
  baseline?: number;
  /** The view of linkages, and which of them are seen: kinds, a place at either end, a year. */
  links?: boolean;
  kinds?: LinkageKind[];
  place?: string;
  year?: number;
  /** Two regions as a focal pair. */
  pair?: [string, string];
  /** A story on the stage, and which of its slides. */
  story?: string;
  scene?: string;
  embed?: boolean;
  /** What of the page an embedded map keeps; absent: the map alone. */
  controls?: Control[];
  camera?: Camera;
}

export type { Camera } from './address-camera';

/** A part of the address that was not understood; its default is used instead. */
export interface BadValue {
  param: string;
  value: string;
}

export const RADIUS_KM = { min: 10, max: 300, default: 50 } as const;
/** What the address and the core take; the slider covers the usual part of it. */
export const RADIUS_LIMIT_KM = 2000;

/** No two hubs are farther apart over the network, in km or in hours. */
const WITHIN_LIMIT = 40_000;

/** The declared table of the query: one row a parameter. */
const PARAMS: { [K in Exclude<keyof Address, 'camera'>]-?: Param<NonNullable<Address[K]>> } = {
  lang: oneOf('lang', LANGS),
  theme: oneOf('theme', THEME_IDS),
  labels: oneOf('labels', LABELS),
  projection: oneOf('projection', PROJECTION_IDS),
  layers: slugs('layers'),
  corridors: slugs('corridor'),
  radiusKm: upTo('radius', RADIUS_LIMIT_KM),
  panel: oneOf('panel', PANELS),
  selected: matching('selected', /^[a-z-]+:[a-z0-9-]+$/),
  from: place('from'),
  to: place('to'),
  via: places('via'),
  hub: place('hub'),
  bands: rising('bands', MAX_BANDS),
  modes: someOf('modes', MODES),
  area: slug('area'),
  border: slug('border'),
  within: upTo('within', WITHIN_LIMIT),
  matrix: places('matrix', MAX_PLACES),
  matrixTo: places('matrix-to', MAX_PLACES),
  measure: oneOf('measure', MATRIX_MEASURES),
  by: oneOf('by', ['distance', 'time']),
  month: wholeUpTo('month', 12),
  scenario: matching('scenario', CODE),
  scenarios: codes('scenarios', MAX_SCENARIOS),
  pairs: placePairs('pairs', MAX_PAIRS),
  baseline: wholeUpTo('baseline', MAX_SCENARIOS),
  links: flag('links'),
  kinds: someOf('kinds', LINKAGE_KINDS),
  place: slug('place'),
  year: wholeUpTo('year', 2100),
  pair: pairOf('pair'),
  story: slug('story'),
  scene: slug('scene'),
  embed: flag('embed'),
  controls: someOf('controls', CONTROLS),
};

/** Reads query and hash; what is bad is left out and listed. Parameters of others are ignored. */
export function parseAddress(search: string, hash: string): { address: Address; bad: BadValue[] } {
  const query = new URLSearchParams(search);
  const address: Address = {};
  const bad: BadValue[] = [];
  for (const [name, param] of entries()) {
    const text = query.get(param.key);
    if (text === null) continue;
    const value = param.parse(text);
    if (value === undefined) bad.push({ param: param.key, value: text });
    else Object.assign(address, { [name]: value });
  }
  const map = new URLSearchParams(hash.replace(/^#/, '')).get('map');
  if (map !== null) {
    const camera = parseCamera(map);
    if (camera) address.camera = camera;
    else bad.push({ param: 'map', value: map });
  }
  return { address, bad };
}

/** The query (with `?`, or empty) and hash (with `#`, or empty) that say the same. */
export function formatAddress(address: Address): { search: string; hash: string } {
  const parts: string[] = [];
  for (const [name, param] of entries()) {
    const value = address[name];
    if (value === undefined || value === false) continue;
    // Commas, colons and slashes are plain in a query and easier to read than their escapes.
    const text = encodeURIComponent(param.format(value))
      .replace(/%2C/g, ',')
      .replace(/%3A/g, ':')
      .replace(/%3B/g, ';');
    parts.push(`${param.key}=${text}`);
  }
  return {
    search: parts.length > 0 ? `?${parts.join('&')}` : '',
    hash: address.camera ? `#map=${formatCamera(address.camera)}` : '',
  };
}

/** The page's own address without query and hash. */
export const pageAddress = (): string => location.href.replace(/[?#].*$/s, '');

/** An address in full, as it is sent and cited. */
export function fullAddress(address: Address): string {
  const { search, hash } = formatAddress(address);
  return pageAddress() + search + hash;
}

/** The product's other page, in the same language and theme. */
export const otherPage = (page: 'index' | 'remote', { lang, theme }: Address): string =>
  `./${page}.html${formatAddress({ ...(lang && { lang }), ...(theme && { theme }) }).search}`;

function entries(): [Exclude<keyof Address, 'camera'>, Param<unknown>][] {
  return Object.entries(PARAMS) as [Exclude<keyof Address, 'camera'>, Param<unknown>][];
}
