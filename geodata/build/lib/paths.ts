import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** geodata/, where the layers of the product lie. */
export const GEODATA_DIR = at('../../');
/** What people typed. */
export const CURATED_DIR = at('../../curated/');
/** What was taken from pinned packages, with its hash. */
export const EXTRACTS_DIR = at('../../extracts/');
