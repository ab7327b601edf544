import type { FeatureCollection } from 'geojson';
import { UserError } from '../core/errors';
import { csvText } from '../formats/csv';
import { asWritten, jsonText } from '../formats/json';
import { geojsonText, type Metadata } from '../formats/metadata';
import { tableText, wrapText } from '../formats/table-text';
import type { Output } from './command';

export const FORMATS = ['table', 'json', 'csv', 'geojson', 'kml', 'fgb'] as const;
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

/**
 * An answer in the form asked for. `metadata` is called where the form has room for it.
 * @throws UserError `no-geometry` where it has nothing to draw
 */
export async function outputContent(
  output: Output,
  format: Format,
  width: number,
  metadata: () => Promise<Metadata>,
): Promise<string | Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'json':
      return `${jsonText(output.json, 2)}\n`;
    case 'csv':
      return csvText(output.table.columns, output.table.rows);
    case 'geojson':
      return geojsonText(drawn(output, format), await metadata());
    case 'kml': {
      const { kmlText } = await import('../formats/kml');
      return kmlText(drawn(output, format), await metadata());
    }
    case 'fgb': {
      const { flatGeobuf } = await import('../formats/flatgeobuf');
      return flatGeobuf(drawn(output, format), await metadata());
    }
    case 'table': {
      const head = (output.table.head ?? []).map((line) => wrapText(line, width));
      const rows =
        output.table.rows.length > 0 && !output.table.headOnly
          ? tableText(output.table, width)
          : '';
      return [...head, ...(head.length > 0 && rows ? [''] : []), rows].join('\n').trimEnd() + '\n';
    }
  }
}

function drawn({ geojson }: Output, format: Format): FeatureCollection {
  if (geojson) return asWritten(geojson);
  throw new UserError(
    'no-geometry',
    `--format ${format}: this answer has no geometry; table, json or csv is possible`,
  );
}
