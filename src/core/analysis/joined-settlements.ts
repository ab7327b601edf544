import type { Touch } from '../network/anchors';
import { MAX_SNAP_KM, nearestOnEdges, type Snap } from '../network/snap';
import type { Network, NetworkEdge } from '../network/types';
import type { LngLat } from '../types';
import type { CatchmentSettlement } from './catchment-types';

export interface JoinedSettlement {
  settlement: CatchmentSettlement;
  touch: Touch;
  gapKm: number;
}

type Settlements = readonly CatchmentSettlement[];

/** The nearest point of a network to each of a list's settlements, in their order. */
interface Snaps {
  edges: readonly NetworkEdge[];
  snaps: readonly (Snap | undefined)[];
}

const firstSnaps = new WeakMap<Settlements, Snaps>();
const joinedTo = new WeakMap<Network, WeakMap<Settlements, JoinedSettlement[]>>();

/**
 * Where every settlement joins the network, found once for a network and a list. Networks of the
 * same data share their edges, so of a second one only what it has besides the first is looked at,
 * and settlements whose edge it lacks; the answer is the same.
 */
export function joinSettlements(network: Network, settlements: Settlements): JoinedSettlement[] {
  let lists = joinedTo.get(network);
  if (!lists) joinedTo.set(network, (lists = new WeakMap()));
  let joined = lists.get(settlements);
  if (!joined) {
    const { edges } = network;
    const first = firstSnaps.get(settlements);
    const snaps = first ? snapsBeside(first, edges, settlements) : snapsOf(edges, settlements);
    if (!first) firstSnaps.set(settlements, { edges, snaps });
    joined = snaps.flatMap((snap, i) => {
      if (!snap) return [];
      const touch = { edge: snap.edge, share: snap.share };
      return [{ settlement: settlements[i]!, touch, gapKm: snap.gapKm }];
    });
    lists.set(settlements, joined);
  }
  return joined;
}

const pointOf = ({ lng, lat }: CatchmentSettlement): LngLat => [lng, lat];

const snapsOf = (edges: readonly NetworkEdge[], settlements: Settlements): (Snap | undefined)[] =>
  settlements.map((settlement) => nearestOnEdges(edges, pointOf(settlement)));

/** A chord and the geodesic of the same gap, which bounds a search, differ by less. */
const MARGIN_KM = 0.1;

function snapsBeside(
  first: Snaps,
  edges: readonly NetworkEdge[],
  settlements: Settlements,
): (Snap | undefined)[] {
  const index = new Map(edges.map((edge, i) => [edge, i]));
  const known = new Set(first.edges);
  const others = edges.filter((edge) => !known.has(edge));
  return settlements.map((settlement, i) => {
    const point = pointOf(settlement);
    const before = first.snaps[i];
    const at = before && index.get(first.edges[before.edge]!);
    if (before && at === undefined) return nearestOnEdges(edges, point);
    const maxKm = Math.min(MAX_SNAP_KM, before ? before.gapKm + MARGIN_KM : Infinity);
    const found = nearestOnEdges(others, point, { maxKm });
    const kept = before && { ...before, edge: at! };
    if (!found) return kept;
    const other = { ...found, edge: index.get(others[found.edge]!)! };
    return kept && !isNearer(other, kept) ? kept : other;
  });
}

/** Of two that are equally near the one that stands first in the network is taken. */
const isNearer = (a: Snap, b: Snap): boolean =>
  a.chord2 < b.chord2 || (a.chord2 === b.chord2 && a.edge < b.edge);
