/** Conversions between the units people read. All measures of the product are km and hours. */

/** Kilometres in one international nautical mile (exact, by definition). */
export const KM_PER_NAUTICAL_MILE = 1.852;
/** Kilometres in one international mile (exact, by definition). */
export const KM_PER_MILE = 1.609344;

export const kmToNauticalMiles = (km: number): number => km / KM_PER_NAUTICAL_MILE;
export const kmToMiles = (km: number): number => km / KM_PER_MILE;
