/** A stretch that can be travelled both ways. */
export interface Stretch {
  from: string;
  to: string;
  km: number;
}

/**
 * Length of the shortest way by plain relaxation (Bellman and Ford): slow, and shares no code with
 * the product's own search. Infinity where there is none.
 */
export function shortestKm(stretches: Stretch[], from: string, to: string): number {
  const km = new Map([[from, 0]]);
  const relax = (a: string, b: string, length: number): boolean => {
    const through = (km.get(a) ?? Infinity) + length;
    if (through >= (km.get(b) ?? Infinity)) return false;
    km.set(b, through);
    return true;
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const { from: a, to: b, km: length } of stretches)
      if ([relax(a, b, length), relax(b, a, length)].includes(true)) changed = true;
  }
  return km.get(to) ?? Infinity;
}
