import { readFile, stat } from 'node:fs/promises';
import { UserError } from '../core/errors';

/** Largest file that is read whole. */
const MAX_MB = 512;

/** A file that the person named, whole. @throws UserError `cannot-read`, `too-large` */
export async function readPersonsFile(path: string): Promise<Blob> {
  try {
    const { size } = await stat(path);
    if (size > MAX_MB * 1024 * 1024)
      throw new UserError(
        'too-large',
        `${path} has ${Math.ceil(size / 1024 / 1024)} MB; at most ${MAX_MB} MB are read`,
      );
    return new Blob([await readFile(path)]);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError('cannot-read', `${path} cannot be read: ${(cause as Error).message}`);
  }
}
