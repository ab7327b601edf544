import stringWidth from 'string-width';

export interface TextTable {
  columns: { key: string; title: string; digits?: number }[];
  rows: Record<string, string | number | undefined>[];
}

/**
 * Rows in columns of a terminal: numbers to the right, texts to the left and shortened where the
 * rows would be wider than `width` characters. Han characters count as two.
 */
export function tableText({ columns, rows }: TextTable, width: number): string {
  const cells = rows.map((row) =>
    columns.map(({ key, digits }) => {
      const value = row[key];
      if (value === undefined) return '';
      return typeof value === 'number' ? value.toFixed(digits ?? 0) : value.replaceAll(/\s+/g, ' ');
    }),
  );
  const isNumber = columns.map(({ key }) => rows.some((row) => typeof row[key] === 'number'));
  const widths = columns.map(({ title }, i) =>
    Math.max(stringWidth(title), ...cells.map((row) => stringWidth(row[i]!))),
  );
  shrink(widths, isNumber, width - 2 * (columns.length - 1));
  const line = (texts: string[]): string =>
    texts
      .map((text, i) => {
        const cut = shorten(text, widths[i]!);
        const padding = ' '.repeat(widths[i]! - stringWidth(cut));
        return isNumber[i] ? padding + cut : cut + padding;
      })
      .join('  ')
      .trimEnd();
  const head = line(columns.map(({ title }) => title));
  const rule = widths.map((n) => '-'.repeat(n)).join('  ');
  return [head, rule, ...cells.map(line)].join('\n') + '\n';
}

/** Takes from the widest text column until everything fits; numbers are never cut. */
function shrink(widths: number[], isNumber: boolean[], room: number): void {
  const LEAST = 8;
  for (;;) {
    const total = widths.reduce((sum, n) => sum + n, 0);
    if (total <= room) return;
    let widest = -1;
    widths.forEach((n, i) => {
      if (!isNumber[i] && n > LEAST && (widest < 0 || n > widths[widest]!)) widest = i;
    });
    if (widest < 0) return;
    widths[widest] = Math.max(LEAST, widths[widest]! - (total - room));
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
