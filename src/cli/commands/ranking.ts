import { UserError } from '../../core/errors';
import { ranking } from '../../data/questions/effects';
import type { Command } from '../command';
import { collection, feature } from '../geojson';
import {
  LAST_RANK,
  NETWORK_HELP,
  NETWORK_OPTIONS,
  networkOptions,
  restsOnNetwork,
  wholeNumber,
} from '../network-options';

const { by: _by, ...options } = NETWORK_OPTIONS;
const { 'by distance|time': _help, ...help } = NETWORK_HELP;

const BOUND = /^(\d+(?:\.\d+)?)\s*(km|h)$/;

export const rankingCommand: Command = {
  name: 'ranking',
  usage: '--within 2000km|72h [--depth 1..4]',
  summary: 'hubs ranked by what they reach within a number of kilometres or hours',
  example: 'ranking --within 2000km --depth 2',
  options: { ...options, within: { type: 'string' }, depth: { type: 'string' } },
  help: {
    'within 2000km|72h': 'kilometres, or typical hours',
    'depth 1..4': 'hubs down to this label rank: 1 the largest, 4 all of them (2)',
    ...help,
  },
  async run(context, args, values) {
    if (args.length > 0)
      throw new UserError(
        'too-many',
        `nv ranking ranks all hubs down to --depth and takes no place, not "${args[0]}"`,
      );
    const bound = BOUND.exec(String(values.within ?? '').trim());
    if (!bound || Number(bound[1]) <= 0)
      throw new UserError(
        'bad-within',
        'nv ranking needs --within, a number with its unit, such as 2000km or 72h',
      );
    const depth = wholeNumber(values, 'depth', 1, LAST_RANK) ?? 2;
    const by = bound[2] === 'km' ? 'distance' : 'time';
    const { options } = await networkOptions(context, values);
    const query = { rank: depth, within: Number(bound[1]), by } as const;
    const { value } = await ranking(context.atlas, query, options, context.pace);
    const hubs = new Map(
      (await context.atlas.layer('hubs')).map((hub) => [hub.properties.id, hub]),
    );
    const rows = value.map(({ key, ...figures }) => {
      const { name, country } = hubs.get(key)!.properties;
      const { en, zh, ru, mn } = name;
      return { id: key, name: en, zh, ru, mn, country, ...figures };
    });
    const network = restsOnNetwork(options, []);
    return {
      title: `Hubs ranked by what they reach within ${bound[1]} ${bound[2]}`,
      rests: network,
      json: value,
      table: {
        leading: 2,
        columns: [
          { key: 'rank', title: 'rank' },
          { key: 'id', title: 'hub' },
          { key: 'name', title: 'name' },
          { key: 'zh', title: 'Chinese' },
          { key: 'ru', title: 'Russian' },
          { key: 'mn', title: 'Mongolian' },
          { key: 'country', title: 'in' },
          { key: 'placesWithin', title: 'hubs within' },
          { key: 'populationWithin', title: 'their people' },
          { key: 'reachable', title: 'reachable' },
          { key: 'harmonicMean', title: 'harmonic mean', digits: 1 },
          { key: 'betweenness', title: 'betweenness', digits: 4 },
        ],
        rows,
      },
      geojson: collection(rows.map((row) => feature(hubs.get(row.id)!.geometry, row))),
    };
  },
};
