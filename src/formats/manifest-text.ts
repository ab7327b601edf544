import type { Manifest } from './manifest';

/** A manifest as a file holds it. */
export const manifestText = (manifest: Manifest): string =>
  `${JSON.stringify(manifest, null, 2)}\n`;
