import type { Metadata } from './metadata';

/** What of a result, or of the data alone, is cited. */
export interface Cited {
  dataVersion: string;
  /** ISO 8601. */
  dataDate: string;
  programVersion: string;
  /** Of the day on which it was looked at, ISO 8601. */
  seen: string;
  /** Address of the page as it stands. */
  address: string;
  /** Absent: the data as a whole. */
  result?: Pick<Metadata, 'title' | 'command'> | undefined;
}

const TITLE = 'Northern Vector: corridors, crossings and hubs of North Asia';

/** One paragraph, in the language of papers' reference lists. */
export function citationText(cited: Cited): string {
  const { dataVersion, dataDate, programVersion, seen, address, result } = cited;
  const year = dataDate.slice(0, 4);
  const of = `Data version ${dataVersion} of ${dataDate}, program version ${programVersion}.`;
  const found = `${address} (seen ${seen}).`;
  return result
    ? `Northern Vector (${year}). ${result.title}. In: ${TITLE}. ${of} Computed by: ${result.command}. ${found}`
    : `Northern Vector (${year}). ${TITLE} [data set]. ${of} ${found}`;
}

/** An entry for BibTeX or biber (UTF-8). */
export function citationBibtex(cited: Cited): string {
  const { dataVersion, dataDate, programVersion, seen, address, result } = cited;
  const note = `Data version ${dataVersion} of ${dataDate}; program version ${programVersion}`;
  const fields: [string, string][] = [
    ['author', '{Northern Vector}'],
    ['title', result ? `${escapeTex(result.title)}. In: {${escapeTex(TITLE)}}` : `{${TITLE}}`],
    ['year', dataDate.slice(0, 4)],
    ['version', dataVersion],
    ['note', result ? `${note}. Computed by: ${escapeTex(result.command)}` : note],
    ['url', address.replaceAll(/[{}\\]/g, encodeURIComponent)],
    ['urldate', seen],
  ];
  const lines = fields.map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{northern-vector-${dataVersion},\n${lines.join(',\n')}\n}\n`;
}

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const escapeTex = (text: string): string =>
  text.replaceAll(/[\\{}$&#_%~^]/g, (char) => TEX[char] ?? `\\${char}`);
