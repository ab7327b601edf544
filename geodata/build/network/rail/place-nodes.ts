import type { LngLat } from '../../../../src/core/types';
import { MeasuredLine } from '../../lib/polyline';
import type { RailGraph } from '../../lib/rail-graph';

/** A node of a run along one track, in order. */
export interface RunNode {
  id: string;
  /** Where it is known to be; absent: it is placed by its kilometre post. */
  at?: LngLat | undefined;
  /** It already stands on the track (an earlier run placed it there), so the way leads through it. */
  fixed: boolean;
  /** Kilometre post along the run; absent where a section of it has no published length. */
  postKm?: number | undefined;
}

export interface Run {
  way: MeasuredLine;
  /** Chainage of each node along the drawn way, km. */
  chainages: number[];
}

/** A node further than this from the shortest way says that the railway goes another way. */
const OFF_THE_WAY_KM = 8;

/**
 * Draws one run: the way along the track through its nodes, and where each node stands on it. A
 * node without a coordinate is placed between its located neighbours in proportion to the
 * published kilometres.
 */
export function placeRun(nodes: RunNode[], graph: RailGraph): Run {
  const snaps = nodes.map((node) => (node.at ? graph.snap(node.at) : undefined));
  let anchors = nodes.map(
    (node, i) => (node.fixed || i === 0 || i === nodes.length - 1) && node.at !== undefined,
  );
  if (!anchors[0] || !anchors[nodes.length - 1])
    throw new Error(`the run ${nodes[0]!.id} to ${nodes.at(-1)!.id} needs coordinates at its ends`);
  const legs = new Map<string, LngLat[]>();
  for (;;) {
    const { way, anchorKm } = wayThrough(anchors, (from, to) => {
      const key = `${from} ${to}`;
      const leg = legs.get(key) ?? graph.path(snaps[from]!, snaps[to]!);
      legs.set(key, leg);
      return leg;
    });
    const known = chainagesOf(nodes, way, anchorKm);
    const off = known.findIndex((spot) => spot && spot.offKm > OFF_THE_WAY_KM);
    if (off < 0 || anchors[off])
      return {
        way,
        chainages: fillByPosts(
          nodes,
          known.map((spot) => spot?.chainageKm),
        ),
      };
    anchors = anchors.map((anchor, i) => anchor || i === off);
  }
}

function wayThrough(
  anchors: boolean[],
  legBetween: (from: number, to: number) => LngLat[],
): { way: MeasuredLine; anchorKm: Map<number, number> } {
  const at = anchors.flatMap((anchor, i) => (anchor ? [i] : []));
  const vertices: LngLat[] = [];
  const anchorVertex = new Map<number, number>([[at[0]!, 0]]);
  for (let k = 1; k < at.length; k++) {
    const leg = legBetween(at[k - 1]!, at[k]!);
    vertices.push(...(k === 1 ? leg : leg.slice(1)));
    anchorVertex.set(at[k]!, vertices.length - 1);
  }
  const way = new MeasuredLine(vertices);
  const anchorKm = new Map([...anchorVertex].map(([i, v]) => [i, way.chainages[v]!]));
  return { way, anchorKm };
}

/** Chainage and distance of the located nodes, each searched between its neighbouring anchors. */
function chainagesOf(
  nodes: RunNode[],
  way: MeasuredLine,
  anchorKm: Map<number, number>,
): ({ chainageKm: number; offKm: number } | undefined)[] {
  return nodes.map((node, i) => {
    const own = anchorKm.get(i);
    if (own !== undefined) return { chainageKm: own, offKm: 0 };
    if (!node.at) return undefined;
    const anchors = [...anchorKm.keys()];
    const before = Math.max(...anchors.filter((a) => a < i));
    const after = Math.min(...anchors.filter((a) => a > i));
    return way.nearest(node.at, anchorKm.get(before), anchorKm.get(after));
  });
}

function fillByPosts(nodes: RunNode[], known: (number | undefined)[]): number[] {
  const chainages = known.map((km, i) => {
    if (km !== undefined) return km;
    let before = i;
    while (known[before] === undefined) before--;
    let after = i;
    while (known[after] === undefined) after++;
    const [p0, p, p1] = [before, i, after].map((k) => nodes[k]!.postKm);
    if (p0 === undefined || p === undefined || p1 === undefined)
      throw new Error(`${nodes[i]!.id} has neither a coordinate nor a kilometre post`);
    return known[before]! + ((p - p0) / (p1 - p0)) * (known[after]! - known[before]!);
  });
  chainages.forEach((km, i) => {
    if (i > 0 && km <= chainages[i - 1]!)
      throw new Error(
        `${nodes[i]!.id} lies before ${nodes[i - 1]!.id} on the drawn line (${km.toFixed(1)} km)`,
      );
  });
  return chainages;
}
