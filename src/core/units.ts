/** Conversions between the units people read. All measures of the product are km and hours. */

/** Kilometres in one international nautical mile (exact, by definition). */
export const KM_PER_NAUTICAL_MILE = 1.852;
/** Kilometres in one international mile (exact, by definition). */
export const KM_PER_MILE = 1.609344;

/**
 * A computed length without the digits in which the engines' sines differ, so that every sum of
 * lengths is the same in Node and in every browser.
 */
export const toMillimetre = (km: number): number => Math.round(km * 1e6) / 1e6;

/** Units of length that people choose from. */
export const LENGTH_UNITS = ['km', 'nmi', 'mi'] as const;
export type LengthUnit = (typeof LENGTH_UNITS)[number];

export const KM_PER: Record<LengthUnit, number> = {
  km: 1,
  nmi: KM_PER_NAUTICAL_MILE,
  mi: KM_PER_MILE,
};

export const kmToNauticalMiles = (km: number): number => km / KM_PER_NAUTICAL_MILE;
export const kmToMiles = (km: number): number => km / KM_PER_MILE;
