import type { Feature, Geometry, Position } from 'geojson';
import type { Issue } from '../../core/errors';
import { isInGcj02Box, toGcj02 } from '../../core/geo/gcj02';
import type { LngLat, NodeProps } from '../../core/types';
import { warning } from '../validate/issue';
import { cellText } from './filter';
import type { FeatureStore } from './feature-store';

/**
 * Are these the shifted coordinates of a Chinese web map (GCJ-02)? No single number tells, so this is a
 * suspicion with its reason, never a certainty: either the file itself names the system, or its
 * points and lines come near stations whose place is known, and meet them where a Chinese map would
 * draw them rather than where they are.
 *
 * The second is a vote. Each known station that the file comes near, as it is or shifted, votes once,
 * for whichever is nearer. In data that were not shifted, and in data that have nothing to do with
 * stations, one is as likely as the other, or the true place likelier; so a majority that chance
 * gives in fewer than one of a thousand files is a suspicion, if the median distance falls to 60 % too
 * (the shift is 100 to 700 m, and stations here are good to half of that).
 */
export function gcj02Suspicion(
  store: FeatureStore,
  file: { name: string; crs?: string | undefined },
  stations: readonly LngLat[],
): Issue | undefined {
  if (store.mended.some(({ kind }) => kind === 'gcj02')) return undefined;
  const named = whereNamed(store, file);
  if (named) return suspicion(`${named} names the shifted system of Chinese web maps (GCJ-02)`);
  const votes = votesOf(store, stations);
  const shifted = votes.filter(({ plainM, shiftedM }) => shiftedM < plainM).length;
  const plainM = median(votes.map((vote) => vote.plainM));
  const shiftedM = median(votes.map((vote) => vote.shiftedM));
  if (chanceOf(shifted, votes.length) > MOST_CHANCE || shiftedM > MOST_LEFT * plainM)
    return undefined;
  return suspicion(
    `${shifted} of the ${votes.length} known railway stations that it comes near are met better where a Chinese web map draws them (GCJ-02): ` +
      `at ${Math.round(shiftedM)} m in the middle, at ${Math.round(plainM)} m otherwise`,
  );
}

/** Such a majority by chance: at most one file in a thousand. */
const MOST_CHANCE = 0.001;
/** To what share the median distance has to fall. */
const MOST_LEFT = 0.6;
/** Farther than this a station is not meant. */
const NEAR_M = 1000;
/** Stations that a second source confirms to this vote. */
const MAX_ERROR_KM = 0.5;
/** Features that are looked at, spread over the file. */
const SAMPLE = 20_000;
/** Features whose properties are read for a name of the system. */
const NAMED_SAMPLE = 50;
const METRES_PER_DEGREE = 111_195;
/** NEAR_M in degrees of latitude or longitude, generously, up to 56 north. */
const NEAR_DEGREES = 0.02;

/** Stations of the product that lie where the shift is applied and are known well enough to vote. */
export const votingStations = (
  nodes: readonly Feature<{ type: 'Point'; coordinates: Position }, NodeProps>[],
): LngLat[] =>
  nodes
    .filter(
      ({ properties: { kind, country, positionErrorKm } }) =>
        kind === 'station' && country === 'CN' && (positionErrorKm ?? Infinity) <= MAX_ERROR_KM,
    )
    .map(({ geometry }) => geometry.coordinates as LngLat);

/** Do most features lie where the shift is applied at all? */
export function mostlyInGcj02Box(store: FeatureStore): boolean {
  let inside = 0;
  let seen = 0;
  const step = Math.max(1, Math.floor(store.count / 200));
  for (let i = 0; i < store.count; i += step) {
    if (store.kinds[i] === 0) continue;
    seen += 1;
    if (isInGcj02Box([store.boxes[4 * i]!, store.boxes[4 * i + 1]!])) inside += 1;
  }
  return seen > 0 && inside * 2 > seen;
}

const suspicion = (message: string): Issue =>
  warning(
    'coordinates-gcj02',
    'all features',
    message,
    'WGS84; take the shift back, if a Chinese web map is the source (it moves places by 100 to 700 m)',
  );

const NAME = /gcj[\s_-]?0?2|火星坐标/i;
/** Makers of maps whose coordinates are shifted, where a property tells of the system. */
const SYSTEM_FIELD =
  /^(crs|srs|datum|coord(inate)?s?[\s_-]?(sys(tem)?|type)?|坐标系.*|坐标类型|map|provider|source)$/i;
const MAKER = /gcj[\s_-]?0?2|火星|高德|amap|autonavi|gaode|腾讯地图|tencent\s?map/i;

