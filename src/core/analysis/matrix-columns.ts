import { searchFrom, workspaceFor } from '../network/search';
import type { Network } from '../network/types';
import { wayTo, type Way } from '../network/way';
import { allSteps, type Steps } from '../steps';
import type { LngLat } from '../types';
import { cheapestAnchor, endsOf, namedPlaces, pairKm, type MatrixOptions } from './matrix-ends';
import {
  byMeasure,
  CELL_STATUSES,
  MATRIX_MEASURES,
  type CellStatus,
  type MatrixColumns,
} from './matrix-figures';
import { detourRatio } from './route';
import { sumLayout, totalsOf } from './route-sums';
import { SumsTree } from './sums-tree';

/**
 * Told of every pair with a way, of a square once: the indexes of its places, the sums of its way as
 * `sumLayout` has them until the next call, and the way itself.
 */
type OnWay = (origin: number, destination: number, row: Float64Array, way: () => Way) => void;

/**
 * The figures of `matrixSteps` alone, the same to the bit, as one array a measure: no cell is
 * unpacked and none is an object, which takes a third of the time. A step is a row.
 *
 * @throws UserError as `matrixSteps`
 */
export function* matrixColumnsSteps(
  network: Network,
  places: readonly (string | LngLat)[],
  { by = 'distance', to, onWay }: MatrixOptions & { onWay?: OnWay } = {},
): Steps<MatrixColumns> {
  const origins = endsOf(network, places);
  const destinations = to === undefined ? origins : endsOf(network, to);
  const square = to === undefined;
  const width = destinations.length;
  const count = origins.length * width;
  const figures = byMeasure(() => new Float64Array(count).fill(NaN));
  const status = new Uint8Array(count);
  const { joined } = network;
  const workspace = workspaceFor(joined);
  const layout = sumLayout(network);
  const tree = new SumsTree(network);
  for (const [i, origin] of origins.entries()) {
    const seeds = origin.anchors.map((anchor) => ({ anchor, cost: 0 }));
    const labels = searchFrom(joined, by, seeds, workspace);
    tree.follow(labels);
    for (let k = square ? i : 0; k < width; k++) {
      const destination = destinations[k]!;
      const cell = i * width + k;
      const greatCircleKm = pairKm(origin, destination);
      figures['great-circle'][cell] = greatCircleKm;
      const anchor = cheapestAnchor(joined, labels, destination.anchors);
      const row = anchor && tree.rowTo(anchor);
      const far = !origin.place.touch || !destination.place.touch;
      status[cell] = CODE[far ? 'too-far' : row ? 'ok' : 'unreachable'];
      if (row) {
        const { distanceKm: km, hours } = totalsOf(layout, row);
        figures.km[cell] = km;
        figures.detour[cell] = detourRatio(km, greatCircleKm);
        figures['hours-low'][cell] = hours.low;
        figures.hours[cell] = hours.typical;
        figures['hours-high'][cell] = hours.high;
        figures.crossings[cell] = row[layout.crossingsAt]!;
        figures['gauge-breaks'][cell] = row[layout.gaugeBreaksAt]!;
        onWay?.(i, k, row, () => wayTo(joined, labels, anchor)!);
      }
      if (!square || k === i) continue;
      const back = k * width + i;
      status[back] = status[cell];
      for (const measure of MATRIX_MEASURES) figures[measure][back] = figures[measure][cell]!;
    }
    yield { done: i + 1, total: origins.length };
  }
  return {
    places: namedPlaces(origins),
    destinations: square ? namedPlaces(origins) : namedPlaces(destinations),
    ...{ square, by, status, figures },
  };
}

const CODE = Object.fromEntries(CELL_STATUSES.map((status, code) => [status, code])) as Record<
  CellStatus,
  number
>;

/** The columns at once. */
export const matrixColumns = (
  network: Network,
  places: readonly (string | LngLat)[],
  options?: MatrixOptions,
): MatrixColumns => allSteps(matrixColumnsSteps(network, places, options));
