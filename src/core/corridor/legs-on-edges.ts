import { indexLines, type LineIndex } from '../geo/line-index';
import { distanceKm, nearestTurn } from '../geo/geodesic';
import { nearestOnLine } from '../geo/nearest-on-line';
import { boxOf, type Box } from '../network/edge-geometry';
import type { LngLat } from '../types';
import { edgeLine, type EdgeFeature } from './corridor-line';

/** A point this near an edge was snapped to it: five decimals of a degree are a metre. */
const ON_EDGE_KM = 0.01;
/**
 * A leg follows an edge that is at most so many times as long between its two ends: a chord from port
 * to port is not the sea route round the cape between them.
 */
const LONGEST_WAY = 1.1;
/** An edge leaves the box of its vertices by 50 m at most: less than this, up to 87 degrees north. */
const BOX_MARGIN_DEG = 0.01;

/** Edges of the network, to be searched for what lies on them; their lines are indexed when asked. */
export class EdgeFinder {
  readonly #edges: { edge: EdgeFeature; line: LngLat[]; box: Box }[];
  readonly #indexes = new Map<string, LineIndex>();

  constructor(edges: Iterable<EdgeFeature>) {
    this.#edges = [...edges].map((edge) => {
      const line = edgeLine(edge);
      return { edge, line, box: boxOf(line) };
    });
  }

  /**
   * The edge that each leg of a line of geodesics lies on, undefined where it lies on none: both its
   * ends are on the edge, and the edge's way between them is no more than a tenth longer. Of several
   * it is the one whose way is as long as the leg, or nearest to it; where two run together, the one
   * that the line stays on.
   */
  legsOn(points: readonly LngLat[]): (LegOnEdge | undefined)[] {
    const at = points.map((point) => this.#at(point));
    const fitting = points
      .slice(1)
      .map((point, i) => edgesOfLeg(distanceKm(points[i]!, point), at[i]!, at[i + 1]!));
    const legs: (LegOnEdge | undefined)[] = [];
    for (const [i, candidates] of fitting.entries()) {
      const before = candidates.find(({ edge }) => edge === legs[i - 1]?.edge);
      legs.push(before ?? longestAhead(fitting, i));
    }
    return legs;
  }

  /** The edges that a point lies on, each with the km of its line at which it does. */
  #at(point: LngLat): Map<EdgeFeature, number> {
    const found = new Map<EdgeFeature, number>();
    for (const { edge, line, box } of this.#edges) {
      const [west, south, east, north] = box;
      const lng = nearestTurn(point[0], (west + east) / 2);
      if (lng < west - BOX_MARGIN_DEG || lng > east + BOX_MARGIN_DEG) continue;
      if (point[1] < south - BOX_MARGIN_DEG || point[1] > north + BOX_MARGIN_DEG) continue;
      const near = nearestOnLine(this.#indexOf(edge, line), point);
      if (near.distanceKm <= ON_EDGE_KM) found.set(edge, near.chainageKm);
    }
    return found;
  }

  #indexOf({ properties: { id } }: EdgeFeature, line: LngLat[]): LineIndex {
    let index = this.#indexes.get(id);
    if (!index) this.#indexes.set(id, (index = indexLines([line])));
    return index;
  }
}

/** An edge that a leg follows. */
export interface LegOnEdge {
  edge: EdgeFeature;
  /** Against the edge's own direction. */
  reversed: boolean;
}

/** The edges that a leg lies on equally well, from where its two ends lie on them. */
function edgesOfLeg(
  legKm: number,
  from: ReadonlyMap<EdgeFeature, number>,
  to: ReadonlyMap<EdgeFeature, number>,
): LegOnEdge[] {
  if (legKm === 0) return [];
  const found = [...from].flatMap(([edge, fromKm]) => {
    const toKm = to.get(edge);
    if (toKm === undefined) return [];
    const wayKm = Math.abs(toKm - fromKm);
    const excess = Math.abs(wayKm - legKm);
    const follows = wayKm <= LONGEST_WAY * legKm + 2 * ON_EDGE_KM;
    return follows ? [{ edge, reversed: toKm < fromKm, excess }] : [];
  });
  const least = Math.min(...found.map(({ excess }) => excess));
  return found
    .filter(({ excess }) => excess <= least + ON_EDGE_KM)
    .map(({ edge, reversed }) => ({ edge, reversed }));
}

/** Of the edges of a leg the one that most legs from there on lie on. */
function longestAhead(fitting: readonly LegOnEdge[][], at: number): LegOnEdge | undefined {
  let candidates = fitting[at]!;
  for (let i = at + 1; i < fitting.length && candidates.length > 1; i++) {
    const on = candidates.filter(({ edge }) => fitting[i]!.some((next) => next.edge === edge));
    if (on.length === 0) break;
    candidates = on;
  }
  return candidates[0];
}
