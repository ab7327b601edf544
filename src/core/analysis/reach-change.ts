import type { MultiLineString } from 'geojson';
import { cutLineAt180 } from '../geo/antimeridian';
import { anchorsOf } from '../network/anchors';
import { sliceByShare } from '../network/edge-geometry';
import type { Metric } from '../network/join';
import { resolvePlace } from '../network/places';
import { searchFrom, workspaceFor } from '../network/search';
import type { Network } from '../network/types';
import type { LngLat } from '../types';
import { reachedIntervals, type EdgeIntervals } from './reach-intervals';

/** The lines that one network reaches and another does not. */
export interface ReachChange {
  within: number;
  gained: MultiLineString;
  lost: MultiLineString;
  gainedKm: number;
  lostKm: number;
}

type Interval = [start: number, end: number];

/**
 * What is reached within a bound (km or typical hours) under a scenario and not today, and the other
 * way round: the two lines, cut at the exact points. An edge keeps its id in both, and an added link
 * is no edge of today's.
 *
 * @throws UserError as `resolvePlace`
 */
export function reachChange(
  today: Network,
  scenario: Network,
  place: string | LngLat,
  { by, within }: { by: Metric; within: number },
): ReachChange {
  const before = reachedFrom(today, place, by, within);
  const after = reachedFrom(scenario, place, by, within);
  const [gained, gainedKm] = onlyIn(scenario, after, today, before);
  const [lost, lostKm] = onlyIn(today, before, scenario, after);
  return { within, gained, lost, gainedKm, lostKm };
}

function reachedFrom(
  network: Network,
  place: string | LngLat,
  by: Metric,
  within: number,
): EdgeIntervals {
  const { touch } = resolvePlace(network, place);
  if (!touch) return new Map();
  const seeds = anchorsOf(network, touch).map((anchor) => ({ anchor, cost: 0 }));
  const workspace = workspaceFor(network.joined);
  const labels = searchFrom(network.joined, by, seeds, workspace, { limit: within });
  return reachedIntervals(network, labels, within);
}

function onlyIn(
  network: Network,
  reached: EdgeIntervals,
  other: Network,
  otherReached: EdgeIntervals,
): [MultiLineString, number] {
  const coordinates: LngLat[][] = [];
  let km = 0;
  for (const [index, intervals] of reached) {
    const edge = network.edges[index]!;
    const same = other.edgeIndex.get(edge.id);
    const without = same === undefined ? [] : (otherReached.get(same) ?? []);
    for (const [start, end] of subtract(intervals, without)) {
      km += edge.km * (end - start);
      coordinates.push(...cutLineAt180(sliceByShare(edge.coords, start, end)));
    }
  }
  return [{ type: 'MultiLineString', coordinates }, km];
}

/** Shares of an edge's length below this are rounding. */
const NOTHING = 1e-9;

/** What of some intervals lies in none of others; both in order and apart from each other. */
export function subtract(intervals: readonly Interval[], others: readonly Interval[]): Interval[] {
  const left: Interval[] = [];
  for (const [start, end] of intervals) {
    let from = start;
    for (const [a, b] of others) {
      if (b <= from || a >= end) continue;
      if (a - from > NOTHING) left.push([from, a]);
      from = Math.max(from, b);
    }
    if (end - from > NOTHING) left.push([from, end]);
  }
  return left;
}
