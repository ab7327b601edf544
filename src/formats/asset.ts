import { BLOCK_ID, type TakenParts } from './taken-page';

/** This page is a file that somebody took along: all that it needs is in it. */
export const TAKEN = import.meta.env.MODE === 'take-along';

let parts: TakenParts | undefined;

/** What was put into this file. */
export function takenParts(): TakenParts {
  return (parts ??= JSON.parse(document.getElementById(BLOCK_ID)!.textContent) as TakenParts);
}

/** Address of a file that comes with the page, whatever path the page is served from. */
export const assetUrl = (path: string): string =>
  TAKEN ? takenParts().files[path]! : new URL(path, document.baseURI).href;
