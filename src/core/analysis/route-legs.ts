import type { KmSource, Network } from '../network/types';
import { stepsOf, type Piece } from '../network/way';
import type { CountryCode, HoursRange, Mode, Name } from '../types';

/** A stretch of a way on one line in one country, at one class of speed. */
export interface RouteLeg {
  line: string;
  name: Name;
  mode: Mode;
  country: CountryCode;
  /** The assumption on its speed is `speed-<speedClass>`. */
  speedClass: string;
  /** Where it begins and ends; absent where the way joins or leaves an edge between its nodes. */
  from?: { id: string; name: Name } | undefined;
  to?: { id: string; name: Name } | undefined;
  /** Kilometres from the start of the way to the start of the leg. */
  atKm: number;
  km: number;
  /** Sums to `km`. */
  kmBySource: Partial<Record<KmSource, number>>;
  /** Hours of running; those of borders and changes belong to no leg. */
  hours: HoursRange;
  /** Ids of its edges, in the order of travel. */
  edges: string[];
}

/** What a way runs on: consecutive edges of a line as one leg. Their km sum to the way's. */
export function routeLegs(network: Network, pieces: readonly Piece[]): RouteLeg[] {
  const legs: RouteLeg[] = [];
  let atKm = 0;
  let broken = true;
  for (const piece of pieces) {
    for (const { link, start, end } of stepsOf(network.joined, piece)) {
      const index = network.linkEdge[link]!;
      // A change at a node (border, gauge, mode) ends a leg.
      if (index < 0) {
        broken = true;
        continue;
      }
      const edge = network.edges[index]!;
      const share = Math.abs(end - start);
      const km = network.linkKm[link]! * share;
      const [first, last] = [nodeAt(network, link, start), nodeAt(network, link, end)];
      let leg = legs[legs.length - 1];
      if (!leg || broken || leg.line !== edge.line || leg.speedClass !== edge.speedClass) {
        const { line, name, mode, country, speedClass } = edge;
        leg = {
          ...{ line, name, mode, country, speedClass, from: first, to: last, atKm },
          ...{ km: 0, kmBySource: {}, hours: { low: 0, typical: 0, high: 0 }, edges: [] },
        };
        legs.push(leg);
        broken = false;
      }
      leg.to = last;
      leg.km += km;
      leg.kmBySource[edge.kmSource] = (leg.kmBySource[edge.kmSource] ?? 0) + km;
      leg.hours.low += network.linkHoursLow[link]! * share;
      leg.hours.typical += network.linkHoursTypical[link]! * share;
      leg.hours.high += network.linkHoursHigh[link]! * share;
      if (leg.edges[leg.edges.length - 1] !== edge.id) leg.edges.push(edge.id);
      atKm += km;
    }
  }
  return legs;
}

/** The node at a share of a link, which only its two ends have. */
function nodeAt(
  network: Network,
  link: number,
  share: number,
): { id: string; name: Name } | undefined {
  if (share !== 0 && share !== 1) return undefined;
  const state = share === 0 ? network.linkA[link]! : network.linkB[link]!;
  const { id, name } = network.nodes[network.stateNode[state]!]!;
  return { id, name };
}
