/** Classes of a scale: fewer are told apart badly, more not at all. */
export const HEAT_STEPS = 7;

/** A scale of seven classes: `bounds[i]` is the upper bound of class i, the last class has none. */
export interface HeatScale {
  /** Rising; fewer than six where the figures are few or alike. */
  bounds: number[];
  min: number;
  max: number;
  /** Of differences: the middle class is no change. */
  diverging: boolean;
}

/**
 * Classes with equally many figures each (quantiles), so that one far place does not make all others
 * look alike; differences get classes of equal width around 0. Undefined where there are no figures.
 */
export function heatScale(values: readonly number[], diverging: boolean): HeatScale | undefined {
  const sorted = Float64Array.from(values.filter((value) => Number.isFinite(value))).sort();
  if (sorted.length === 0) return undefined;
  const [min, max] = [sorted[0]!, sorted[sorted.length - 1]!];
  if (diverging) {
    const reach = Math.max(Math.abs(min), Math.abs(max));
    // 0.05: what rounds to 0.0 is no change.
    const bounds = [-2 / 3, -1 / 3, 0, 0, 1 / 3, 2 / 3].map((share, i) =>
      share === 0 ? (i === 2 ? -0.05 : 0.05) : share * reach,
    );
    return { bounds: reach <= 0.15 ? [] : bounds, min, max, diverging };
  }
  const bounds: number[] = [];
  for (let i = 1; i < HEAT_STEPS; i++) {
    const bound = sorted[Math.ceil((sorted.length * i) / HEAT_STEPS) - 1]!;
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
