import type { Position } from 'geojson';

/**
 * Lines joined end to end wherever exactly two ends meet, so that a border of many arcs becomes as
 * few lines as it has gaps and forks. Ends meet when their coordinates are equal.
 */
export function joinLines(lines: Position[][]): Position[][] {
  const open = lines.map((line) => [...line]);
  for (let i = 0; i < open.length; i++) {
    for (;;) {
      const line = open[i]!;
      const end = line.at(-1)!;
      const next = meeting(open, i, end) ?? meeting(open, i, line[0]!);
      if (next === undefined) break;
      open[i] = joined(line, open[next]!);
      open.splice(next, 1);
      if (next < i) i--;
    }
  }
  return open;
}

/** The one other line that has an end at the point; none if several have. */
function meeting(lines: Position[][], self: number, point: Position): number | undefined {
  const others = lines.flatMap((line, index) =>
    index !== self && (isSame(line[0]!, point) || isSame(line.at(-1)!, point)) ? [index] : [],
  );
  return others.length === 1 ? others[0] : undefined;
}

function joined(a: Position[], b: Position[]): Position[] {
  if (isSame(a.at(-1)!, b[0]!)) return [...a, ...b.slice(1)];
  if (isSame(a.at(-1)!, b.at(-1)!)) return [...a, ...[...b].reverse().slice(1)];
  if (isSame(a[0]!, b.at(-1)!)) return [...b, ...a.slice(1)];
  return [...[...b].reverse(), ...a.slice(1)];
}

const isSame = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];
