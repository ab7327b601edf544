/** Digits with a decimal point, and a sign before them. */
const DECIMAL = /^[-+]?(\d+(\.\d+)?|\.\d+)$/;

/**
 * A number as people type one; blanks around it do not count. NaN for anything else, also for what
 * `Number` would take: blanks alone, `0x10`, `1e3`, `Infinity`.
 */
export const readDecimal = (text: string): number =>
  DECIMAL.test(text.trim()) ? Number(text) : NaN;
