import { countryStretches, kmByCountry, type CountryArea } from '../analysis/line-countries';
import { measureLine } from '../analysis/measure';
import { pointAtKm } from '../geo/along';
import { cutLineAt180, unwrap, wrapLongitude } from '../geo/antimeridian';
import { geodesicThrough } from '../geo/geodesic';
import { indexLines } from '../geo/line-index';
import { chainagesKm } from '../geo/line-length';
import { nearestOnLine } from '../geo/nearest-on-line';
import type { LngLat } from '../types';
import type { EdgeFinder, LegOnEdge } from './legs-on-edges';
import type {
  BorderPassage,
  CorridorNode,
  CorridorPlace,
  DrawnProfile,
  DrawnStretch,
} from './types';

/** A line of a person's own: geodesics through its points. */
export interface DrawnLine {
  /** For file names and columns. */
  id: string;
  name: string;
  /** Two or more, wrapped or unwrapped. */
  points: readonly LngLat[];
}

/** What a drawn line is laid upon. */
export interface DrawnGround {
  countries: readonly CountryArea[];
  edges: EdgeFinder;
  /** All nodes of the network. */
  places: readonly CorridorNode[];
}

/** Chords of the geometry for files depart from the geodesic by less than 50 m. */
const STEP_KM = 20;
/** Chainages nearer to one another than a metre are one. */
const SAME_KM = 0.001;
/** A place this near is on the line. */
const ON_LINE_KM = 0.05;
/** Places that are told of from afar; others only where they are on the line. */
const SEEN_FROM_AFAR: readonly CorridorNode['kind'][] = ['hub', 'port', 'crossing'];

/**
 * A drawn line as a corridor: kilometres by country, and by what is known of the edges that it lies
 * on; borders passed; the places on it; and the hubs, ports and crossings within `radiusKm`, each at the
 * kilometre nearest to it.
 * @throws UserError `too-few-points`, `bad-coordinate`
 */
export function drawnProfile(
  { id, name, points }: DrawnLine,
  { countries, edges: finder, places: known }: DrawnGround,
  radiusKm: number,
): DrawnProfile {
  const { sphericalKm } = measureLine(points);
  const line = unwrap(points);
  const chainages = chainagesKm(line);
  const lengthKm = chainages[line.length - 1]!;
  const pointAt = (km: number): LngLat => {
    const [lng, lat] = pointAtKm(line, Math.min(km, lengthKm), chainages);
    return [wrapLongitude(lng), lat];
  };
  const inCountries = countryStretches(line, countries);
  const legs = finder.legsOn(line);
  const beside = placesBeside(line, known, radiusKm);
  const cuts = cutsOf(lengthKm, [
    ...inCountries.map(({ fromKm }) => fromKm),
    ...legs.flatMap((leg, i) => (leg?.edge === legs[i - 1]?.edge ? [] : [chainages[i]!])),
    ...beside.map(({ chainageKm }) => chainageKm),
  ]);
  const edges = stretchesBetween(cuts, (km) => ({
    country: inCountries.find(({ toKm }) => toKm >= km)?.country ?? 'sea',
    leg: legs[legAt(chainages, km)],
  }));
  const places = placesAtCuts(cuts, beside, pointAt);
  const sumBy = (key: (stretch: DrawnStretch) => string): Record<string, number> => {
    const sums: Record<string, number> = {};
    for (const edge of edges) sums[key(edge)] = (sums[key(edge)] ?? 0) + edge.km;
    return sums;
  };
  const byGauge = sumBy(({ mode, gauges }) =>
    mode === undefined || (mode === 'rail' && !gauges) ? 'unknown' : gaugeText(gauges),
  );
  // Roads and sea routes have none.
  delete byGauge[''];
  const parts = cutLineAt180(geodesicThrough(line, STEP_KM));
  return {
    id,
    drawn: true,
    name: { en: name, zh: name, ru: name, mn: name },
    radiusKm,
    drawnKm: lengthKm,
    sphericalKm,
    distanceKm: lengthKm,
    publishedKm: 0,
    geometryKm: lengthKm,
    onNetworkKm: edges.reduce((km, edge) => km + (edge.mode ? edge.km : 0), 0),
    byCountry: kmByCountry(inCountries),
    byMode: sumBy(({ mode }) => mode ?? 'unknown'),
    byGauge,
    byStatus: sumBy(({ status }) => status ?? 'unknown'),
    countries: inCountries,
    borders: bordersBetween(inCountries, pointAt),
    places,
    edges,
    line,
    geometry:
      parts.length === 1
        ? { type: 'LineString', coordinates: parts[0]! }
        : { type: 'MultiLineString', coordinates: parts },
  };
}

const gaugeText = (gauges: DrawnStretch['gauges']): string =>
  [...(gauges ?? [])].sort((a, b) => a - b).join('+');

/** A place beside the line. */
interface Beside {
  place: CorridorNode;
  chainageKm: number;
  offKm: number;
}

