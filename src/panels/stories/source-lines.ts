import type { Source } from '../../core/types';

/** Sources as people type them: one a line, title, publisher, date and address between bars. */
export const writeSources = (sources: readonly Source[]): string =>
  sources
    .map(({ title, publisher, date, url }) =>
      [title, publisher, date, url].filter(Boolean).join(' | '),
    )
    .join('\n');

/** Lines without a title are no source; an address that is none is left out. */
export function readSources(text: string): Source[] {
  return text.split('\n').flatMap((line): Source[] => {
    const [title, publisher, date, url] = line.split('|').map((part) => part.trim());
    if (!title) return [];
    const source = { title, publisher: publisher || '—', date: date || '—' };
    return [url && /^https?:\/\/\S+$/.test(url) ? { ...source, url } : source];
  });
}
