import { PAPER_FONT_FILES, type PaperFontFile } from './paper-fonts';
import { Typesetter } from './typesetter';

let loaded: Promise<Typesetter> | undefined;

/**
 * The fonts of paper from beside the page: about 2.8 MB, when a page is first made.
 *
 * @param folder address of the page's folder, as who asks sees it
 */
export function loadTypesetter(folder = './'): Promise<Typesetter> {
  loaded ??= load(folder);
  // A failed load may be tried again.
  loaded.catch(() => (loaded = undefined));
  return loaded;
}

async function load(folder: string): Promise<Typesetter> {
  const files = Object.entries(PAPER_FONT_FILES).map(async ([name, path]) => {
    const response = await fetch(folder + path);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return [name as PaperFontFile, new Uint8Array(await response.arrayBuffer())] as const;
  });
  return new Typesetter(Object.fromEntries(await Promise.all(files)));
}
