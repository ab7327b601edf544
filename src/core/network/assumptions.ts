import type { Scenario } from '../scenario/types';
import type { HoursRange } from '../types';
import type { Assumption } from './types';

/** Ids of the rows that the network itself asks for; speeds are named `speed-<speedClass>`. */
export const ASSUMPTION_IDS = {
  gaugeChange: 'gauge-change',
  portHandling: 'port-handling',
  terminalTransfer: 'terminal-transfer',
  dwell: { rail: 'dwell-rail', road: 'dwell-road', sea: 'dwell-road' },
} as const;

export const speedAssumptionId = (speedClass: string): string => `speed-${speedClass}`;

/** The table of assumptions as a scenario leaves it. */
export interface AssumptionLookup {
  /** Undefined where the table has no such row. */
  range: (id: string) => HoursRange | undefined;
  /** Km/h of a speed class. */
  speed: (speedClass: string) => HoursRange | undefined;
  /** The scenario changed this row, or this crossing's dwell. */
  changed: (id: string) => HoursRange | undefined;
}

export function lookupAssumptions(
  assumptions: readonly Assumption[],
  scenario: Scenario,
): AssumptionLookup {
  const rows = new Map<string, HoursRange>();
  for (const { id, low, typical, high } of assumptions) rows.set(id, { low, typical, high });
  const changes = new Map(Object.entries(scenario.set));
  const range = (id: string): HoursRange | undefined => changes.get(id) ?? rows.get(id);
  // Every edge asks for one of a few classes.
  const speeds = new Map<string, HoursRange | undefined>();
  return {
    range,
    speed: (speedClass) => {
      if (!speeds.has(speedClass)) speeds.set(speedClass, range(speedAssumptionId(speedClass)));
      return speeds.get(speedClass);
    },
    changed: (id) => changes.get(id),
  };
}

/** Hours that a distance in km takes at a range of speeds in km/h: the highest speed is the low end. */
export function runningHours(km: number, speedKmh: HoursRange): HoursRange {
  return { low: km / speedKmh.high, typical: km / speedKmh.typical, high: km / speedKmh.low };
}
