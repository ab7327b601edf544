import { version } from '../../package.json';

/** Version of this program, as manifests and exports name it. */
export const PROGRAM_VERSION: string = version;