function placesBeside(
  line: readonly LngLat[],
  places: readonly CorridorNode[],
  radiusKm: number,
): Beside[] {
  const index = indexLines([line]);
  return places
    .map((place): Beside => {
      const { chainageKm, distanceKm } = nearestOnLine(index, [place.lng, place.lat]);
      return { place, chainageKm, offKm: distanceKm };
    })
    .filter(
      ({ place: { kind }, offKm }) =>
        offKm <= ON_LINE_KM || (SEEN_FROM_AFAR.includes(kind) && offKm <= radiusKm),
    );
}

/** Where the line is cut, from 0 to its length, none twice. */
function cutsOf(lengthKm: number, wanted: readonly number[]): number[] {
  const cuts = [0];
  for (const km of [...wanted].sort((a, b) => a - b))
    if (km - cuts[cuts.length - 1]! >= SAME_KM && lengthKm - km >= SAME_KM) cuts.push(km);
  return [...cuts, lengthKm];
}

/** The leg on which a chainage lies. */
function legAt(chainages: Float64Array, km: number): number {
  let low = 0;
  let high = chainages.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (chainages[middle]! <= km) low = middle;
    else high = middle;
  }
  return low;
}

function stretchesBetween(
  cuts: readonly number[],
  at: (km: number) => { country: string; leg: LegOnEdge | undefined },
): DrawnStretch[] {
  return cuts.slice(1).map((toKm, i) => {
    const fromKm = cuts[i]!;
    const { country, leg } = at((fromKm + toKm) / 2);
    const km = toKm - fromKm;
    const shared = { km, kmSource: 'geometry', drawnKm: km, country } as const;
    if (!leg) return { reversed: false, ...shared };
    const { id, mode, gauges, status, electrified } = leg.edge.properties;
    return {
      ...{ id, reversed: leg.reversed, ...shared, mode, status },
      ...(mode === 'rail' && gauges ? { gauges } : {}),
      ...(electrified === undefined ? {} : { electrified }),
    };
  });
}

/**
 * The places at each cut, ends outermost; where there is none, a point of the line with its
 * coordinates for a name. Chainages are the running sums of the stretches, to the bit.
 */
function placesAtCuts(
  cuts: readonly number[],
  beside: readonly Beside[],
  pointAt: (km: number) => LngLat,
): CorridorPlace[] {
  const cutOf = new Map(beside.map((each) => [each, nearestCut(cuts, each.chainageKm)]));
  const places: CorridorPlace[] = [];
  let chainageKm = 0;
  cuts.forEach((cutKm, i) => {
    if (i > 0) chainageKm += cutKm - cuts[i - 1]!;
    const isLast = i === cuts.length - 1;
    // Of several at an end the nearest is the end, or next to it.
    const here = beside
      .filter((each) => cutOf.get(each) === i)
      .sort((a, b) => (a.offKm - b.offKm) * (isLast ? -1 : 1));
    const found = here.map(({ place, offKm }): CorridorPlace => {
      const { id, name, kind, country, lng, lat } = place;
      const off = offKm <= ON_LINE_KM ? {} : { offKm };
      const at = { lng, lat, chainageKm, mixedChainageKm: chainageKm, ...off };
      return { id, name, kind, ...(country ? { country } : {}), ...at };
    });
    const onLine = found.some(({ offKm }) => offKm === undefined);
    const isEnd = i === 0 || isLast;
    const named = isEnd ? onLine : found.length > 0;
    const [lng, lat] = pointAt(cutKm);
    const name = `${shortDegrees(lng)}, ${shortDegrees(lat)}`;
    const point: CorridorPlace = {
      id: `km-${i}`,
      name: { en: name },
      kind: isEnd ? 'station' : 'waypoint',
      ...{ lng, lat, chainageKm, mixedChainageKm: chainageKm },
    };
    if (named) places.push(...found);
    else places.push(...(isLast ? [...found, point] : [point, ...found]));
  });
  return places;
}

/** The place in the list of the cut that is nearest to a chainage. */
function nearestCut(cuts: readonly number[], km: number): number {
  const after = cuts.findIndex((cut) => cut >= km);
  if (after <= 0) return after === 0 ? 0 : cuts.length - 1;
  return km - cuts[after - 1]! <= cuts[after]! - km ? after - 1 : after;
}

/** Five decimals, about a metre, without idle zeros. */
const shortDegrees = (degrees: number): string => String(Number(degrees.toFixed(5)));

function bordersBetween(
  stretches: readonly { country: string; fromKm: number }[],
  pointAt: (km: number) => LngLat,
): BorderPassage[] {
  return stretches.slice(1).flatMap(({ country: to, fromKm: chainageKm }, i) => {
    const from = stretches[i]!.country;
    if (from === 'sea' || to === 'sea') return [];
    const [lng, lat] = pointAt(chainageKm);
    return [{ from, to, chainageKm, lng, lat }];
  });
}
