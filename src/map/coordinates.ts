import type { LngLat } from '../core/types';
import { withSide } from '../i18n/degrees';
import type { Language } from '../i18n/language';

export const NOTATIONS = ['decimal', 'dms'] as const;
export type Notation = (typeof NOTATIONS)[number];

/** Ten metres. */
const DECIMALS = 4;

/**
 * A place as people read it, latitude first: `55.0302° N 82.9204° E` or `55°01′49″ N ...`, in
 * Chinese `北纬55.0302° 东经82.9204°`.
 */
export function formatLngLat([lng, lat]: LngLat, notation: Notation, t: Language): string {
  const turned = ((((lng + 180) % 360) + 360) % 360) - 180;
  const angle = (degrees: number, axis: 'lng' | 'lat'): string => {
    // Rounded before its side is named: what is written 0.0000° lies on none.
    const rounded = Number(degrees.toFixed(DECIMALS));
    const written =
      notation === 'decimal' ? `${t.decimals(Math.abs(rounded), DECIMALS)}°` : dms(degrees);
    return withSide(written, rounded, axis, t);
  };
  return `${angle(lat, 'lat')} ${angle(turned, 'lng')}`;
}

function dms(degrees: number): string {
  // Rounded once, in seconds, so that 59.9996 minutes become the next degree.
  const seconds = Math.round(Math.abs(degrees) * 3600);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}°${two(Math.floor(seconds / 60) % 60)}′${two(seconds % 60)}″`;
}
