import type { Issue } from '../errors';
import { MODES, type CountryCode, type Gauge, type HoursRange, type Mode } from '../types';
import { runningHours } from './assumptions';
import { LINK_KINDS, type LinkKind, type NetworkEdge, type NetworkNode } from './types';

export interface DraftState {
  node: number;
  mode: Mode;
  /** 0 where not rail. */
  gauge: Gauge | 0;
  country: CountryCode;
}

interface DraftLink {
  a: number;
  b: number;
  kind: number;
  edge: number;
  shareA: number;
  shareB: number;
  km: number;
  hours: HoursRange;
}

/** A network while it is being built: states are numbered as they are first needed. */
export class Draft {
  readonly edges: NetworkEdge[] = [];
  /** Km/h of every edge. */
  readonly speeds: HoursRange[] = [];
  readonly states: DraftState[] = [];
  readonly links: DraftLink[] = [];
  readonly issues: Issue[] = [];
  private readonly statesByNode: number[][];

  /** The nodes that all networks of the same data have, and copies once a scenario adds its own. */
  #nodes: readonly NetworkNode[];
  #nodeIndex: ReadonlyMap<string, number>;
  #own: { nodes: NetworkNode[]; nodeIndex: Map<string, number> } | undefined;

  constructor(nodes: readonly NetworkNode[], nodeIndex: ReadonlyMap<string, number>) {
    this.#nodes = nodes;
    this.#nodeIndex = nodeIndex;
    this.statesByNode = nodes.map(() => []);
  }

  get nodes(): readonly NetworkNode[] {
    return this.#nodes;
  }

  get nodeIndex(): ReadonlyMap<string, number> {
    return this.#nodeIndex;
  }

  addNode(node: NetworkNode): number {
    this.#own ??= { nodes: [...this.#nodes], nodeIndex: new Map(this.#nodeIndex) };
    const { nodes, nodeIndex } = this.#own;
    [this.#nodes, this.#nodeIndex] = [nodes, nodeIndex];
    this.statesByNode.push([]);
    nodeIndex.set(node.id, nodes.length);
    return nodes.push(node) - 1;
  }

  addEdge(edge: NetworkEdge, speedKmh: HoursRange): void {
    this.edges.push(edge);
    this.speeds.push(speedKmh);
  }

  statesAt(node: number): readonly number[] {
    return this.statesByNode[node]!;
  }

  state(node: number, mode: Mode, gauge: Gauge | 0, country: CountryCode): number {
    const here = this.statesByNode[node]!;
    for (const index of here) {
      const state = this.states[index]!;
      if (state.mode === mode && state.gauge === gauge && state.country === country) return index;
    }
    const index = this.states.push({ node, mode, gauge, country }) - 1;
    here.push(index);
    return index;
  }

  /** Part of an edge between two states, given as shares of its length. */
  run(a: number, b: number, edge: number, shareA: number, shareB: number): void {
    const km = this.edges[edge]!.km * (shareB - shareA);
    const speed = this.speeds[edge]!;
    const hours = runningHours(km, speed);
    this.links.push({ a, b, kind: 0, edge, shareA, shareB, km, hours });
  }

  /** A change of gauge, mode or country at a node: hours, no km. */
  change(a: number, b: number, kind: Exclude<LinkKind, 'running'>, hours: HoursRange): void {
    const index = LINK_KINDS.indexOf(kind);
    this.links.push({ a, b, kind: index, edge: -1, shareA: 0, shareB: 0, km: 0, hours });
  }
}

/** Index of a mode in `MODES`. */
export const modeIndex = (mode: Mode): number => MODES.indexOf(mode);
