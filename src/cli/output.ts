import { UserError } from '../core/errors';
import { csvText } from '../formats/csv';
import { tableText } from '../formats/table-text';
import type { Output } from './command';

export const FORMATS = ['table', 'json', 'csv', 'geojson'] as const;
export type Format = (typeof FORMATS)[number];

/** @throws UserError `bad-format` */
export function parseFormat(text: unknown): Format {
  const format = FORMATS.find((known) => known === (text ?? 'table'));
  if (format) return format;
  throw new UserError(
    'bad-format',
    `--format ${String(text)}: one of ${FORMATS.join(', ')} is needed`,
  );
}

/** An answer as text. @throws UserError `no-geometry` where it has nothing to draw */
export function outputText(output: Output, format: Format, width: number): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(output.json, null, 2)}\n`;
    case 'csv':
      return csvText(output.table.columns, output.table.rows);
    case 'geojson':
      if (!output.geojson)
        throw new UserError(
          'no-geometry',
          '--format geojson: this answer has no geometry; table, json or csv is possible',
        );
      return `${JSON.stringify(output.geojson)}\n`;
    case 'table': {
      const head = output.table.head ?? [];
      const rows = output.table.rows.length > 0 ? tableText(output.table, width) : '';
      return [...head, ...(head.length > 0 && rows ? [''] : []), rows].join('\n').trimEnd() + '\n';
    }
  }
}
