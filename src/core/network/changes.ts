import type { CrossingProps, HoursRange, Mode, PortProps } from '../types';
import type { AddedLinks } from './added-links';
import { ASSUMPTION_IDS, type AssumptionLookup } from './assumptions';
import type { Availability } from './availability';
import type { Draft, DraftState } from './draft';
import type { NetworkData } from './types';

const NO_HOURS: HoursRange = { low: 0, typical: 0, high: 0 };

interface Rules {
  draft: Draft;
  open: Availability;
  crossings: Map<number, CrossingProps>;
  ports: Map<number, PortProps>;
  hubs: Set<number>;
  gaugeBreaks: Set<number>;
  added: AddedLinks;
  hours: {
    gauge: HoursRange;
    port: HoursRange;
    transfer: HoursRange;
    dwell: (node: number, mode: Mode) => HoursRange;
  };
}

/**
 * Adds what one may do at a node besides running through it: pass the border at an open crossing,
 * change gauge at a gauge break (at the crossing itself where its two sides differ in gauge and no
 * neighbour is a break, as with lines that are not built yet), change between rail and road at hubs and ports, and between land
 * and sea at open ports. Where edges of two countries meet at any other node, that is reported as a
 * defect of the data, and the border stays shut.
 */
export function addChanges(
  draft: Draft,
  data: NetworkData,
  open: Availability,
  assumptions: AssumptionLookup,
  added: AddedLinks,
): void {
  const rules = rulesOf(draft, data, open, assumptions, added);
  for (const node of rules.gaugeBreaks) if (isBorder(rules, node)) spreadGauges(draft, node);
  for (let node = 0; node < draft.nodes.length; node++) {
    const states = draft.statesAt(node);
    for (let i = 0; i < states.length; i++)
      for (let k = i + 1; k < states.length; k++) join(rules, node, states[i]!, states[k]!);
    if (states.length > 1) reportHiddenBorder(rules, node);
  }
}

function rulesOf(
  draft: Draft,
  data: NetworkData,
  open: Availability,
  assumptions: AssumptionLookup,
  added: AddedLinks,
): Rules {
  const at = (id: string): number => draft.nodeIndex.get(id)!;
  const row = (id: string): HoursRange => assumptions.range(id) ?? NO_HOURS;
  const crossings = new Map(data.crossings.map((c) => [at(c.properties.id), c.properties]));
  const gaugeBreaks = new Set<number>();
  for (const { properties } of [...data.hubs, ...data.nodes])
    if (properties.gaugeBreak) gaugeBreaks.add(at(properties.id));
  const besideBreak = nextTo(draft, gaugeBreaks);
  for (const [node, { posts }] of crossings) {
    const [a, b] = posts;
    const differ = a.gauge !== undefined && b.gauge !== undefined && a.gauge !== b.gauge;
    if ((differ && !besideBreak.has(node)) || sharesNoGauge(draft, node)) gaugeBreaks.add(node);
  }
  for (const node of added.ends) if (meetsOtherGauge(draft, node, added)) gaugeBreaks.add(node);
  return {
    draft,
    open,
    crossings,
    ports: new Map(data.ports.map((p) => [at(p.properties.id), p.properties])),
    hubs: new Set(data.hubs.map((h) => at(h.properties.id))),
    gaugeBreaks,
    added,
    hours: {
      gauge: row(ASSUMPTION_IDS.gaugeChange),
      port: row(ASSUMPTION_IDS.portHandling),
      transfer: row(ASSUMPTION_IDS.terminalTransfer),
      dwell: (node, mode) => {
        const general = ASSUMPTION_IDS.dwell[mode];
        const crossing = crossings.get(node);
        if (!crossing) return row(general);
        const { low, typical, high, assumption } = crossing.dwellHours;
        // A crossing whose dwell is only assumed follows the general row when a scenario moves it.
        return (
          assumptions.changed(crossing.id) ??
          (assumption ? assumptions.changed(general) : undefined) ?? { low, typical, high }
        );
      },
    },
  };
}

const isBorder = (rules: Rules, node: number): boolean =>
  rules.crossings.has(node) || rules.added.borders.has(node);

