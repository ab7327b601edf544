import { UserError, type Issue } from '../../core/errors';
import { FeatureStore } from '../../data/own/feature-store';
import { suspect } from '../../data/own/suspect';
import { MAX_WHOLE_FILE_MB } from '../../data/own/types';
import { secondOpinion } from '../../data/validate/text';
import { readFile, type FileFormat } from './read-file';
import type { Encoding } from './encoding';
import { Reading } from './reading';

export interface CheckedFile {
  format: FileFormat;
  /** How the text of its tables was read, where that is no sure UTF-8. */
  encoding?: Encoding | undefined;
  /** How many features are good. */
  good: number;
  /** The first defects; `counts` knows all of them, by their code. */
  issues: Issue[];
  counts: Record<string, number>;
}

/** Formats with text whose encoding a person may know better; the others are UTF-8 or say it. */
const TABLES: readonly FileFormat[] = ['csv', 'shapefile'];

/**
 * Checks a file of any format as the page does when it reads one, and a sound GeoJSON by
 * geojson-validation too. `nodes` are the product's, for the suspicion of GCJ-02; `asked` is how its
 * tables are to be read.
 * @throws UserError as `readFile` does, `no-encoding` where there is nothing to read in the one asked
 */
export async function checkFile(
  file: Blob,
  name: string,
  nodes: Parameters<typeof suspect>[2],
  asked?: Encoding,
): Promise<CheckedFile> {
  const reading = new Reading(new FeatureStore(), undefined, asked);
  const format = await readFile(file, name, reading);
  if (asked && !TABLES.includes(format))
    throw new UserError(
      'no-encoding',
      `an encoding is chosen for CSV and zipped shapefiles; ${name} (${format}) is UTF-8 or names its own`,
    );
  await suspect(reading.store, { name, crs: reading.crs }, nodes);
  const { good, counts, issues } = reading.store.summary(reading.crs);
  const found = {
    format,
    encoding: reading.encoding,
    good,
    issues: [...reading.issues, ...issues],
    counts: { ...reading.counts, ...counts },
  };
  const isSound = !found.issues.some(({ severity }) => severity === 'error');
  if (isSound && format === 'geojson' && file.size <= MAX_WHOLE_FILE_MB * 1024 * 1024)
    for (const issue of await opinionOn(await file.text())) {
      found.issues.push(issue);
      found.counts[issue.code] = (found.counts[issue.code] ?? 0) + 1;
    }
  return found;
}

async function opinionOn(text: string): Promise<Issue[]> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Features one after another (RFC 8142) are no single JSON text.
    return [];
  }
  // A TopoJSON that tells so far from its beginning; geojson-validation knows none.
  if ((value as { type?: unknown } | null)?.type === 'Topology') return [];
  return await secondOpinion(value);
}
