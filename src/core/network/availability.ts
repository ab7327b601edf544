import type { CrossingMode, CrossingProps, EdgeProps, Mode, PortProps, Status } from '../types';
import type { Scenario } from '../scenario/types';

/** What a scenario, a month and a choice of modes leave open. */
export interface Availability {
  edge: (edge: EdgeProps) => boolean;
  /** Whether the border may be passed here by a mode. */
  crossing: (crossing: CrossingProps, mode: Mode) => boolean;
  /** Whether ships call at the port. */
  port: (port: PortProps) => boolean;
}

const CROSSING_MODES: Record<Mode, CrossingMode[]> = {
  rail: ['rail'],
  // Ferries and ice roads carry road traffic.
  road: ['road', 'river', 'ice'],
  sea: [],
};

const isToday = (status: Status): boolean => status === 'operating' || status === 'seasonal';
const isNotBuilt = (status: Status): boolean =>
  status === 'under-construction' || status === 'planned' || status === 'studied';

/**
 * @param edges needed because a scenario that switches a link on also opens the unbuilt crossings
 *   and ports that the link ends on
 */
export function availability(
  edges: readonly { properties: EdgeProps }[],
  scenario: Scenario,
  month: number | undefined,
  modes: readonly Mode[],
): Availability {
  const on = new Set(scenario.on);
  const off = new Set(scenario.off);
  const inMonth = (months: number[] | undefined): boolean =>
    month === undefined || months === undefined || months.includes(month);
  const switchedOn = (edge: EdgeProps): boolean => on.has(edge.id) || on.has(edge.line);
  const endsOfSwitchedOn = new Set<string>();
  for (const link of scenario.add)
    for (const end of [link.from, link.to]) if (typeof end === 'string') endsOfSwitchedOn.add(end);
  if (on.size > 0) {
    for (const { properties: edge } of edges)
      if (switchedOn(edge)) endsOfSwitchedOn.add(edge.from).add(edge.to);
  }
  const open = (place: CrossingProps | PortProps): boolean =>
    !off.has(place.id) &&
    inMonth(place.months) &&
    (isToday(place.status) ||
      on.has(place.id) ||
      (isNotBuilt(place.status) && endsOfSwitchedOn.has(place.id)));
  return {
    edge: (edge) =>
      modes.includes(edge.mode) &&
      !off.has(edge.id) &&
      !off.has(edge.line) &&
      (isToday(edge.status) || switchedOn(edge)) &&
      inMonth(edge.months),
    crossing: (crossing, mode) =>
      open(crossing) && crossing.modes.some((way) => CROSSING_MODES[mode].includes(way)),
    port: open,
  };
}
