import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Feature, Geometry } from 'geojson';
import { loadLayer } from '../../src/data/load';

const GEODATA = fileURLToPath(new URL('../../geodata', import.meta.url));

/** A file of geodata/ as the product reads it, JSON parsed. */
export const readGeodata = (file: string): Promise<unknown> =>
  Promise.resolve(JSON.parse(readFileSync(join(GEODATA, file), 'utf8')) as unknown);

/** The rows of an extract: tab-separated values under a head. */
export function readExtract(file: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(join(GEODATA, 'extracts', file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  return lines.map((cells) => Object.fromEntries(head!.map((column, i) => [column, cells[i]!])));
}

/** The features of a layer, and what is wrong with the file. */
export async function readLayer<G extends Geometry, P>(
  id: string,
): Promise<{ features: Feature<G, P>[]; issues: unknown[] }> {
  const { value, issues } = await loadLayer(id, readGeodata);
  return { features: value as Feature<G, P>[], issues };
}