/** Nodes one railway edge away from others. */
function nextTo(draft: Draft, nodes: ReadonlySet<number>): Set<number> {
  const beside = new Set<number>();
  for (const { mode, from, to } of draft.edges) {
    if (mode !== 'rail') continue;
    if (nodes.has(from)) beside.add(to);
    if (nodes.has(to)) beside.add(from);
  }
  return beside;
}

/** Railways of two countries meet here and no gauge runs on: the break is at the border itself. */
function sharesNoGauge(draft: Draft, node: number): boolean {
  const gauges = new Map<string, Set<number>>();
  for (const index of draft.statesAt(node)) {
    const { mode, gauge, country } = draft.states[index]!;
    if (mode === 'rail') gauges.set(country, (gauges.get(country) ?? new Set()).add(gauge));
  }
  const [one, other] = [...gauges.values()];
  return one !== undefined && other !== undefined && [...one].every((gauge) => !other.has(gauge));
}

/** An added railway whose gauge no other railway at its end has: the link brings the break along. */
function meetsOtherGauge(draft: Draft, node: number, added: AddedLinks): boolean {
  const [first, end] = added.edges;
  const gaugesOf = (from: number, to: number): Set<number> => {
    const gauges = new Set<number>();
    for (let e = from; e < to; e++) {
      const edge = draft.edges[e]!;
      if (edge.from === node || edge.to === node)
        for (const gauge of edge.gauges) gauges.add(gauge);
    }
    return gauges;
  };
  const brought = gaugesOf(first, end);
  if (brought.size === 0) return false;
  const present = new Set<number>();
  for (const state of draft.statesAt(node)) present.add(draft.states[state]!.gauge);
  const before = gaugesOf(0, first);
  // A node in the middle of an edge has that edge's gauges, though it is not at its end.
  for (const gauge of present) if (gauge !== 0 && !brought.has(gauge)) before.add(gauge);
  return before.size > 0 && [...brought].every((gauge) => !before.has(gauge));
}

/** At a border with a gauge break every gauge may stand on either side. */
function spreadGauges(draft: Draft, node: number): void {
  const rail = draft.statesAt(node).map((s) => draft.states[s]!);
  for (const { country, mode } of rail.slice())
    for (const { gauge } of rail)
      if (mode === 'rail' && gauge !== 0) draft.state(node, 'rail', gauge, country);
}

function join(rules: Rules, node: number, a: number, b: number): void {
  const { draft, hours, added } = rules;
  const from = draft.states[a]!;
  const to = draft.states[b]!;
  if (from.mode === to.mode) {
    if (from.country === to.country) {
      if (rules.gaugeBreaks.has(node)) draft.change(a, b, 'gauge', hours.gauge);
    } else if (from.gauge === to.gauge && borderOpen(rules, node, from.mode)) {
      draft.change(a, b, 'border', hours.dwell(node, from.mode));
    }
    return;
  }
  const ends = added.ends.has(node);
  if (from.mode === 'sea' || to.mode === 'sea') {
    const port = rules.ports.get(node);
    if (port ? rules.open.port(port) : ends || rules.hubs.has(node))
      draft.change(a, b, 'port', hours.port);
  } else if (from.country === to.country && (ends || rules.hubs.has(node) || rules.ports.has(node)))
    draft.change(a, b, 'transfer', hours.transfer);
}

function borderOpen(rules: Rules, node: number, mode: Mode): boolean {
  const crossing = rules.crossings.get(node);
  return crossing ? rules.open.crossing(crossing, mode) : rules.added.borders.has(node);
}

function reportHiddenBorder(rules: Rules, node: number): void {
  if (isBorder(rules, node)) return;
  const { draft } = rules;
  const byMode = new Map<Mode, DraftState>();
  for (const index of draft.statesAt(node)) {
    const state = draft.states[index]!;
    const other = byMode.get(state.mode);
    byMode.set(state.mode, state);
    if (!other || other.country === state.country) continue;
    draft.issues.push({
      code: 'border-without-crossing',
      place: draft.nodes[node]!.id,
      message: `edges of ${other.country} and ${state.country} (${state.mode}) meet at a node that is no crossing; the border stays shut there`,
      fix: 'end the edges on a crossing, or correct their country',
      severity: 'error',
    });
  }
}
