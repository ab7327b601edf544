import type { Geometry } from 'geojson';
import { crsOfCode, epsgOf, guessCrs, isDegrees } from './crs';
import type { FeatureStore } from './feature-store';
import { mostlyInGcj02Box } from './gcj02-suspicion';
import type { Repair } from './types';

/** So many features tell what the others are. */
const SAMPLE = 200;

/**
 * What may mend a layer: each repair answers a defect that was found in it. That of Chinese web maps
 * is offered unsuspected too, since often nothing tells whether they were shifted: wherever most
 * points lie in the box in which they are.
 */
export function fittingRepairs(
  store: FeatureStore,
  counts: Readonly<Record<string, number>>,
  crs?: string,
): Repair[] {
  const has = (...codes: string[]): boolean => codes.some((code) => (counts[code] ?? 0) > 0);
  const fitting: Repair[] = [];
  if (has('axes-swapped')) fitting.push({ kind: 'swap-axes' });
  const projected = has('coordinates-projected');
  if (projected || (crs !== undefined && !isDegrees(crs))) {
    const named = crsOfCode(epsgOf(crs ?? '') ?? 0);
    const guesses = named ? [named] : projected ? guessCrs(samplePairs(store)) : [];
    for (const { name, definition } of guesses)
      fitting.push({ kind: 'reproject', from: definition, name });
  }
  if (has('ring-not-closed')) fitting.push({ kind: 'close-rings' });
  if (has('longitude-out-of-range', 'crosses-180')) fitting.push({ kind: 'cut-180' });
  if (has('winding')) fitting.push({ kind: 'wind' });
  if (has('id-duplicate')) fitting.push({ kind: 'renew-ids' });
  if (mostlyInGcj02Box(store)) fitting.push({ kind: 'gcj02' });
  return fitting;
}

/** The first coordinate pair of some of the bad features. */
function samplePairs(store: FeatureStore): [number, number][] {
  const pairs: [number, number][] = [];
  for (let i = 0; i < store.count && pairs.length < SAMPLE; i++) {
    if (!store.bad[i]) continue;
    const pair = firstPair((store.feature(i) as { geometry?: Geometry }).geometry);
    if (pair && (Math.abs(pair[0]) > 400 || Math.abs(pair[1]) > 400)) pairs.push(pair);
  }
  return pairs;
}

function firstPair(geometry: unknown): [number, number] | undefined {
  let item: unknown = (geometry as { coordinates?: unknown } | undefined)?.coordinates;
  for (let depth = 0; depth < 5 && Array.isArray(item); depth++) {
    if (typeof item[0] === 'number' && typeof item[1] === 'number') return [item[0], item[1]];
    item = item[0];
  }
  return undefined;
}
