/** How the parts of a band are told apart: a tint and a hatch, so that neither is alone. */

export interface BandFill {
  /** Place in the set of tints. */
  tint: number;
  /** Path of the hatch in a square of 8 px; absent: plain. */
  hatch?: string | undefined;
}

const FILLS: readonly BandFill[] = [
  { tint: 0 },
  { tint: 1, hatch: 'M0 8 8 0' },
  { tint: 2, hatch: 'M2 2h.01M6 6h.01' },
  { tint: 3, hatch: 'M2 0V8M6 0V8' },
  { tint: 4, hatch: 'M0 2H8M0 6H8' },
  { tint: 5, hatch: 'M0 8 8 0M0 0 8 8' },
];

/** Each value of a band in the order in which it comes along the way. */
export function bandFills(values: readonly string[]): Map<string, BandFill> {
  const distinct = [...new Set(values)];
  return new Map(distinct.map((value, i) => [value, FILLS[i % FILLS.length]!]));
}
