import { FIGURE } from './figure';

/**
 * The text of a scene: a few marks and nothing else. `## heading`, `- item`, `**bold**`, an empty
 * line between paragraphs, `{{figure}}`. All else stands as it is, so `<b>` is four letters.
 */
export type Block =
  | { kind: 'heading'; inline: Inline[] }
  | { kind: 'paragraph'; inline: Inline[] }
  | { kind: 'list'; items: Inline[][] };

export type Inline =
  { kind: 'text'; text: string; bold: boolean } | { kind: 'figure'; figure: string; bold: boolean };

/** Characters of a text; what is longer is no scene. */
export const TEXT_LIMIT = 4000;

export function parseText(text: string): Block[] {
  const blocks: Block[] = [];
  /** The list or paragraph that the next line goes on with. */
  let open: Block | undefined;
  for (const line of text.slice(0, TEXT_LIMIT).split(/\r?\n/)) {
    const words = line.trim();
    const heading = /^#{1,6}\s+(.+)$/.exec(words);
    const item = /^[-*•]\s+(.+)$/.exec(words);
    if (words === '') {
      open = undefined;
    } else if (heading) {
      blocks.push({ kind: 'heading', inline: parseInline(heading[1]!) });
      open = undefined;
    } else if (item) {
      if (open?.kind !== 'list') blocks.push((open = { kind: 'list', items: [] }));
      open.items.push(parseInline(item[1]!));
    } else if (open?.kind === 'paragraph') {
      open.inline.push({ kind: 'text', text: ' ', bold: false }, ...parseInline(words));
    } else {
      blocks.push((open = { kind: 'paragraph', inline: parseInline(words) }));
    }
  }
  return blocks;
}

/** Bold goes from `**` to the next; one that is not closed is two asterisks. */
function parseInline(text: string): Inline[] {
  return text
    .split(/(\*\*(?=\S)(?:[^*]|\*(?!\*))+?\*\*)/)
    .flatMap((part) =>
      part.length > 4 && part.startsWith('**') && part.endsWith('**')
        ? figuresAndText(part.slice(2, -2), true)
        : figuresAndText(part, false),
    );
}

function figuresAndText(text: string, bold: boolean): Inline[] {
  return text
    .split(FIGURE)
    .map((part, i): Inline =>
      i % 2 === 1
        ? { kind: 'figure', figure: part.trim(), bold }
        : { kind: 'text', text: part, bold },
    )
    .filter((part) => part.kind === 'figure' || part.text !== '');
}

/** A text without its marks, figures written by `write`: for lists, alternative texts, exports. */
export function plainText(text: string, write: (figure: string) => string): string {
  const inline = (parts: Inline[]): string =>
    parts.map((part) => (part.kind === 'figure' ? write(part.figure) : part.text)).join('');
  return parseText(text)
    .map((block) =>
      block.kind === 'list'
        ? block.items.map((item) => `• ${inline(item)}`).join('\n')
        : inline(block.inline),
    )
    .join('\n');
}
