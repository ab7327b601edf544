/**
 * Decimals of numbers in files: a millimetre in km, a tenth of a metre in degrees. The last digits of
 * a computed double differ between engines (their sines do); without them Node and every browser
 * write the same bytes.
 */
const DECIMALS = 6;

const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(DECIMALS)) : value;

/** JSON as the product writes it. */
export const jsonText = (value: unknown, indent?: number): string =>
  JSON.stringify(value, rounded, indent);

/** A copy with the numbers that files hold. */
export const asWritten = <T>(value: T): T => JSON.parse(jsonText(value)) as T;
