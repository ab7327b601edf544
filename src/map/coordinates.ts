import type { LngLat } from '../core/types';

export const NOTATIONS = ['decimal', 'dms'] as const;
export type Notation = (typeof NOTATIONS)[number];

/** A place as people read it, latitude first: `55.0302° N 82.9204° E` or `55°01′49″ N ...`. */
export function formatLngLat([lng, lat]: LngLat, notation: Notation): string {
  const turned = ((((lng + 180) % 360) + 360) % 360) - 180;
  const angle = notation === 'decimal' ? decimal : dms;
  return `${angle(lat)} ${lat < 0 ? 'S' : 'N'} ${angle(turned)} ${turned < 0 ? 'W' : 'E'}`;
}

const decimal = (degrees: number): string => `${Math.abs(degrees).toFixed(4)}°`;

function dms(degrees: number): string {
  // Rounded once, in seconds, so that 59.9996 minutes become the next degree.
  const seconds = Math.round(Math.abs(degrees) * 3600);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}°${two(Math.floor(seconds / 60) % 60)}′${two(seconds % 60)}″`;
}
