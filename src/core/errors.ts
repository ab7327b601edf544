/**
 * The three kinds of trouble: an Issue is a defect in data, a UserError is bad input, anything else
 * that is thrown is a bug of ours.
 */

export interface Issue {
  /** Stable, kebab-case: `latitude-out-of-range`. */
  code: string;
  /** Where: a file, a feature id, a JSON path. */
  place: string;
  message: string;
  /** What would be right. */
  fix: string;
  severity: 'error' | 'warning';
}

/** Bad input from a person: shown in the panel, or on stderr with exit code 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
  constructor(
    /** Stable, kebab-case. */
    readonly code: string,
    /** One line: what, where, what would be right. */
    message: string,
    /** What the person gave, where a message in another language names it. */
    readonly what?: string,
  ) {
    super(message);
  }
}
