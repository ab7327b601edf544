import type { Issue } from '../../core/errors';

/** Who is told of a defect. */
export type Report = (issue: Issue) => void;

/** A value as it may stand in a message: short, on one line. */
export function quote(value: unknown): string {
  const text = textOf(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Deep nesting overflows the stack of JSON.stringify: then the kind of the value must do. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return Array.isArray(value) ? '[...]' : '{...}';
  }
}

export const error = (code: string, place: string, message: string, fix: string): Issue => ({
  code,
  place,
  message,
  fix,
  severity: 'error',
});

export const warning = (code: string, place: string, message: string, fix: string): Issue => ({
  ...error(code, place, message, fix),
  severity: 'warning',
});
