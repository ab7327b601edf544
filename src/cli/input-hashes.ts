import { sha256, type Manifest } from '../formats/manifest';
import type { Context } from './command';

/** The SHA-256 of what each file holds. @throws UserError those of `readFile` */
export async function inputHashes(
  paths: readonly string[],
  readFile: Context['readFile'],
): Promise<Manifest['inputs']> {
  const hashes: Manifest['inputs'] = {};
  for (const path of paths)
    hashes[path] = sha256(new Uint8Array(await (await readFile(path)).arrayBuffer()));
  return hashes;
}
