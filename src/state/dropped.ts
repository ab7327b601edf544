import { replay } from './replay.svelte';

/** Takes files that were dropped on the page; false where they are not of its kind. */
type Taker = (files: readonly File[]) => Promise<boolean>;

/** Asked in this order; the first that takes the files has them. */
const TAKERS: Taker[] = [(files) => replay.open(files)];

export async function takeDropped(files: readonly File[]): Promise<boolean> {
  for (const take of TAKERS) if (await take(files)) return true;
  return false;
}
