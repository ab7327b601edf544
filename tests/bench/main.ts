/**
 * Our figures beside the named peers', measured in one run: `npm run bench`, or with names of
 * suites to run only these.
 */
import type { BenchRow } from './row';
import { suites } from './suites';

const COLUMNS = ['what', 'peer', 'theirs', 'ours', 'ratio', 'goal', 'met'] as const;

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(suites);
for (const name of names) {
  const suite = suites[name];
  if (!suite) {
    console.error(`no suite "${name}"; there are ${Object.keys(suites).join(', ')}`);
    process.exit(2);
  }
  console.error(`${name} ...`);
  console.log(`\n${name}\n${table(await suite())}`);
}

function table(rows: readonly BenchRow[]): string {
  const cells = [
    [...COLUMNS],
    ...rows.map((row) =>
      COLUMNS.map((column) =>
        column === 'met' ? (row.met === undefined ? '' : row.met ? 'yes' : 'NO') : row[column],
      ),
    ),
  ];
  const widths = COLUMNS.map((_, i) => Math.max(...cells.map((row) => row[i]!.length)));
  return cells
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
