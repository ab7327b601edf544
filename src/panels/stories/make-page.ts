import type { Story } from '../../core/story/types';
import type { Lang } from '../../core/types';
import { assetUrl } from '../../formats/asset';
import { fillTemplate, filesAsked } from '../../formats/taken-page';

/** The story as one page, with all the files that it needs from beside this one. */
export async function makePage(
  story: Story,
  lang: Lang,
  { signal, onfile }: { signal: AbortSignal; onfile: (at: number, all: number) => void },
): Promise<Blob> {
  const template = await (await get('take-along/page.html', signal)).text();
  const paths = filesAsked(template);
  const files: Record<string, string> = {};
  for (const [i, path] of paths.entries()) {
    onfile(i, paths.length);
    files[path] = await dataUrl(await get(path, signal), /json$/.test(path));
  }
  return new Blob([fillTemplate(template, { story, lang, files })], { type: 'text/html' });
}

async function get(path: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(assetUrl(path), { signal });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response;
}

/** Long text is packed: a browser unpacks it by itself. */
async function dataUrl(response: Response, packed: boolean): Promise<string> {
  const blob = packed
    ? await new Response(response.body!.pipeThrough(new CompressionStream('gzip'))).blob()
    : await response.blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error('a file could not be read'));
    reader.readAsDataURL(blob);
  });
}
