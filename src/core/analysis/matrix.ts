import { UserError } from '../errors';
import { distanceKm } from '../geo/geodesic';
import { anchorsOf } from '../network/anchors';
import type { JoinedGraph, Metric } from '../network/join';
import { resolvePlace, tooFarReason, type ResolvedPlace } from '../network/places';
import { searchFrom, workspaceFor, type Anchor, type Labels } from '../network/search';
import type { Network } from '../network/types';
import { costTo, wayTo, type Way } from '../network/way';
import type { LngLat } from '../types';
import { allSteps, type Steps } from '../steps';
import type { MatrixAnswer, MatrixCell } from './answers';
import { joinEvents } from './chain-events';
import { answerPlace, detourRatio, unreachableReason } from './route';
import { sumPieces } from './route-sums';

/** At most this many places; the cells grow with the square. */
export const MAX_MATRIX_PLACES = 1000;

export interface MatrixOptions {
  by?: Metric | undefined;
  /** Destinations; absent: the places themselves. */
  to?: readonly (string | LngLat)[] | undefined;
}

/**
 * Every place to every place, or to every destination, each cell decomposed like a route. Pairs that
 * cannot be joined stay, with the reason. A way costs the same in both directions, so half of the
 * cells of a square are mirrored. A step is a row.
 *
 * @param places ids, names, `LNG,LAT` or coordinates; a place given twice stands twice
 * @throws UserError `empty-matrix`, `too-many-places`, and as `resolvePlace`
 */
export function* matrixSteps(
  network: Network,
  places: readonly (string | LngLat)[],
  { by = 'distance', to }: MatrixOptions = {},
): Steps<MatrixAnswer> {
  const origins = endsOf(network, places);
  const destinations = to === undefined ? origins : endsOf(network, to);
  const workspace = workspaceFor(network.joined);
  const columns = destinations.length;
  const cells = new Array<MatrixCell>(origins.length * columns);
  for (const [i, origin] of origins.entries()) {
    const seeds = origin.anchors.map((anchor) => ({ anchor, cost: 0 }));
    const labels = searchFrom(network.joined, by, seeds, workspace);
    for (let k = to === undefined ? i : 0; k < columns; k++) {
      const destination = destinations[k]!;
      const way = cheapestWay(network.joined, labels, destination.anchors);
      const ends = {
        a: origin.place,
        b: destination.place,
        from: origin.key,
        to: destination.key,
      };
      const cell = cellOf(network, ends, pairKm(ends, origin.spot, destination.spot), way);
      cells[i * columns + k] = cell;
      if (to === undefined && k !== i) cells[k * columns + i] = mirrored(cell);
    }
    yield { done: i + 1, total: origins.length };
  }
  const named = (ends: readonly End[]): MatrixAnswer['places'] =>
    ends.map(({ place, key }) => ({ key, ...answerPlace(place) }));
  return {
    places: named(origins),
    ...(to === undefined ? {} : { destinations: named(destinations) }),
    by,
    cells,
  };
}

/** The matrix at once. */
export const matrix = (
  network: Network,
  places: readonly (string | LngLat)[],
  options?: MatrixOptions,
): MatrixAnswer => allSteps(matrixSteps(network, places, options));

/** A place of the matrix, resolved once. */
interface End {
  place: ResolvedPlace;
  key: string;
  /** Its coordinates as a key. */
  spot: string;
  anchors: Anchor[];
}

function endsOf(network: Network, places: readonly (string | LngLat)[]): End[] {
  if (places.length === 0)
    throw new UserError('empty-matrix', 'no place is given; name at least one, such as harbin');
  if (places.length > MAX_MATRIX_PLACES)
    throw new UserError(
      'too-many-places',
      `${places.length} places; a matrix has at most ${MAX_MATRIX_PLACES}`,
    );
  return places.map((text): End => {
    const place = resolvePlace(network, text);
    const spot = `${place.lng},${place.lat}`;
    const anchors = place.touch ? anchorsOf(network, place.touch) : [];
    return { place, key: place.id ?? spot, spot, anchors };
  });
}

