import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXTRACTS_DIR } from '../lib/paths';
import type { SourceFile } from './packages';
import { sha256 } from './packages';

/** What extracts/manifest.json records of one extract. */
export interface ManifestEntry {
  extract: string;
  extractSha256: string;
  sources: SourceFile[];
}

const path = join(EXTRACTS_DIR, 'manifest.json');

/** Writes an extract and records where it came from; other entries stay as they are. */
export function writeExtract(
  name: string,
  bytes: string | Uint8Array,
  sources: SourceFile[],
): void {
  writeFileSync(join(EXTRACTS_DIR, name), bytes);
  const others = readManifest().filter((entry) => entry.extract !== name);
  const entries = [...others, { extract: name, extractSha256: sha256(bytes), sources }];
  entries.sort((a, b) => (a.extract < b.extract ? -1 : 1));
  writeFileSync(path, `${JSON.stringify(entries, null, 1)}\n`);
}

function readManifest(): ManifestEntry[] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ManifestEntry[];
  } catch {
    return [];
  }
}
