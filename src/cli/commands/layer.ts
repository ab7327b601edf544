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

/** Properties as cells: names a column a language, lists and objects as JSON. Sources go apart. */
function flat(properties: Record<string, unknown>): Record<string, Cell> {
  const row: [string, Cell][] = [];
  for (const [key, value] of Object.entries(properties)) {
    if (key === 'sources' || value === null || value === undefined) continue;
    if (key === 'name' && typeof value === 'object') {
      const { en, zh, ru, mn } = value as Record<string, string | undefined>;
      row.push(['name', en], ['name_zh', zh], ['name_ru', ru], ['name_mn', mn]);
    } else if (typeof value === 'number' || typeof value === 'string') row.push([key, value]);
    else row.push([key, JSON.stringify(value)]);
  }
  return Object.fromEntries(row);
}
