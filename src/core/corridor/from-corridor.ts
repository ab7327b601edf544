import { indexLines, type LineIndex } from '../geo/line-index';
import { nearestOnLine } from '../geo/nearest-on-line';
import type { LngLat } from '../types';
import type { CorridorEdgeKm, CorridorProfile } from './types';

/** A place beside a corridor: how far from it, and where along it. */
export interface FromCorridor {
  /** WGS84 geodesic from the place to the nearest point of the drawn line. */
  distanceKm: number;
  /** That point; longitude within 180. */
  point: LngLat;
  /** Km along the corridor that count: published lengths where there are any, geometry elsewhere. */
  chainageKm: number;
  /** The same along the drawn line. */
  drawnChainageKm: number;
}

/** A corridor's line, indexed once for many places. */
export interface CorridorRuler {
  line: LineIndex;
  edges: readonly CorridorEdgeKm[];
}

export const corridorRuler = ({ line, edges }: CorridorProfile): CorridorRuler => ({
  line: indexLines([line]),
  edges,
});

/** Where a place lies beside a corridor. */
export function fromCorridor(ruler: CorridorRuler, place: LngLat): FromCorridor {
  const { point, distanceKm, chainageKm: drawnChainageKm } = nearestOnLine(ruler.line, place);
  return {
    distanceKm,
    point,
    chainageKm: countedChainageKm(ruler.edges, drawnChainageKm),
    drawnChainageKm,
  };
}

/** Km that count up to a chainage of the drawn line; within an edge they are spread evenly. */
function countedChainageKm(edges: readonly CorridorEdgeKm[], drawnKm: number): number {
  let left = drawnKm;
  let counted = 0;
  for (const { km, drawnKm } of edges) {
    if (left < drawnKm) return counted + (km * left) / drawnKm;
    left -= drawnKm;
    counted += km;
  }
  return counted;
}