/** The way to the anchor that is reached most cheaply; only that one is unpacked. */
function cheapestWay(
  graph: JoinedGraph,
  labels: Labels,
  anchors: readonly Anchor[],
): Way | undefined {
  let best: Anchor | undefined;
  let least = Infinity;
  for (const anchor of anchors) {
    const cost = costTo(graph, labels, anchor);
    if (cost >= least) continue;
    best = anchor;
    least = cost;
  }
  return best && wayTo(graph, labels, best);
}

/** A pair of places with their keys. */
interface Ends {
  a: ResolvedPlace;
  b: ResolvedPlace;
  from: string;
  to: string;
}

function cellOf(
  network: Network,
  { a, b, from, to }: Ends,
  greatCircleKm: number,
  way: Way | undefined,
): MatrixCell {
  const far = !a.touch ? a : !b.touch ? b : undefined;
  if (far) return { from, to, status: 'too-far', reason: tooFarReason(far), greatCircleKm };
  if (!way) {
    const reason = unreachableReason(network, a, b);
    return { from, to, status: 'unreachable', reason, greatCircleKm };
  }
  const sums = sumPieces(network, way.pieces);
  const events = joinEvents(network, way.pieces);
  // Written out: spreading takes longer than all the adding up, and there are thousands of cells.
  return {
    from,
    to,
    status: 'ok',
    greatCircleKm,
    detourRatio: detourRatio(sums.distanceKm, greatCircleKm),
    distanceKm: sums.distanceKm,
    hours: sums.hours,
    hoursByPart: sums.hoursByPart,
    byMode: sums.byMode,
    byCountry: sums.byCountry,
    byGauge: sums.byGauge,
    byStatus: sums.byStatus,
    publishedKm: sums.publishedKm,
    geometryKm: sums.geometryKm,
    addedKm: sums.addedKm,
    straightKm: sums.straightKm,
    crossings: events.crossings,
    gaugeBreaks: events.gaugeBreaks,
    transfers: events.transfers,
    seasonal: events.seasonal,
    path: events.path,
  };
}

/**
 * Scenarios ask for the same pairs again and again; a geodesic costs as much as the rest of a cell.
 * By place, then by the other place: to make one key of two would cost as much again.
 */
const knownPairs = new Map<string, Map<string, number>>();
const MAX_KNOWN_PAIRS = 50_000;
let knownCount = 0;

/** Km between two places; `spotA` and `spotB` tell their coordinates. */
function pairKm({ a, b }: Ends, spotA: string, spotB: string): number {
  let row = knownPairs.get(spotA);
  let km = row?.get(spotB);
  if (km !== undefined) return km;
  km = distanceKm([a.lng, a.lat], [b.lng, b.lat]);
  if (knownCount++ >= MAX_KNOWN_PAIRS) {
    knownPairs.clear();
    knownCount = 1;
    row = undefined;
  }
  if (!row) knownPairs.set(spotA, (row = new Map()));
  row.set(spotB, km);
  return km;
}

/** The same way in the other direction. Sums, and lists of one or none, are shared by both cells. */
function mirrored(cell: MatrixCell): MatrixCell {
  if (cell.status !== 'ok') return { ...cell, from: cell.to, to: cell.from };
  return {
    from: cell.to,
    to: cell.from,
    status: 'ok',
    greatCircleKm: cell.greatCircleKm,
    detourRatio: cell.detourRatio,
    distanceKm: cell.distanceKm,
    hours: cell.hours,
    hoursByPart: cell.hoursByPart,
    byMode: cell.byMode,
    byCountry: cell.byCountry,
    byGauge: cell.byGauge,
    byStatus: cell.byStatus,
    publishedKm: cell.publishedKm,
    geometryKm: cell.geometryKm,
    addedKm: cell.addedKm,
    straightKm: cell.straightKm,
    crossings: backwards(cell.crossings),
    gaugeBreaks: backwards(cell.gaugeBreaks),
    transfers: backwards(cell.transfers),
    seasonal: backwards(cell.seasonal),
    path: backwards(cell.path),
  };
}

const backwards = (ids: string[]): string[] => (ids.length < 2 ? ids : ids.toReversed());
