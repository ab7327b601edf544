import * as v from 'valibot';
import type { Atlas } from './atlas';

/** geodata/manifest.json: which edition of the data this is, and the hash of every file. */
export const manifest = v.object({
  /** First twelve hex digits of the SHA-256 over the files' hashes. */
  version: v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/)),
  date: v.pipe(v.string(), v.isoDate()),
  files: v.record(v.string(), v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});

export type Edition = Pick<v.InferOutput<typeof manifest>, 'version' | 'date'>;

/** Version and date of the data; nothing when the manifest cannot be read. */
export async function edition(atlas: Atlas): Promise<Edition | undefined> {
  try {
    const { version, date } = v.parse(manifest, await atlas.json('manifest.json'));
    return { version, date };
  } catch {
    return undefined;
  }
}
