import type { Feature } from 'geojson';
import { UserError } from '../../../../src/core/errors';
import { FeatureStore } from '../../../../src/data/own/feature-store';
import type { OwnSummary } from '../../../../src/data/own/types';
import type { Encoding } from '../../../../src/formats/read/encoding';
import { readFile } from '../../../../src/formats/read/read-file';
import { Reading } from '../../../../src/formats/read/reading';

export interface ReadResult {
  store: FeatureStore;
  reading: Reading;
  summary: OwnSummary;
  /** Good features. */
  good: Feature[];
  /** Every code that was found, with how often; a refusal of the file counts as one. */
  codes: Record<string, number>;
}

/** Reads a file as the worker and the command do. Its good features are listed, unless told not to be. */
export async function read(
  content: BlobPart,
  name: string,
  list: { good: boolean } = { good: true },
  asked?: Encoding,
): Promise<ReadResult> {
  const store = new FeatureStore();
  const reading = new Reading(store, undefined, asked);
  const refused: Record<string, number> = {};
  try {
    await readFile(new Blob([content]), name, reading);
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    refused[cause.code] = 1;
  }
  const summary = store.summary(reading.crs);
  const good: Feature[] = [];
  for (let i = 0; list.good && i < store.count; i++) if (!store.bad[i]) good.push(store.feature(i));
  return {
    store,
    reading,
    summary,
    good,
    codes: { ...refused, ...reading.counts, ...summary.counts },
  };
}
