import type { Language } from './language';

/** Degrees of latitude and longitude as a language writes them. */

export const SIDES = ['east', 'west', 'north', 'south'] as const;
export type Side = (typeof SIDES)[number];

/** What stands before and after the degrees on each side of the equator and of Greenwich. */
export type SideWords = Readonly<Record<Side, readonly [before: string, after: string]>>;

/** On which side a latitude or longitude lies; on the equator, at 0° and at 180° on none. */
export function sideOf(degrees: number, axis: 'lng' | 'lat'): Side | undefined {
  if (degrees === 0 || Math.abs(degrees) === 180) return undefined;
  if (axis === 'lng') return degrees > 0 ? 'east' : 'west';
  return degrees > 0 ? 'north' : 'south';
}

const PLACE = '#';

export function sideWords(t: Language): SideWords {
  const words = (side: Side): readonly [string, string] => {
    const [before = '', after = ''] = t.text(`degrees.${side}`, { value: PLACE }).split(PLACE);
    return [before, after];
  };
  return Object.fromEntries(SIDES.map((side) => [side, words(side)])) as unknown as SideWords;
}

/** Degrees, written already (`55°01′49″`), with the side on which they lie. */
export function withSide(
  written: string,
  degrees: number,
  axis: 'lng' | 'lat',
  t: Language,
): string {
  const side = sideOf(degrees, axis);
  return side ? t.text(`degrees.${side}`, { value: written }) : written;
}
