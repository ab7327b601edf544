import type { LngLat } from '../types';

/**
 * The shifted coordinates of Chinese web maps ("GCJ-02"): inside a box around China every place is
 * moved by 100 to 700 m. The formula is published widely though not by the authority; nothing in a
 * coordinate tells whether it was applied. Semi-major axis and eccentricity are Krasovsky's, as the
 * formula has it.
 */
const A_M = 6378245;
const E2 = 0.006693421622965943;

/** Where the shift is applied. */
export const isInGcj02Box = ([lng, lat]: LngLat): boolean =>
  lng >= 72.004 && lng <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;

/** WGS84 to GCJ-02, degrees. */
export function toGcj02(place: LngLat): LngLat {
  if (!isInGcj02Box(place)) return place;
  const [lng, lat] = place;
  const [x, y] = [lng - 105, lat - 35];
  const wave = (at: number, parts: [number, number][]): number =>
    (parts.reduce((sum, [size, turns]) => sum + size * Math.sin(at * turns * Math.PI), 0) * 2) / 3;
  const common = wave(x, [
    [20, 6],
    [20, 2],
  ]);
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    common +
    wave(y, [
      [20, 1],
      [40, 1 / 3],
      [160, 1 / 12],
      [320, 1 / 30],
    ]);
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    common +
    wave(x, [
      [20, 1],
      [40, 1 / 3],
      [150, 1 / 12],
      [300, 1 / 30],
    ]);
  const phi = (lat * Math.PI) / 180;
  const w2 = 1 - E2 * Math.sin(phi) ** 2;
  const w = Math.sqrt(w2);
  return [
    lng + (east * 180) / ((A_M / w) * Math.cos(phi) * Math.PI),
    lat + (north * 180) / (((A_M * (1 - E2)) / (w2 * w)) * Math.PI),
  ];
}

/** GCJ-02 to WGS84 by iteration: what comes out, shifted, is the input to 1e-9 degrees. */
export function fromGcj02(shifted: LngLat): LngLat {
  if (!isInGcj02Box(shifted)) return shifted;
  let [lng, lat] = shifted;
  for (let i = 0; i < 8; i++) {
    const again = toGcj02([lng, lat]);
    lng -= again[0] - shifted[0];
    lat -= again[1] - shifted[1];
  }
  return [lng, lat];
}
