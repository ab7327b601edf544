import { createHash } from 'node:crypto';

/** The day up to which the data were looked at; it moves when someone has looked again. */
const EDITION_DATE = '2026-11-27';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * The manifest of an edition: the hash of every file, and as version the first twelve digits of the
 * hash over all of them. Page, command and citations name the data by it.
 */
export function manifestText(files: ReadonlyMap<string, string>): string {
  const hashes = [...files].map(([name, text]) => [name, sha256(text)] as const);
  hashes.sort(([a], [b]) => (a < b ? -1 : 1));
  const version = sha256(hashes.map(([name, hash]) => `${name} ${hash}\n`).join('')).slice(0, 12);
  const manifest = { version, date: EDITION_DATE, files: Object.fromEntries(hashes) };
  return `${JSON.stringify(manifest, null, 1)}\n`;
}
