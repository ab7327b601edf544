import type { Feature, LineString } from 'geojson';
import type { DrawnLine } from '../core/corridor/drawn-profile';
import { UserError } from '../core/errors';
import { joinAt180 } from '../core/geo/join-at-180';
import { parseLngLat } from '../core/network/places';
import type { LngLat } from '../core/types';
import { readGeoJson } from '../formats/geojson-lines';
import type { Context } from './command';

/** Whether a word is the path of a file, not an id or a point. */
export const isPath = (word: string): boolean => /[./\\]/.test(word) && !pointsOf([word]);

/** Words that are all points: `LNG,LAT`, or several of them in one word, between blanks. */
export function pointsOf(words: readonly string[]): LngLat[] | undefined {
  const points = words.flatMap((word) => word.trim().split(/\s+/)).map(parseLngLat);
  return points.length > 0 && points.every((point) => point !== undefined) ? points : undefined;
}

/**
 * A line of a person's own as a command names it: its points, or a GeoJSON file that holds one line.
 * Undefined where the words are neither.
 * @throws UserError `cannot-read`, `not-json`, `bad-geojson`, `not-one-line`
 */
export async function ownLine(
  words: readonly string[],
  readFile: Context['readFile'],
): Promise<DrawnLine | undefined> {
  const points = pointsOf(words);
  if (points) return { id: 'line', name: 'Line', points };
  const [path] = words;
  if (path === undefined || words.length > 1 || !isPath(path)) return undefined;
  return lineOf(readGeoJson(await (await readFile(path)).text(), path), path);
}

/** The one line among features; points beside it, such as its places, are left aside. */
function lineOf(features: readonly Feature[], path: string): DrawnLine {
  const lines = features.flatMap((feature) =>
    linesOf(feature).map((points) => ({ feature, points })),
  );
  const [first] = lines;
  if (!first || lines.length > 1)
    throw new UserError(
      'not-one-line',
      `${path} holds ${lines.length} lines; a corridor of your own is one line (a MultiLineString only where 180 degrees cuts it)`,
    );
  const { id, properties } = first.feature;
  const stem = path.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  const own = [id, properties?.id].find(
    (each) => typeof each === 'string' || Number.isFinite(each),
  );
  const name: unknown = properties?.name;
  return {
    id: String(own ?? stem),
    name: typeof name === 'string' && name.trim() !== '' ? name : String(own ?? stem),
    points: first.points,
  };
}

function linesOf({ geometry }: Feature): LngLat[][] {
  if (geometry?.type !== 'LineString' && geometry?.type !== 'MultiLineString') return [];
  const whole = joinAt180(geometry);
  const parts =
    whole.type === 'MultiLineString' ? whole.coordinates : [(whole as LineString).coordinates];
  return parts.map((line) => line.map(([lng, lat]): LngLat => [lng!, lat!]));
}

/** Several with ids that differ from one another and from `taken`: `line`, `line-2`, ... */
export function withFreeIds(lines: readonly DrawnLine[], taken: Iterable<string>): DrawnLine[] {
  const ids = new Set(taken);
  return lines.map((line) => {
    let { id } = line;
    for (let n = 2; ids.has(id); n++) id = `${line.id}-${n}`;
    ids.add(id);
    return { ...line, id };
  });
}
