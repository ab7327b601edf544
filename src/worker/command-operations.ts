import { execute } from '../cli/execute';
import { inputHashes } from '../cli/input-hashes';
import { UserError } from '../core/errors';
import type { Atlas } from '../data/atlas';
import { answer } from './answer';
import { workerPace } from './pace';
import type { CommandOperations } from './messages';

/** The command `nv` on the page: the same words give the same bytes. */
export function commandOperations(atlas: Atlas): CommandOperations {
  return {
    inputHashes: (paths, files) =>
      inputHashes(
        paths.filter((path) => Object.hasOwn(files, nameOf(path))),
        (path) => Promise.resolve(fileNamed(files, path)),
      ),
    command: (words, files, watch) =>
      answer(
        (async () => {
          const { parsed, content, manifest, metadata } = await execute(words, {
            atlas,
            readFile: (path) => Promise.resolve(fileNamed(files, path)),
            pace: workerPace(watch),
          });
          return { parsed, content, manifest, metadata: await metadata() };
        })(),
      ),
  };
}

const nameOf = (path: string): string => path.split(/[\\/]/).pop()!;

/** The page reads no disk: what a command reads must have been handed over with it. */
function fileNamed(files: Readonly<Record<string, Blob>>, path: string): Blob {
  const name = nameOf(path);
  const file = Object.hasOwn(files, name) ? files[name] : undefined;
  if (file) return file;
  throw new UserError(
    'missing-input',
    `the file ${name} is needed too; open it together with the manifest`,
  );
}
