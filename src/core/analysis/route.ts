import { UserError } from '../errors';
import { distanceKm } from '../geo/geodesic';
import { anchorsOf } from '../network/anchors';
import { resolvePlace, tooFarReason, type ResolvedPlace } from '../network/places';
import { workspaceFor } from '../network/search';
import { shortestWay } from '../network/shortest-path';
import type { Network } from '../network/types';
import type { Piece } from '../network/way';
import type { LngLat } from '../types';
import { alternativeWays } from './alternatives';
import type { AnswerPlace, Route, RouteAnswer, RouteQuery } from './answers';
import { walkPieces } from './route-events';
import { routeGeometry } from './route-geometry';
import { routeLegs } from './route-legs';
import { sumPieces } from './route-sums';

/** At most this many alternatives are looked for. */
export const MAX_ALTERNATIVES = 5;
export const MAX_VIA = 50;

/**
 * The best way between two places through others, by km or by typical hours, explained: what it
 * consists of, which borders and gauge breaks it passes, and further ways where asked for. The gap
 * between a place and the network (`snapKm`) is part of no distance.
 *
 * @throws UserError for a place that is not known (`unknown-place`, `ambiguous-place`,
 *   `bad-coordinates`) and for `bad-alternatives`, `bad-share`, `bad-ratio`, `too-many-via`
 */
export function route(network: Network, query: RouteQuery): RouteAnswer {
  const { by = 'distance', alternatives = 0, maxShare = 0.6, maxRatio = 1.6 } = query;
  checkQuery(query, alternatives, maxShare, maxRatio);
  const places = [query.from, ...(query.via ?? []), query.to].map((p) => resolvePlace(network, p));
  const answers = places.map(answerPlace);
  const from = answers[0]!;
  const to = answers[answers.length - 1]!;
  const ends = {
    from,
    to,
    via: answers.slice(1, -1),
    greatCircleKm: distanceKm([from.lng, from.lat], [to.lng, to.lat]),
  };
  const far = places.find((place) => !place.touch);
  if (far) return { status: 'too-far', ...ends, reason: tooFarReason(far) };
  const stops = places.map((place) => anchorsOf(network, place.touch!));
  const way = shortestWay(network.joined, by, stops, workspaceFor(network.joined));
  if ('failedLeg' in way) {
    const reason = unreachableReason(network, places[way.failedLeg]!, places[way.failedLeg + 1]!);
    return { status: 'unreachable', ...ends, reason };
  }
  const start: LngLat = from.joins ? [from.joins.lng, from.joins.lat] : [from.lng, from.lat];
  const describe = (pieces: readonly Piece[]): Route =>
    describeWay(network, pieces, ends.greatCircleKm, start);
  const answer: RouteAnswer = { status: 'ok', ...ends, ...describe(way.pieces) };
  if (alternatives > 0)
    answer.alternatives = alternativeWays(network, by, stops, way.pieces, {
      count: alternatives,
      maxShare,
      maxRatio,
    }).map(describe);
  return answer;
}

function checkQuery(
  { via = [] }: RouteQuery,
  alternatives: number,
  maxShare: number,
  maxRatio: number,
): void {
  if (!(Number.isInteger(alternatives) && alternatives >= 0 && alternatives <= MAX_ALTERNATIVES))
    throw new UserError(
      'bad-alternatives',
      `${alternatives} alternatives are not possible; give a whole number 0 to ${MAX_ALTERNATIVES}`,
    );
  if (!(maxShare >= 0 && maxShare < 1))
    throw new UserError('bad-share', `a share of ${maxShare} is impossible; give 0 to below 1`);
  if (!(maxRatio >= 1 && maxRatio <= 10))
    throw new UserError('bad-ratio', `a ratio of ${maxRatio} is not possible; give 1 to 10`);
  if (via.length > MAX_VIA)
    throw new UserError('too-many-via', `${via.length} places on the way; at most ${MAX_VIA}`);
}

/** A resolved place as answers show it. */
export function answerPlace({ touch: _, ...place }: ResolvedPlace): AnswerPlace {
  return place;
}

/** Why no way joins two places that both touch the network. */
export function unreachableReason(network: Network, a: ResolvedPlace, b: ResolvedPlace): string {
  const name = (place: ResolvedPlace): string => place.id ?? `${place.lng},${place.lat}`;
  const month = network.month === undefined ? '' : ` in month ${network.month}`;
  return `no open way by ${network.modes.join(', ')} joins ${name(a)} and ${name(b)}${month}`;
}

export function detourRatio(km: number, greatCircleKm: number): number {
  return greatCircleKm === 0 ? 1 : km / greatCircleKm;
}

/** A way with all that answers say of it. */
export function describeWay(
  network: Network,
  pieces: readonly Piece[],
  greatCircleKm: number,
  start: LngLat,
): Route {
  const sums = sumPieces(network, pieces);
  const { runs, ...events } = walkPieces(network, pieces);
  return {
    ...sums,
    detourRatio: detourRatio(sums.distanceKm, greatCircleKm),
    ...events,
    legs: routeLegs(network, pieces),
    geometry: routeGeometry(network, runs, start),
  };
}
