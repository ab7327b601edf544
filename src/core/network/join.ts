/**
 * The joined graph: most states of a network lie between exactly two others (stations on a line),
 * so runs of them are joined into chains between junctions and a search visits junctions only. The
 * places inside a chain keep their cost from its start.
 *
 * There is no contraction hierarchy on top. The product's network joins to some 420 junctions, and of
 * a matrix of 90 hubs the searches take 6 % (29 % of 60 x 60 on the railways of the world, both
 * measured as processor time); the rest decomposes the cells, which a hierarchy does not spare. It would have to be made anew for every link switched.
 */

/** What a search minimises: km or typical hours, the other one breaking ties. */
export const METRICS = ['distance', 'time'] as const;
export type Metric = (typeof METRICS)[number];

/** The weight of the other cost where the first is equal: a million hours are worth a metre. */
const TIE_WEIGHT = 1e-9;

export interface LinkGraph {
  stateCount: number;
  linkCount: number;
  linkA: Int32Array;
  linkB: Int32Array;
  linkKm: Float64Array;
  linkHoursTypical: Float64Array;
  /** Earth-centred x, y, z of every state, km. */
  stateXyz: Float64Array;
  firstOut: Int32Array;
  outState: Int32Array;
  outLink: Int32Array;
}

export interface ChainCosts {
  /** Cost of a whole chain. */
  chain: Float64Array;
  /** Cost from the start of its chain to the start of the link at a position of `chainLink`. */
  offset: Float64Array;
  /** Cost of each link. */
  link: Float64Array;
  /** Least cost of a km through space between the ends of any chain: what guides a search. */
  perChordKm: number;
}

export interface JoinedGraph {
  junctionCount: number;
  /** -1 for a state inside a chain. */
  stateJunction: Int32Array;
  junctionState: Int32Array;
  /** Earth-centred x, y, z of every junction, km. */
  junctionXyz: Float64Array;
  chainCount: number;
  /** Junctions at the ends. */
  chainFrom: Int32Array;
  chainTo: Int32Array;
  /** The links of chain c: `chainLink[firstLink[c]]` up to `chainLink[firstLink[c + 1] - 1]`. */
  firstLink: Int32Array;
  chainLink: Int32Array;
  /** 1 where the chain runs through the link from B to A. */
  chainLinkReversed: Uint8Array;
  /** Chain and position in `chainLink` of every link. */
  linkChain: Int32Array;
  linkPosition: Int32Array;
  /** For a state inside a chain: the position in `chainLink` of the link that goes on from it. */
  statePosition: Int32Array;
  firstOut: Int32Array;
  outJunction: Int32Array;
  outChain: Int32Array;
  costs: Record<Metric, ChainCosts>;
}

/** Joins the states of degree two of a graph. Takes time and space linear in its links. */
export function joinGraph(graph: LinkGraph): JoinedGraph {
  const { stateCount, linkCount, linkA, linkB, firstOut, outState, outLink } = graph;
  const inside = new Uint8Array(stateCount);
  for (let s = 0; s < stateCount; s++) {
    const first = firstOut[s]!;
    const loop = outState[first] === s || outState[first + 1] === s;
    inside[s] = firstOut[s + 1]! - first === 2 && !loop ? 1 : 0;
  }

  const chainLink = new Int32Array(linkCount);
  const chainLinkReversed = new Uint8Array(linkCount);
  const linkChain = new Int32Array(linkCount).fill(-1);
  const linkPosition = new Int32Array(linkCount);
  const statePosition = new Int32Array(stateCount).fill(-1);
  const firstLink: number[] = [];
  const startState: number[] = [];
  const endState: number[] = [];
  let position = 0;

  const walk = (start: number, firstStep: number): void => {
    firstLink.push(position);
    startState.push(start);
    let state = start;
    let link = firstStep;
    for (;;) {
      linkChain[link] = firstLink.length - 1;
      linkPosition[link] = position;
      chainLink[position] = link;
      const reversed = linkA[link] !== state;
      chainLinkReversed[position] = reversed ? 1 : 0;
      position++;
      state = reversed ? linkA[link]! : linkB[link]!;
      if (inside[state] === 0) break;
      statePosition[state] = position;
      const out = firstOut[state]!;
      link = outLink[out] === link ? outLink[out + 1]! : outLink[out]!;
    }
    endState.push(state);
  };
  const walkFrom = (s: number): void => {
    for (let i = firstOut[s]!; i < firstOut[s + 1]!; i++)
      if (linkChain[outLink[i]!] === -1) walk(s, outLink[i]!);
  };
  for (let s = 0; s < stateCount; s++) if (inside[s] === 0) walkFrom(s);
  // What is left are rings without a junction; their first state becomes one.
  for (let s = 0; s < stateCount; s++) {
    if (inside[s] === 1 && statePosition[s] === -1) {
      inside[s] = 0;
      walkFrom(s);
    }
  }

  const chainCount = firstLink.length;
  firstLink.push(position);
  const stateJunction = new Int32Array(stateCount).fill(-1);
  const junctions: number[] = [];
  for (let s = 0; s < stateCount; s++)
    if (inside[s] === 0) stateJunction[s] = junctions.push(s) - 1;
  const chainFrom = Int32Array.from(startState, (s) => stateJunction[s]!);
  const chainTo = Int32Array.from(endState, (s) => stateJunction[s]!);
  const junctionXyz = new Float64Array(3 * junctions.length);
  junctions.forEach((s, j) => junctionXyz.set(graph.stateXyz.subarray(3 * s, 3 * s + 3), 3 * j));
  const joined = {
    junctionXyz,
    junctionCount: junctions.length,
    stateJunction,
    junctionState: Int32Array.from(junctions),
    chainCount,
    chainFrom,
    chainTo,
    firstLink: Int32Array.from(firstLink),
    chainLink,
    chainLinkReversed,
    linkChain,
    linkPosition,
    statePosition,
  };
  const { linkKm, linkHoursTypical } = graph;
  return {
    ...joined,
    ...compressedRows(junctions.length, chainFrom, chainTo),
    costs: {
      distance: chainCosts(joined, weigh(linkKm, linkHoursTypical)),
      time: chainCosts(joined, weigh(linkHoursTypical, linkKm)),
    },
  };
}

