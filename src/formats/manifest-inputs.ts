import type { Manifest } from './manifest';

/** A file that is not the one that a manifest was made from. */
export interface OtherInput {
  path: string;
  /** SHA-256 that the manifest tells. */
  expected: string;
  /** SHA-256 of the file as it is now. */
  found: string;
}

/** Which of the files that were read now are others than the manifest's; `found` as its `inputs`. */
export const otherInputs = (
  { inputs }: Pick<Manifest, 'inputs'>,
  found: Manifest['inputs'],
): OtherInput[] =>
  Object.entries(inputs).flatMap(([path, expected]) => {
    const now = Object.hasOwn(found, path) ? found[path] : undefined;
    return now === undefined || now === expected ? [] : [{ path, expected, found: now }];
  });
