/** The way in hand: where from, where to, through what. Ids, or `LNG,LAT`. */
export class Journey {
  from = $state<string | undefined>();
  to = $state<string | undefined>();
  via = $state.raw<string[]>([]);
  /** The place that reach is measured from. */
  hub = $state<string | undefined>();
  /** Upper bounds of the bands of a reach, km or hours; absent: the usual ones. */
  bands = $state.raw<number[] | undefined>();
}

export const journey = new Journey();
