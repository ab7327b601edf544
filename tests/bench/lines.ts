import { readFileSync } from 'node:fs';
import type { LineString } from 'geojson';
import { readSource } from '../../geodata/build/extract/packages';
import { SOURCE_FILES } from '../../geodata/build/extract/sources';
import { route } from '../../src/core/analysis/route';
import { buildNetwork } from '../../src/core/network/build';
import type { NetworkData } from '../../src/core/network/types';
import type { LngLat } from '../../src/core/types';
import { asNetworkData, worldRailLines } from './network-input';

const GEODATA = new URL('../../geodata/', import.meta.url);

/** A name and the lines of a comparison. */
export interface NamedLine {
  name: string;
  line: LngLat[];
}

/** The Trans-Siberian from Moscow to Vladivostok by Chita, every vertex of the pinned package. */
export function fullTransSiberian(): NamedLine {
  const assumptions = JSON.parse(
    readFileSync(new URL('assumptions.json', GEODATA), 'utf8'),
  ) as NetworkData['assumptions'];
  const network = buildNetwork(asNetworkData(worldRailLines(), assumptions));
  const answer = route(network, {
    from: [37.65, 55.77],
    to: [131.88, 43.11],
    via: [
      [104.25, 52.28],
      [113.5, 52.03],
    ],
  });
  if (answer.status !== 'ok')
    throw new Error(`no way from Moscow to Vladivostok: ${answer.reason}`);
  const line = (answer.geometry as LineString).coordinates as LngLat[];
  return { name: `Moscow-Vladivostok, ${line.length} vertices`, line };
}

/** Settlements of the world with their populations, from the pinned package. */
export function worldSettlements(): { points: LngLat[]; populations: number[] } {
  const points: LngLat[] = [];
  const populations: number[] = [];
  for (const row of readSource(SOURCE_FILES.geonames).toString('utf8').split('\n')) {
    const cells = row.split('\t');
    const point: LngLat = [Number(cells[5]), Number(cells[4])];
    if (!(Number(cells[14]) > 0) || !point.every(Number.isFinite)) continue;
    points.push(point);
    populations.push(Number(cells[14]));
  }
  return { points, populations };
}
