import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { distanceKm } from '../../../src/core/geo/geodesic';
import type { LngLat } from '../../../src/core/types';
import { list, readTable, text } from '../lib/csv';
import { writeExtract } from './manifest';
import { readSource, sourcePath } from './packages';
import { RiverGraph } from '../lib/river-graph';
import { SOURCE_FILES } from './sources';

/** Farther from the network than this, an end in the table is taken for a mistake. */
const MAX_GAP_KM = 20;

/**
 * Rivers that Natural Earth's 50m lacks, from World Data Bank II as GSHHG holds it (intermediate
 * resolution, 1 km). It has no names and is cut into bins of one degree, so each river is the
 * shortest way through the network between the ends that curated/waters.csv gives. Needs the program
 * `gmt` (Generic Mapping Tools 6), which alone reads the format. One stretch a line:
 * ["id", lng, lat, ...] in 0.001 degree.
 */
export function extractTracedRivers(): void {
  const source = SOURCE_FILES.wdb2Rivers;
  readSource(source);
  const graph = new RiverGraph(riverSegments(dirname(sourcePath(source))));
  const rows = readTable('waters.csv').flatMap((row) =>
    list(row, 'traced').map((spec) => {
      const [from, to] = spec.split(':').map((pair) => pair.split(' ').map(Number) as LngLat);
      const line = graph.way(from!, to!);
      const gapKm = Math.max(distanceKm(line[0]!, from!), distanceKm(line.at(-1)!, to!));
      if (gapKm > MAX_GAP_KM) throw new Error(`waters.csv: ${row.id} ends ${gapKm} km off`);
      const numbers = line.flat().map((degrees) => Math.round(degrees * 1000));
      return JSON.stringify([text(row, 'id'), ...numbers]);
    }),
  );
  writeExtract('wdb2-rivers.json', `[\n${rows.join(',\n')}\n]\n`, [source]);
}

/** All rivers of the window, as `gmt coast` dumps them: `>` begins a segment. */
function riverSegments(dir: string): LngLat[][] {
  const dump = execFileSync(
    'gmt',
    ['pscoast', '-R70/180/35/78', '-JQ15c', '-Ia', '-Di', '-M', `--DIR_GSHHG=${dir}`],
    // gmt leaves a history file where it runs.
    { cwd: tmpdir(), encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return dump
    .split(/^>.*$/m)
    .map((block) =>
      block
        .split('\n')
        .filter((line) => /^\s*-?\d/.test(line))
        .map((line) => line.trim().split(/\s+/).map(Number) as LngLat),
    )
    .filter((segment) => segment.length > 1);
}
