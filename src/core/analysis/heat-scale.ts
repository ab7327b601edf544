import quickselect from 'quickselect';

/** Classes of a scale: fewer are told apart badly, more not at all. */
export const HEAT_STEPS = 7;

/** A scale of seven classes: `bounds[i]` is the upper bound of class i, the last class has none. */
export interface HeatScale {
  /** Rising; fewer than six where the figures are few or alike. */
  bounds: number[];
  /** The least and the largest figure; of differences the largest change, both ways. */
  min: number;
  max: number;
  /** Of differences: the middle class is no change. */
  diverging: boolean;
}

/**
 * Classes with equally many figures each (quantiles), so that one far place does not make all others
 * look alike; differences get classes of equal width around 0. Undefined where there are no figures.
 */
export function heatScale(
  values: Float64Array | readonly number[],
  diverging: boolean,
): HeatScale | undefined {
  const known = Array.from(values).filter((value) => Number.isFinite(value));
  if (known.length === 0) return undefined;
  let [min, max] = [Infinity, -Infinity];
  for (const value of known) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (diverging) {
    const reach = Math.max(Math.abs(min), Math.abs(max));
    // 0.05: what rounds to 0.0 is no change.
    const bounds = [-2 / 3, -1 / 3, 0, 0, 1 / 3, 2 / 3].map((share, i) =>
      share === 0 ? (i === 2 ? -0.05 : 0.05) : share * reach,
    );
    // As far either way, so that the ends of the legend are those of its colours.
    return { bounds: reach <= 0.15 ? [] : bounds, min: -reach, max: reach, diverging };
  }
  const bounds: number[] = [];
  // Six quantiles need no full sorting: what lies right of one is searched for the next.
  let left = 0;
  for (let i = 1; i < HEAT_STEPS; i++) {
    const at = Math.max(left, Math.ceil((known.length * i) / HEAT_STEPS) - 1);
    quickselect(known, at, left);
    left = at;
    const bound = known[at]!;
    if (bound > (bounds[bounds.length - 1] ?? -Infinity) && bound < max) bounds.push(bound);
  }
  return { bounds, min, max, diverging };
}

/** The class of a figure, 0 to 6: spread over the seven colours where there are fewer classes. */
export function heatStep({ bounds, diverging }: HeatScale, value: number): number {
  if (diverging && bounds.length === 0) return (HEAT_STEPS - 1) / 2;
  let low = 0;
  while (low < bounds.length && value > bounds[low]!) low++;
  if (diverging || bounds.length === 0) return low;
  return Math.round((low * (HEAT_STEPS - 1)) / bounds.length);
}
