import type { MatrixMeasure } from '../core/analysis/matrix-figures';
import { pointId, type OwnPoint } from './own-points';
import { MAX_PLACES } from './choices';
import { world } from './world.svelte';

/** Which end a place is chosen for. */
export type End = 'origins' | 'destinations';

/** The lines of a matrix on the map. */
export const LINE_SETS = ['none', 'hub', 'nearest', 'all'] as const;
export type LineSet = (typeof LINE_SETS)[number];

/** What a person has chosen for a matrix: places, the measure, how it is looked at. */
export class MatrixChoice {
  /** Ids, or `LNG,LAT`. */
  origins = $state.raw<string[]>([]);
  /** Undefined: the origins themselves. */
  destinations = $state.raw<string[] | undefined>();
  /** Undefined: the usual one of `world.by`. */
  chosenMeasure = $state<MatrixMeasure | undefined>();
  /** Scenario minus today. */
  difference = $state(false);
  view = $state<'table' | 'list'>('table');
  /** Only the nearest few of each origin, in the list and on the map. */
  nearest = $state<number | undefined>();
  lines = $state<LineSet>('hub');
  /** The origin that rays start from; undefined: the first. */
  hub = $state<string | undefined>();
  /** The table under the map is wanted. */
  open = $state(true);
  /** Names of one's own points, by `LNG,LAT`. */
  names = $state.raw<Readonly<Record<string, string>>>({});

  get measure(): MatrixMeasure {
    return this.chosenMeasure ?? (world.by === 'time' ? 'hours' : 'km');
  }

  of(end: End): readonly string[] {
    return (end === 'origins' ? this.origins : this.destinations) ?? [];
  }

  /** Adds places that are not there yet, as far as there is room; tells how many had none. */
  add(end: End, places: readonly string[]): number {
    const before = this.of(end);
    const fresh = places.filter((place, i) => places.indexOf(place) === i);
    const all = [...before, ...fresh.filter((place) => !before.includes(place))];
    this.#set(end, all.slice(0, MAX_PLACES));
    this.open = true;
    return Math.max(0, all.length - MAX_PLACES);
  }

  /** Adds points of one's own, such as those of an imported layer; tells how many had no room. */
  addPoints(end: End, points: readonly OwnPoint[]): number {
    const named = points.flatMap((each) => (each.name ? [[pointId(each), each.name]] : []));
    this.names = { ...this.names, ...Object.fromEntries(named) };
    return this.add(end, points.map(pointId));
  }

  remove(end: End, place: string): void {
    this.#set(
      end,
      this.of(end).filter((other) => other !== place),
    );
  }

  clear(end: End): void {
    this.#set(end, []);
  }

  #set(end: End, places: string[]): void {
    if (end === 'origins') this.origins = places;
    else this.destinations = places;
  }
}

export const matrixChoice = new MatrixChoice();
