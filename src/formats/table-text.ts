import stringWidth from 'string-width';

export interface TextTable {
  columns: { key: string; title: string; digits?: number }[];
  rows: Record<string, string | number | undefined>[];
  /** How many columns tell what a row is about (1). */
  leading?: number;
}

/** Texts are not shortened below this, those of the leading columns not below the other. */
const LEAST_TEXT = 12;
const LEAST_LEADING = 24;
/** But where one more column would not stand beside the leading ones. */
const LEAST_OF_ALL = 8;
const GAP = 2;

/** A column with its cells as they are written. */
interface Column {
  title: string;
  cells: string[];
  isNumber: boolean;
  width: number;
  /** Least width that it may be shortened to. */
  least: number;
}

/**
 * Rows in columns of a terminal: numbers to the right, texts to the left and shortened where the
 * rows would be wider than `width` characters. Columns that do not fit even so follow below, behind
 * the leading ones once more. Han characters count as two.
 */
export function tableText({ columns, rows, leading = 1 }: TextTable, width: number): string {
  const all = columns.map(({ key, title, digits }, i): Column => {
    const cells = rows.map((row) => cellText(row[key], digits));
    const isNumber = rows.some((row) => typeof row[key] === 'number');
    const natural = Math.max(stringWidth(title), ...cells.map((cell) => stringWidth(cell)));
    const least = isNumber ? natural : Math.min(natural, i < leading ? LEAST_LEADING : LEAST_TEXT);
    return { title, cells, isNumber, width: natural, least };
  });
  return blocksOf(all.slice(0, leading), all.slice(leading), width)
    .map((block) => blockText(block, rows.length, width))
    .join('\n');
}

function cellText(value: string | number | undefined, digits = 0): string {
  if (value === undefined) return '';
  return typeof value === 'number' ? value.toFixed(digits) : value.replaceAll(/\s+/g, ' ');
}

/** As many of the other columns beside the leading ones as fit, block by block. */
function blocksOf(leading: Column[], others: Column[], width: number): Column[][] {
  const blocks: Column[][] = [[...leading]];
  for (const column of others) {
    const block = blocks[blocks.length - 1]!;
    const fits = widthOf([...block, column], ({ least }) => least) <= width;
    if (fits || block.length === leading.length) block.push(column);
    else blocks.push([...leading, column]);
  }
  return blocks;
}

const widthOf = (columns: readonly Column[], of: (column: Column) => number): number =>
  columns.reduce((sum, column) => sum + of(column) + GAP, -GAP);

function blockText(block: readonly Column[], rows: number, width: number): string {
  const widths = shrunk(block, width);
  const line = (texts: string[]): string =>
    texts
      .map((text, i) => {
        const cut = shorten(text, widths[i]!);
        const padding = ' '.repeat(widths[i]! - stringWidth(cut));
        return block[i]!.isNumber ? padding + cut : cut + padding;
      })
      .join(' '.repeat(GAP))
      .trimEnd();
  return [
    line(block.map(({ title }) => title)),
    widths.map((n) => '-'.repeat(n)).join(' '.repeat(GAP)),
    ...Array.from({ length: rows }, (_, row) => line(block.map(({ cells }) => cells[row]!))),
    '',
  ].join('\n');
}

/** Widths with which a block fits: taken from its widest text again and again, never from a number. */
function shrunk(block: readonly Column[], width: number): number[] {
  const widths = block.map((column) => column.width);
  const tight = widthOf(block, ({ least }) => least) > width;
  const leastOf = ({ isNumber, least }: Column): number =>
    tight && !isNumber ? Math.min(least, LEAST_OF_ALL) : least;
  for (;;) {
    const excess = widths.reduce((sum, n) => sum + n + GAP, -GAP) - width;
    if (excess <= 0) return widths;
    let widest = -1;
    block.forEach((column, i) => {
      if (widths[i]! > leastOf(column) && (widest < 0 || widths[i]! > widths[widest]!)) widest = i;
    });
    if (widest < 0) return widths;
    widths[widest] = Math.max(leastOf(block[widest]!), widths[widest]! - excess);
  }
}

function shorten(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let cut = '';
  for (const char of text) {
    if (stringWidth(cut + char) > width - 1) break;
    cut += char;
  }
  return `${cut}…`;
}

/** A line for people, broken between words where it is wider than `width`; what follows is indented. */
export function wrapText(text: string, width: number): string {
  const INDENT = '  ';
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line.trim() === '' || stringWidth(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = INDENT + word;
    }
  }
  return [...lines, line].join('\n');
}