/** What in the file names the system; undefined where nothing does. */
function whereNamed(
  store: FeatureStore,
  { name, crs }: { name: string; crs?: string | undefined },
): string | undefined {
  if (crs !== undefined && NAME.test(crs)) return `the coordinate system "${crs.slice(0, 60)}"`;
  if (NAME.test(name)) return `the name of the file`;
  const fields = store.fields.list().map((field) => field.name);
  const column = fields.find((field) => NAME.test(field));
  // A file with both, such as lng_gcj02 beside lng_wgs84, was read by the columns that are not shifted.
  if (column !== undefined && !fields.some((field) => /wgs[\s_-]?84/i.test(field)))
    return `the property "${column.slice(0, 60)}"`;
  const telling = fields.find((field) => SYSTEM_FIELD.test(field) && mostSay(store, field, MAKER));
  return telling === undefined ? undefined : `the property "${telling}"`;
}

function mostSay(store: FeatureStore, field: string, pattern: RegExp): boolean {
  let [seen, say] = [0, 0];
  for (let i = 0; i < store.count && seen < NAMED_SAMPLE; i++) {
    if (store.bad[i]) continue;
    seen += 1;
    if (pattern.test(cellText(store.feature(i).properties, field))) say += 1;
  }
  return say * 2 > seen;
}

interface Vote {
  /** From the file to the station where it is. */
  plainM: number;
  /** From the file to the station where a Chinese map draws it. */
  shiftedM: number;
}

function votesOf(store: FeatureStore, stations: readonly LngLat[]): Vote[] {
  const ballots = stations.map((plain) => ({
    plain,
    shifted: toGcj02(plain),
    plainM: Infinity,
    shiftedM: Infinity,
  }));
  const step = Math.max(1, Math.ceil(store.count / SAMPLE));
  for (let i = 0; i < store.count; i += step) {
    if (store.kinds[i] === 0) continue;
    const box = store.boxes.subarray(4 * i, 4 * i + 4);
    const near = ballots.filter(({ plain: [lng, lat] }) => isNearBox(lng, lat, box));
    if (near.length === 0) continue;
    const { geometry } = store.feature(i);
    for (const ballot of near) {
      ballot.plainM = Math.min(ballot.plainM, metresTo(ballot.plain, geometry));
      ballot.shiftedM = Math.min(ballot.shiftedM, metresTo(ballot.shifted, geometry));
    }
  }
  return ballots.filter(({ plainM, shiftedM }) => Math.min(plainM, shiftedM) < NEAR_M);
}

const isNearBox = (lng: number, lat: number, [west, south, east, north]: Float64Array): boolean =>
  lng > west! - NEAR_DEGREES &&
  lng < east! + NEAR_DEGREES &&
  lat > south! - NEAR_DEGREES &&
  lat < north! + NEAR_DEGREES;

/** To the points and lines of a geometry, in a plane around the place; areas tell nothing. */
function metresTo(place: LngLat, geometry: Geometry): number {
  switch (geometry.type) {
    case 'Point':
      return metresToSegment(place, geometry.coordinates, geometry.coordinates);
    case 'MultiPoint':
      return least(geometry.coordinates, (at) => metresToSegment(place, at, at));
    case 'LineString':
      return metresToLine(place, geometry.coordinates);
    case 'MultiLineString':
      return least(geometry.coordinates, (line) => metresToLine(place, line));
    case 'GeometryCollection':
      return least(geometry.geometries, (part) => metresTo(place, part));
    default:
      return Infinity;
  }
}

const metresToLine = (place: LngLat, line: readonly Position[]): number =>
  least(line, (at, i) => (i === 0 ? Infinity : metresToSegment(place, line[i - 1]!, at)));

function metresToSegment([lng, lat]: LngLat, from: Position, to: Position): number {
  const east = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  const [ax, ay] = [(from[0]! - lng) * east, (from[1]! - lat) * METRES_PER_DEGREE];
  const [dx, dy] = [(to[0]! - from[0]!) * east, (to[1]! - from[1]!) * METRES_PER_DEGREE];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / square));
  return Math.hypot(ax + share * dx, ay + share * dy);
}

const least = <T>(list: readonly T[], measure: (item: T, index: number) => number): number =>
  list.reduce((min, item, i) => Math.min(min, measure(item, i)), Infinity);

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Infinity;
}

/** How likely at least so many heads are in so many throws of a coin. */
function chanceOf(heads: number, throws: number): number {
  let term = 0.5 ** throws;
  let sum = 0;
  for (let i = 0; i <= throws; i++) {
    if (i >= heads) sum += term;
    term *= (throws - i) / (i + 1);
  }
  return sum;
}
