import { UserError } from '../../core/errors';
import { nearestNames, suggestion } from '../../core/nearest-names';
import { LAYER_FILES } from '../../data/catalogue';
import type { Command } from '../command';
import { collection, feature } from '../geojson';

type Cell = string | number | undefined;

/** Positions have five decimals. */
const MOST_DIGITS = 5;

/** Property names of a layer in the order in which features bring them. */
const keysOf = (rows: readonly Record<string, Cell>[]): string[] => [
  ...new Set(rows.flatMap((row) => Object.keys(row))),
];

export const layerCommand: Command = {
  name: 'layer',
  usage: 'ID',
  summary: 'a layer of the map as a table or for other programs',
  example: 'layer crossings',
  options: {},
  help: {},
  async run({ atlas }, args) {
    const [id] = args;
    const ids = LAYER_FILES.map((file) => file.id as string);
    if (id === undefined || args.length > 1 || !ids.includes(id))
      throw new UserError(
        'unknown-layer',
        id === undefined || args.length > 1
          ? `nv layer takes one layer; there are: ${ids.join(', ')}`
          : `there is no layer "${id}"${suggestion(nearestNames(id, ids)) || `; there are: ${ids.join(', ')}`}`,
      );
    const features = await atlas.layer(id);
    const rows = features.map(({ geometry, properties }) => ({
      ...flat(properties ?? {}),
      ...(geometry.type === 'Point'
        ? { lng: geometry.coordinates[0], lat: geometry.coordinates[1] }
        : {}),
    }));
    return {
      title: `Layer ${id}`,
      rests: { layers: [id] },
      json: features,
      table: {
        columns: keysOf(rows).map((key) => ({ key, title: key, ...digitsOf(rows, key) })),
        rows,
      },
      geojson: collection(features.map(({ geometry }, i) => feature(geometry, rows[i]!))),
    };
  },
};

/** As many decimals as the figures of a column have, at most those of a position. */
function digitsOf(rows: readonly Record<string, Cell>[], key: string): { digits?: number } {
  const decimals = rows.map((row) =>
    typeof row[key] === 'number' ? (String(row[key]).split('.')[1]?.length ?? 0) : 0,
  );
  const most = decimals.reduce((a, b) => Math.max(a, b), 0);
  return most > 0 ? { digits: Math.min(most, MOST_DIGITS) } : {};
}

/** Told apart, in the metadata of the answer. */
const SOURCES = ['source', 'sources'];

/** What stands for an object as a whole: its figure, or its English text. */
const MAIN = ['value', 'en'];

/** Objects whose keys are ids: a column each would make hundreds. */
const KEYED_BY_ID = ['posts'];

/**
 * Properties as cells. An object is a column a key, such as `population` and `population_year`, or
 * `name` and `name_zh`; a list of words or numbers is one cell, a list of objects is JSON.
 */
function flat(properties: Record<string, unknown>, under = ''): Record<string, Cell> {
  const cells = Object.entries(properties).flatMap(([key, value]): [string, Cell][] => {
    if (SOURCES.includes(key) || value === null || value === undefined) return [];
    const column = under && MAIN.includes(key) ? under : under ? `${under}_${key}` : key;
    if (typeof value === 'number' || typeof value === 'string') return [[column, value]];
    if (typeof value !== 'object') return [[column, String(value)]];
    if (Array.isArray(value))
      return [[column, value.some(isObject) ? JSON.stringify(value) : value.join(' ')]];
    if (KEYED_BY_ID.includes(key)) return [[column, JSON.stringify(value)]];
    return Object.entries(flat(value as Record<string, unknown>, column));
  });
  return Object.fromEntries(cells);
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
