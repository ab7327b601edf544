import type { Issue } from '../errors';
import { UserError } from '../errors';
import { toEcef } from '../geo/ellipsoid';
import { TODAY } from '../scenario/types';
import { MODES, type Mode } from '../types';
import { addScenarioLinks } from './added-links';
import { lookupAssumptions } from './assumptions';
import { availability } from './availability';
import { addChanges } from './changes';
import { Draft, modeIndex } from './draft';
import { joinGraph } from './join';
import { addOpenEdges } from './open-edges';
import { addPortAccess } from './port-access';
import { prepare } from './prepared';
import { addRunningLinks } from './running-links';
import type { Network, NetworkData, NetworkOptions } from './types';

/**
 * The network that can be travelled under a scenario, in a month, by some modes. Without options:
 * today, everything seasonal open, all modes. Takes a few milliseconds, so it is simply built anew
 * for every change. Defects of the data are listed in `issues`, the rest is built.
 *
 * @throws UserError `bad-month`, `no-modes`
 */
export function buildNetwork(data: NetworkData, options: NetworkOptions = {}): Network {
  const scenario = options.scenario ?? TODAY;
  const month = options.month ?? scenario.month;
  const modes = MODES.filter((mode) => (options.modes ?? MODES).includes(mode));
  if (month !== undefined && !(Number.isInteger(month) && month >= 1 && month <= 12))
    throw new UserError('bad-month', `month ${month} is impossible; give a whole number 1 to 12`);
  if (modes.length === 0)
    throw new UserError('no-modes', `no mode is left; choose from ${MODES.join(', ')}`);

  const { nodes, nodeIndex, nodeXyz, edges, seasonalNodes, issues } = prepare(data);
  const draft = new Draft(nodes, nodeIndex);
  const open = availability(edges, scenario, month, modes);
  const assumptions = lookupAssumptions(data.assumptions, scenario);
  addOpenEdges(draft, edges, open, assumptions);
  const links = scenario.add.filter((link) => modes.includes(link.mode));
  const added = addScenarioLinks(draft, links);
  addPortAccess(draft, data, open, assumptions);
  addRunningLinks(draft, added.cuts);
  addChanges(draft, data, open, assumptions, added);
  return freeze(draft, nodeXyz, {
    month,
    modes,
    scenario,
    seasonalNodes,
    issues: [...issues, ...draft.issues],
  });
}

interface Circumstances extends Pick<Network, 'month' | 'scenario' | 'seasonalNodes'> {
  modes: Mode[];
  issues: Issue[];
}

/** Fills a typed array; its own `from` takes several times as long. */
function column<T, A extends { [i: number]: number }>(
  array: A,
  items: readonly T[],
  of: (item: T) => number,
): A {
  for (let i = 0; i < items.length; i++) array[i] = of(items[i]!);
  return array;
}

/** The draft as typed arrays in compressed sparse rows. */
function freeze(draft: Draft, nodeXyz: Float64Array, circumstances: Circumstances): Network {
  const { nodes, edges, states, links } = draft;
  const stateNode = column(new Int32Array(states.length), states, (state) => state.node);
  const linkA = column(new Int32Array(links.length), links, (link) => link.a);
  const linkB = column(new Int32Array(links.length), links, (link) => link.b);
  const linkEdge = column(new Int32Array(links.length), links, (link) => link.edge);
  const [firstState, nodeState] = groupBy(stateNode, nodes.length);
  const [firstEdgeLink, edgeLink] = groupBy(linkEdge, edges.length);
  const graph = {
    stateCount: states.length,
    linkCount: links.length,
    linkA,
    linkB,
    linkKm: column(new Float64Array(links.length), links, (link) => link.km),
    linkHoursTypical: column(new Float64Array(links.length), links, (link) => link.hours.typical),
    stateXyz: positions(nodes, nodeXyz, stateNode),
    ...adjacency(linkA, linkB, states.length),
  };
  const { stateXyz: _, ...arrays } = graph;
  return {
    ...circumstances,
    nodes,
    edges,
    nodeIndex: draft.nodeIndex,
    edgeIndex: new Map(edges.map((edge, index) => [edge.id, index])),
    stateNode,
    stateMode: column(new Uint8Array(states.length), states, (state) => modeIndex(state.mode)),
    stateGauge: column(new Uint16Array(states.length), states, (state) => state.gauge),
    stateCountry: states.map((state) => state.country),
    firstState,
    nodeState,
    linkKind: column(new Uint8Array(links.length), links, (link) => link.kind),
    linkEdge,
    linkShareA: column(new Float64Array(links.length), links, (link) => link.shareA),
    linkShareB: column(new Float64Array(links.length), links, (link) => link.shareB),
    linkHoursLow: column(new Float64Array(links.length), links, (link) => link.hours.low),
    linkHoursHigh: column(new Float64Array(links.length), links, (link) => link.hours.high),
    firstEdgeLink,
    edgeLink,
    ...arrays,
    joined: joinGraph(graph),
  };
}

/** Earth-centred x, y, z of every state, km. @param known of the first nodes */
function positions(
  nodes: Draft['nodes'],
  known: Float64Array,
  stateNode: Int32Array,
): Float64Array {
  const byNode = new Float64Array(3 * nodes.length);
  byNode.set(known);
  for (let node = known.length / 3; node < nodes.length; node++)
    toEcef(nodes[node]!.lng, nodes[node]!.lat, byNode, 3 * node);
  const xyz = new Float64Array(3 * stateNode.length);
  for (let s = 0; s < stateNode.length; s++)
    for (let axis = 0; axis < 3; axis++) xyz[3 * s + axis] = byNode[3 * stateNode[s]! + axis]!;
  return xyz;
}

/** Indexes of `keys` grouped by key (0 to count - 1; negative ones are left out). */
function groupBy(keys: Int32Array, count: number): [first: Int32Array, items: Int32Array] {
  const first = new Int32Array(count + 1);
  for (const key of keys) if (key >= 0) first[key + 1]!++;
  for (let k = 0; k < count; k++) first[k + 1]! += first[k]!;
  const next = first.slice(0, count);
  const items = new Int32Array(first[count]!);
  keys.forEach((key, index) => {
    if (key >= 0) items[next[key]!++] = index;
  });
  return [first, items];
}

/** Both directions of every link, by state. */
function adjacency(
  linkA: Int32Array,
  linkB: Int32Array,
  stateCount: number,
): Pick<Network, 'firstOut' | 'outState' | 'outLink'> {
  const firstOut = new Int32Array(stateCount + 1);
  for (let link = 0; link < linkA.length; link++) {
    firstOut[linkA[link]! + 1]!++;
    firstOut[linkB[link]! + 1]!++;
  }
  for (let s = 0; s < stateCount; s++) firstOut[s + 1]! += firstOut[s]!;
  const next = firstOut.slice(0, stateCount);
  const outState = new Int32Array(linkA.length * 2);
  const outLink = new Int32Array(linkA.length * 2);
  for (let link = 0; link < linkA.length; link++) {
    const a = linkA[link]!;
    const b = linkB[link]!;
    const i = next[a]!++;
    outState[i] = b;
    outLink[i] = link;
    const k = next[b]!++;
    outState[k] = a;
    outLink[k] = link;
  }
  return { firstOut, outState, outLink };
}
