import { TODAY, type AddedLink, type Scenario } from '../core/scenario/types';
import type { HoursRange, LngLat } from '../core/types';

/** Changes to a scenario, each giving a new one. */

const without = (ids: readonly string[], id: string): string[] => ids.filter((each) => each !== id);

/** A line, edge, crossing or port that is not in use today counts as operating, or no longer does. */
export function switchOn(scenario: Scenario, id: string, on: boolean): Scenario {
  const rest = without(scenario.on, id);
  return { ...scenario, on: on ? [...rest, id] : rest, off: without(scenario.off, id) };
}

/** A line, edge, crossing or port that is in use today counts as closed, or no longer does. */
export function switchOff(scenario: Scenario, id: string, off: boolean): Scenario {
  const rest = without(scenario.off, id);
  return { ...scenario, off: off ? [...rest, id] : rest, on: without(scenario.on, id) };
}

export function addLink(scenario: Scenario, link: Omit<AddedLink, 'id'>): Scenario {
  const id = freeId(
    'added-1',
    scenario.add.map((each) => each.id),
  );
  return { ...scenario, add: [...scenario.add, { ...link, id }] };
}

export const removeLink = (scenario: Scenario, id: string): Scenario => ({
  ...scenario,
  add: scenario.add.filter((link) => link.id !== id),
});

/** Sets an assumption, or the dwell of a crossing; without a range the data's own holds again. */
export function setRange(scenario: Scenario, id: string, range: HoursRange | undefined): Scenario {
  const set = { ...scenario.set };
  if (range) set[id] = range;
  else delete set[id];
  return { ...scenario, set };
}

export type Bound = keyof HoursRange;

/** A range with one bound moved; the others give way, so that low <= typical <= high still holds. */
export function moveBound(range: HoursRange, bound: Bound, value: number): HoursRange {
  if (bound === 'typical')
    return {
      low: Math.min(range.low, value),
      typical: value,
      high: Math.max(range.high, value),
    };
  return bound === 'low'
    ? {
        low: value,
        typical: Math.max(range.typical, value),
        high: Math.max(range.high, value),
      }
    : {
        low: Math.min(range.low, value),
        typical: Math.min(range.typical, value),
        high: value,
      };
}

export const emptyScenario = (id: string, name: string): Scenario => ({ ...TODAY, id, name });

/** The id itself, or with the first number from 2 on (from its own on, where it ends in one) that is free. */
export function freeId(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  const [, stem = wanted, number] = /^(.*?)(?:-(\d+))?$/.exec(wanted) ?? [];
  for (let n = Number(number ?? 1) + 1; ; n++)
    if (!taken.includes(`${stem}-${n}`)) return `${stem}-${n}`;
}

/** Whether two scenarios are the same document, whatever the order of what they switch and set. */
export function sameScenario(a: Scenario, b: Scenario): boolean {
  return canonical(a) === canonical(b);
}

function canonical({ id, name, on, off, add, set, month }: Scenario): string {
  const changes = Object.entries(set).sort(([a], [b]) => (a < b ? -1 : 1));
  const ranges = changes.map(([key, { low, typical, high }]) => [key, low, typical, high]);
  const links = add.map((link) => Object.entries(link).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify([id, name, [...on].sort(), [...off].sort(), links, ranges, month ?? 0]);
}

/** A place as a field gives it, an id or `LNG,LAT`, as the ends of links are written. */
export function linkEnd(place: string): string | LngLat {
  const [lng, lat] = place.includes(',') ? place.split(',').map(Number) : [];
  return lng !== undefined && lat !== undefined ? [lng, lat] : place;
}
