import type { OwnFilter } from './types';

type Properties = Record<string, unknown> | null;

/** A property as a table shows it; what a feature does not have is an empty text. */
export function cellText(properties: Properties, field: string): string {
  if (!properties || !Object.hasOwn(properties, field)) return '';
  const value = properties[field];
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Whether a feature meets every condition and holds the searched text in any property. */
export function matcher(
  filters: readonly OwnFilter[],
  search: string,
): ((properties: Properties) => boolean) | undefined {
  const tests = filters.map(test);
  const wanted = search.trim().toLowerCase();
  if (wanted !== '')
    tests.push((properties) => {
      for (const field in properties)
        if (cellText(properties, field).toLowerCase().includes(wanted)) return true;
      return false;
    });
  if (tests.length === 0) return undefined;
  return (properties) => tests.every((holds) => holds(properties));
}

function test({ field, test, value }: OwnFilter): (properties: Properties) => boolean {
  const wanted = value.trim().toLowerCase();
  const number = numberOf(wanted);
  const text = (properties: Properties): string => cellText(properties, field).toLowerCase();
  switch (test) {
    case 'contains':
      return (properties) => text(properties).includes(wanted);
    case 'is':
      return (properties) => text(properties) === wanted;
    case 'is-not':
      return (properties) => text(properties) !== wanted;
    case 'more':
      return (properties) => numberOf(text(properties)) > number;
    case 'less':
      return (properties) => numberOf(text(properties)) < number;
    case 'filled':
      return (properties) => text(properties) !== '';
    case 'empty':
      return (properties) => text(properties) === '';
  }
}

/** As people write a number, or as a large one is written as text. */
const NUMBER = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i;

/** NaN for what is no number; blanks may part its digits, and a comma may stand for the point. */
export function numberOf(text: string): number {
  const plain = text.replace(/\s/g, '').replace(',', '.');
  return NUMBER.test(plain) ? Number(plain) : NaN;
}
