import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { UserError } from '../core/errors';

/** What gives the same bytes again: the command line, the data, the program, and the bytes' hash. */
export const manifestSchema = v.object({
  program: v.literal('nv'),
  programVersion: v.string(),
  dataVersion: v.string(),
  dataDate: v.string(),
  command: v.pipe(v.array(v.string()), v.minLength(1)),
  /** Files that were read, with the hash of what they held. */
  inputs: v.record(v.string(), v.string()),
  outputSha256: v.string(),
});
export type Manifest = v.InferOutput<typeof manifestSchema>;

/** SHA-256 as hex digits; a text is hashed as UTF-8. Works where the browser's own needs HTTPS. */
export const sha256 = (content: string | Uint8Array): string =>
  bytesToHex(hash(typeof content === 'string' ? new TextEncoder().encode(content) : content));

/** @throws UserError `bad-manifest` */
export function parseManifest(text: string, path: string): Manifest {
  try {
    return v.parse(manifestSchema, JSON.parse(text));
  } catch (cause) {
    const reason = (cause as Error).message.split('\n')[0]!;
    throw new UserError(
      'bad-manifest',
      `${path} is no manifest of nv (${reason}); --manifest FILE writes one`,
    );
  }
}
