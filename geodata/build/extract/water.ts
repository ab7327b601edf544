import { writeExtract } from './manifest';
import { readSource } from './packages';
import { readPn2 } from './pn2';
import type { Pn2Part } from './pn2';
import { SOURCE_FILES } from './sources';

/**
 * Natural Earth's 50m rivers and lakes in the window (60 to 180 E, 35 to 82 N), unnamed in the
 * package. One part a line: [source id, kind, lng, lat, ...] in 1/120 degree, the grid of the source.
 */
export function extractWater(): void {
  const { neRivers, neLakes } = SOURCE_FILES;
  for (const [name, source] of [
    ['ne-rivers.json', neRivers],
    ['ne-lakes.json', neLakes],
  ] as const) {
    const rows = readPn2(readSource(source))
      .filter(isInWindow)
      .map((part) => JSON.stringify([part.id, part.kind, ...part.points.flat()]));
    writeExtract(name, `[\n${rows.join(',\n')}\n]\n`, [source]);
  }
}

function isInWindow({ points }: Pn2Part): boolean {
  return points.some(([lng, lat]) => lng >= 60 * 120 && lat >= 35 * 120 && lat <= 82 * 120);
}
