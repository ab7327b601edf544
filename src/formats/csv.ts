import Papa from 'papaparse';

/** Spreadsheets read UTF-8 only when it is announced. */
const BOM = '\uFEFF';

/**
 * Rows as CSV (RFC 4180, UTF-8 with BOM). A text that a spreadsheet would take for a formula is
 * guarded with an apostrophe; numbers are not touched.
 */
export function csvText(
  columns: readonly { key: string; csv?: string; digits?: number }[],
  rows: readonly Record<string, string | number | undefined>[],
): string {
  const data = rows.map((row) =>
    columns.map(({ key, digits }) => {
      const value = row[key];
      return typeof value === 'number' && digits !== undefined
        ? Number(value.toFixed(digits))
        : (value ?? '');
    }),
  );
  return (
    BOM +
    Papa.unparse(
      { fields: columns.map(({ key, csv }) => csv ?? key), data },
      { newline: '\r\n', escapeFormulae: true },
    ) +
    '\r\n'
  );
}
