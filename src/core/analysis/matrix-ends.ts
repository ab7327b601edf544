import { UserError } from '../errors';
import { distanceKm } from '../geo/geodesic';
import { anchorsOf } from '../network/anchors';
import type { JoinedGraph, Metric } from '../network/join';
import { resolvePlace, type ResolvedPlace } from '../network/places';
import type { Anchor, Labels } from '../network/search';
import type { Network } from '../network/types';
import { costTo } from '../network/way';
import type { LngLat } from '../types';
import type { MatrixAnswer } from './answers';
import { answerPlace } from './route';

/** At most this many places; the cells grow with the square. */
export const MAX_MATRIX_PLACES = 1000;

export interface MatrixOptions {
  by?: Metric | undefined;
  /** Destinations; absent: the places themselves. */
  to?: readonly (string | LngLat)[] | undefined;
}

/** A place of the matrix, resolved once. */
export interface End {
  place: ResolvedPlace;
  key: string;
  /** Its coordinates as a key. */
  spot: string;
  anchors: Anchor[];
}

/** @throws UserError `empty-matrix`, `too-many-places`, and as `resolvePlace` */
export function endsOf(network: Network, places: readonly (string | LngLat)[]): End[] {
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

/** The places of a matrix as its answer names them. */
export const namedPlaces = (ends: readonly End[]): MatrixAnswer['places'] =>
  ends.map(({ place, key }) => ({ key, ...answerPlace(place) }));

/** The anchor that is reached most cheaply; undefined where none is. */
export function cheapestAnchor(
  graph: JoinedGraph,
  labels: Labels,
  anchors: readonly Anchor[],
): Anchor | undefined {
  let best: Anchor | undefined;
  let least = Infinity;
  for (const anchor of anchors) {
    const cost = costTo(graph, labels, anchor);
    if (cost >= least) continue;
    best = anchor;
    least = cost;
  }
  return best;
}

/**
 * Scenarios ask for the same pairs again and again; a geodesic costs as much as the rest of a cell.
 * By place, then by the other place: to make one key of two would cost as much again.
 */
const knownPairs = new Map<string, Map<string, number>>();
const MAX_KNOWN_PAIRS = 50_000;
let knownCount = 0;

/** Geodesic km between two places of a matrix. */
export function pairKm({ place: a, spot }: End, { place: b, spot: otherSpot }: End): number {
  let row = knownPairs.get(spot);
  let km = row?.get(otherSpot);
  if (km !== undefined) return km;
  km = distanceKm([a.lng, a.lat], [b.lng, b.lat]);
  if (knownCount++ >= MAX_KNOWN_PAIRS) {
    knownPairs.clear();
    knownCount = 1;
    row = undefined;
  }
  if (!row) knownPairs.set(spot, (row = new Map()));
  row.set(otherSpot, km);
  return km;
}
