/** One comparison, ours and a peer's in the same run. */
export interface BenchRow {
  what: string;
  peer: string;
  theirs: string;
  ours: string;
  ratio: string;
  goal: string;
  /** Absent: the row is for information. */
  met?: boolean | undefined;
}

/**
 * Milliseconds of processor time that this process has used, its collector and compiler included: on
 * a machine that others use too the clock on the wall tells what they do.
 */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The middle one of some figures. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Median of the milliseconds of processor time that `runs` calls take, after one that does not count. */
export function medianMs(runs: number, work: () => unknown): number {
  if (runs > 1) work();
  const times = Array.from({ length: runs }, () => {
    const start = processorMs();
    work();
    return processorMs() - start;
  });
  return median(times);
}

export const ms = (value: number): string =>
  value >= 10_000
    ? `${(value / 1000).toFixed(1)} s`
    : `${value >= 100 ? value.toFixed(0) : value.toPrecision(3)} ms`;

/** A row about time: met where the peer takes at least `least` times as long as we do. */
export function timeRow(
  what: string,
  peer: string,
  theirsMs: number,
  oursMs: number,
  least: number,
): BenchRow {
  const ratio = theirsMs / oursMs;
  return {
    what,
    peer,
    theirs: ms(theirsMs),
    ours: ms(oursMs),
    ratio: `${ratio.toPrecision(3)} x`,
    goal: `at least ${least} x`,
    met: ratio >= least,
  };
}
