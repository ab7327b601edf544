import { tooFarReason } from '../network/places';
import { searchFrom, workspaceFor } from '../network/search';
import type { Network } from '../network/types';
import { wayTo, type Way } from '../network/way';
import type { LngLat } from '../types';
import { allSteps, type Steps } from '../steps';
import type { MatrixAnswer, MatrixCell } from './answers';
import { joinEvents } from './chain-events';
import {
  cheapestAnchor,
  endsOf,
  namedPlaces,
  pairKm,
  type End,
  type MatrixOptions,
} from './matrix-ends';
import { detourRatio, unreachableReason } from './route';
import { sumPieces } from './route-sums';

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
      // Of a place's anchors only the nearest is unpacked.
      const anchor = cheapestAnchor(network.joined, labels, destination.anchors);
      const way = anchor && wayTo(network.joined, labels, anchor);
      const cell = cellOf(network, origin, destination, pairKm(origin, destination), way);
      cells[i * columns + k] = cell;
      if (to === undefined && k !== i) cells[k * columns + i] = mirrored(cell);
    }
    yield { done: i + 1, total: origins.length };
  }
  return {
    places: namedPlaces(origins),
    ...(to === undefined ? {} : { destinations: namedPlaces(destinations) }),
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

function cellOf(
  network: Network,
  { place: a, key: from }: End,
  { place: b, key: to }: End,
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
