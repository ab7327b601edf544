import { proxy } from 'comlink';
import type { Answer, CommandAnswer } from '../worker/messages';
import { manifestText } from '../formats/manifest-text';
import { metadataText } from '../formats/metadata';
import { analysis } from './atlas.svelte';

/** Forms of a result that a person can take along, as `--format` of the command calls them. */
export const EXPORT_FORMATS = ['csv', 'geojson', 'kml', 'fgb', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const MEDIA_TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv',
  geojson: 'application/geo+json',
  kml: 'application/vnd.google-earth.kml+xml',
  fgb: 'application/octet-stream',
  json: 'application/json',
};

/** A file for the person. */
export interface Taken {
  name: string;
  mediaType: string;
  content: string | Uint8Array<ArrayBuffer>;
}

/**
 * A result as a file: the command that gives it is run in the worker, so that the bytes are those of
 * `nv`. Beside the file come its manifest and its metadata.
 *
 * @param words the command line, without `nv`
 */
export async function exported(
  words: readonly string[],
  format: ExportFormat,
  name: string,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Answer<{ file: Taken; manifest: Taken; metadata: Taken; answer: CommandAnswer }>> {
  const answer = await analysis.command([...words, '--format', format], {}, proxy(onProgress));
  if (!answer.ok) return answer;
  const { content, manifest, metadata } = answer.value;
  const json = (kind: string, text: string): Taken => ({
    name: `${name}.${kind}.json`,
    mediaType: 'application/json',
    content: text,
  });
  return {
    ok: true,
    value: {
      file: { name: `${name}.${format}`, mediaType: MEDIA_TYPES[format], content },
      manifest: json('manifest', manifestText(manifest)),
      metadata: json('metadata', metadataText(metadata)),
      answer: answer.value,
    },
  };
}