function weigh(main: Float64Array, tie: Float64Array): Float64Array {
  const cost = new Float64Array(main.length);
  for (let i = 0; i < main.length; i++) cost[i] = main[i]! + TIE_WEIGHT * tie[i]!;
  return cost;
}

function chainCosts(
  joined: Pick<
    JoinedGraph,
    'chainCount' | 'firstLink' | 'chainLink' | 'chainFrom' | 'chainTo' | 'junctionXyz'
  >,
  link: Float64Array,
): ChainCosts {
  const chain = new Float64Array(joined.chainCount);
  const offset = new Float64Array(joined.chainLink.length);
  const costs = { chain, offset, link };
  for (let c = 0; c < joined.chainCount; c++) sumChain(joined, costs, c);
  return { ...costs, perChordKm: leastPerChordKm(joined, chain) };
}

/** Sums the costs of a chain's links, from its start and of the whole. */
export function sumChain(
  { firstLink, chainLink }: Pick<JoinedGraph, 'firstLink' | 'chainLink'>,
  { chain, offset, link }: Pick<ChainCosts, 'chain' | 'offset' | 'link'>,
  c: number,
): void {
  let sum = 0;
  for (let p = firstLink[c]!; p < firstLink[c + 1]!; p++) {
    offset[p] = sum;
    sum += link[chainLink[p]!]!;
  }
  chain[c] = sum;
}

function leastPerChordKm(
  {
    chainCount,
    chainFrom,
    chainTo,
    junctionXyz,
  }: Pick<JoinedGraph, 'chainCount' | 'chainFrom' | 'chainTo' | 'junctionXyz'>,
  cost: Float64Array,
): number {
  let least = Infinity;
  for (let c = 0; c < chainCount; c++) {
    const chordKm = chordBetween(junctionXyz, chainFrom[c]!, chainTo[c]!);
    if (chordKm > 0) least = Math.min(least, cost[c]! / chordKm);
  }
  // A billionth less, so that rounding never makes the guess too large.
  return least === Infinity ? 0 : least * (1 - 1e-9);
}

/** Distance through space between two junctions, km. */
function chordBetween(xyz: Float64Array, a: number, b: number): number {
  const dx = xyz[3 * a]! - xyz[3 * b]!;
  const dy = xyz[3 * a + 1]! - xyz[3 * b + 1]!;
  const dz = xyz[3 * a + 2]! - xyz[3 * b + 2]!;
  return Math.sqrt(dx * dx + dy * dy + dz * dz);
}

/** Both directions of every chain but rings, which no shortest path passes whole, by junction. */
function compressedRows(
  junctionCount: number,
  from: Int32Array,
  to: Int32Array,
): Pick<JoinedGraph, 'firstOut' | 'outJunction' | 'outChain'> {
  const firstOut = new Int32Array(junctionCount + 1);
  for (let c = 0; c < from.length; c++) {
    if (from[c] === to[c]) continue;
    firstOut[from[c]! + 1]!++;
    firstOut[to[c]! + 1]!++;
  }
  for (let j = 0; j < junctionCount; j++) firstOut[j + 1]! += firstOut[j]!;
  const next = firstOut.slice(0, junctionCount);
  const outJunction = new Int32Array(firstOut[junctionCount]!);
  const outChain = new Int32Array(firstOut[junctionCount]!);
  for (let c = 0; c < from.length; c++) {
    const a = from[c]!;
    const b = to[c]!;
    if (a === b) continue;
    const i = next[a]!++;
    outJunction[i] = b;
    outChain[i] = c;
    const k = next[b]!++;
    outJunction[k] = a;
    outChain[k] = c;
  }
  return { firstOut, outJunction, outChain };
}
