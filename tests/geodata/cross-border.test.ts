import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { list, number, parseCsv, text } from '../../geodata/build/lib/csv';
import { route } from '../../src/core/analysis/route';
import { buildNetwork } from '../../src/core/network/build';
import type { Network } from '../../src/core/network/types';
import { readNetworkData } from './anew';

const FILE = 'kept-out-cross-border.csv';
const pairs = parseCsv(readFileSync(join(import.meta.dirname, FILE), 'utf8'), FILE);

let rail: Network;
beforeAll(async () => {
  rail = buildNetwork(await readNetworkData(), { modes: ['rail'] });
});

describe('published distances by rail across a border', () => {
  it.each(pairs.map((row) => [text(row, 'from'), text(row, 'to'), list(row, 'via'), row] as const))(
    'from %s to %s by %s agrees within 1 %%, or within what its row says',
    (from, to, via, row) => {
      const way = route(rail, { from, to, via });
      if (way.status !== 'ok') throw new Error(way.reason);
      expect(way.crossings.length).toBeGreaterThan(0);
      const off = 100 * Math.abs(way.distanceKm / number(row, 'km') - 1);
      expect(off, `${way.distanceKm} km`).toBeLessThanOrEqual(
        row.within ? number(row, 'within') : 1,
      );
    },
  );
});
