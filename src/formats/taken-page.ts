import { UserError } from '../core/errors';
import type { Story } from '../core/story/types';
import type { Lang } from '../core/types';

/**
 * A story as one HTML page that runs from a file, without network. The build makes its template: code
 * and style, a policy that lets no other code run, and a block of data in which stand the paths of the
 * files that are to be put in. The page that takes a story along puts them there (`fillTemplate`), and
 * the page that is opened reads them (`asset.ts`).
 */
export interface TakenParts {
  story: Story;
  /** What the page speaks when it is opened. */
  lang: Lang;
  /** The files of the page by their paths, as data: addresses; JSON is compressed with gzip. */
  files: Record<string, string>;
}

export const BLOCK_ID = 'taken';
const OPEN = `<script type="application/json" id="${BLOCK_ID}">`;
const CLOSE = '</script>';

/** Paths of the files that a template asks for, from the folder of the page. */
export function filesAsked(template: string): string[] {
  const [, block] = cut(template);
  return JSON.parse(block) as string[];
}

/** The finished page. Whatever the story says, it stays data. */
export function fillTemplate(template: string, parts: TakenParts): string {
  const [before, , after] = cut(template);
  return before + asData(parts) + after;
}

/** JSON in which nothing can end a script element or begin a comment. */
const asData = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

function cut(template: string): [before: string, block: string, after: string] {
  const start = template.indexOf(OPEN) + OPEN.length;
  const end = template.indexOf(CLOSE, start);
  if (start < OPEN.length || end < 0)
    throw new UserError('no-template', 'the page was served without the template of the file');
  return [template.slice(0, start), template.slice(start, end), template.slice(end)];
}
