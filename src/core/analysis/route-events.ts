import type { Network, NetworkNode } from '../network/types';
import { LINK_KINDS } from '../network/types';
import { stepsOf, type Piece } from '../network/way';
import { MODES, type Gauge, type HoursRange } from '../types';
import type {
  PassedCrossing,
  PassedGaugeBreak,
  PassedTransfer,
  RouteEdge,
  SeasonalUse,
} from './answers';

/** A stretch of one edge in the direction of travel. */
export interface Run {
  edge: number;
  /** Shares of the edge's length, falling where it is travelled against its direction. */
  start: number;
  end: number;
}

/** What happens on a way, in order. */
export interface RouteEvents {
  runs: Run[];
  edges: RouteEdge[];
  crossings: PassedCrossing[];
  gaugeBreaks: PassedGaugeBreak[];
  transfers: PassedTransfer[];
  seasonal: SeasonalUse[];
  path: string[];
}

const NOTABLE = new Set(['hub', 'port', 'crossing']);

/** Walks the pieces of a way link by link and notes what it passes. */
export function walkPieces(network: Network, pieces: readonly Piece[]): RouteEvents {
  const events: RouteEvents = {
    runs: [],
    edges: [],
    crossings: [],
    gaugeBreaks: [],
    transfers: [],
    seasonal: [],
    path: [],
  };
  const seen = new Set<string>();
  const note = (id: string, kind: SeasonalUse['kind'], months: number[] | undefined): void => {
    if (!months || seen.has(id)) return;
    seen.add(id);
    events.seasonal.push({ id, kind, months });
  };
  let atKm = 0;
  for (const piece of pieces) {
    for (const { link, start, end } of stepsOf(network.joined, piece)) {
      const forward = start <= end;
      const from = forward ? network.linkA[link]! : network.linkB[link]!;
      const to = forward ? network.linkB[link]! : network.linkA[link]!;
      // A stretch that begins or ends inside a link has not been at that link's node.
      if (start === 0 || start === 1) visit(events, network.nodes[network.stateNode[from]!]!);
      if (end === 0 || end === 1) visit(events, network.nodes[network.stateNode[to]!]!);
      const edge = network.linkEdge[link]!;
      if (edge < 0) {
        const node = network.nodes[network.stateNode[from]!]!;
        change(events, network, link, from, to, atKm);
        const kind = LINK_KINDS[network.linkKind[link]!];
        if (kind === 'border') note(node.id, 'crossing', network.seasonalNodes.get(node.id));
        if (kind === 'port') note(node.id, 'port', network.seasonalNodes.get(node.id));
        continue;
      }
      const a = network.linkShareA[link]!;
      const b = network.linkShareB[link]!;
      const run = { edge, start: a + start * (b - a), end: a + end * (b - a) };
      atKm += network.linkKm[link]! * Math.abs(end - start);
      const last = events.runs[events.runs.length - 1];
      if (last && last.edge === edge && last.end === run.start) last.end = run.end;
      else events.runs.push(run);
      const { id, status, months } = network.edges[edge]!;
      note(id, 'edge', months ?? (status === 'seasonal' ? [] : undefined));
    }
  }
  events.edges = events.runs.map(({ edge, start, end }) => {
    const { id, km, kmSource } = network.edges[edge]!;
    return { id, km: km * Math.abs(end - start), kmSource, reversed: end < start };
  });
  return events;
}

function visit(events: RouteEvents, node: NetworkNode): void {
  if (NOTABLE.has(node.kind) && events.path[events.path.length - 1] !== node.id)
    events.path.push(node.id);
}

function change(
  events: RouteEvents,
  network: Network,
  link: number,
  from: number,
  to: number,
  atKm: number,
): void {
  const { id, name } = network.nodes[network.stateNode[from]!]!;
  const hours: HoursRange = {
    low: network.linkHoursLow[link]!,
    typical: network.linkHoursTypical[link]!,
    high: network.linkHoursHigh[link]!,
  };
  switch (LINK_KINDS[network.linkKind[link]!]) {
    case 'border':
      events.crossings.push({
        id,
        name,
        from: network.stateCountry[from]!,
        to: network.stateCountry[to]!,
        hours,
        atKm,
      });
      break;
    case 'gauge':
      events.gaugeBreaks.push({
        node: id,
        name,
        from: network.stateGauge[from]! as Gauge,
        to: network.stateGauge[to]! as Gauge,
        hours,
        atKm,
      });
      break;
    default:
      events.transfers.push({
        node: id,
        name,
        from: MODES[network.stateMode[from]!]!,
        to: MODES[network.stateMode[to]!]!,
        hours,
        atKm,
      });
  }
}
