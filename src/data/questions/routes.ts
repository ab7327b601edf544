import type {
  MatrixAnswer,
  ReachAnswer,
  RouteAnswer,
  RouteQuery,
} from '../../core/analysis/answers';
import { matrixSteps } from '../../core/analysis/matrix';
import { matrixColumnsSteps } from '../../core/analysis/matrix-columns';
import type { MatrixColumns } from '../../core/analysis/matrix-figures';
import { reach, type ReachOptions } from '../../core/analysis/reach';
import { route } from '../../core/analysis/route';
import type { Metric } from '../../core/network/join';
import type { NetworkOptions } from '../../core/network/types';
import type { LngLat } from '../../core/types';
import type { Atlas } from '../atlas';
import { settlementsOf } from './catchment';
import { network } from './network';
import { paced, type Pace } from './pace';

/** A way through the network. @throws UserError `unknown-place`, ... */
export async function routeAnswer(
  atlas: Atlas,
  query: RouteQuery,
  options: NetworkOptions,
): Promise<RouteAnswer> {
  return route(await network(atlas, options), query);
}

/** Places by places. @throws UserError `empty-matrix`, ... */
export async function matrixAnswer(
  atlas: Atlas,
  places: readonly (string | LngLat)[],
  by: Metric,
  options: NetworkOptions,
  pace?: Pace,
  to?: readonly (string | LngLat)[],
): Promise<MatrixAnswer> {
  return paced(matrixSteps(await network(atlas, options), places, { by, to }), pace);
}

/** The figures of such a matrix by columns. @throws UserError `empty-matrix`, ... */
export async function matrixColumnsAnswer(
  ...[atlas, places, by, options, pace, to]: Parameters<typeof matrixAnswer>
): Promise<MatrixColumns> {
  return paced(matrixColumnsSteps(await network(atlas, options), places, { by, to }), pace);
}

/** What lies within a cost of a place. @throws UserError `bad-bands`, ... */
export async function reachAnswer(
  atlas: Atlas,
  place: string | LngLat,
  reachOptions: Omit<ReachOptions, 'settlements'>,
  options: NetworkOptions,
): Promise<ReachAnswer> {
  const [built, settlements] = await Promise.all([network(atlas, options), settlementsOf(atlas)]);
  return reach(built, place, { ...reachOptions, settlements });
}
