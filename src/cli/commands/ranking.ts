import { UserError } from '../../core/errors';
import { ranking, type RankingAnswer } from '../../data/questions/effects';
import type { Command, Table } from '../command';
import { DIFFERENCE_HELP, DIFFERENCE_OPTION, wantsDifference } from '../differences';
import { collection, feature } from '../geojson';
import {
  LAST_RANK,
  NETWORK_HELP,
  NETWORK_OPTIONS,
  networkOptions,
  restsOnNetwork,
  wholeNumber,
} from '../network-options';
import { seasonLines } from '../way-text';
import { withinOption } from '../within';

const { by: _by, ...options } = NETWORK_OPTIONS;
const { 'by distance|time': _help, ...help } = NETWORK_HELP;

const CHANGE_COLUMNS: Table['columns'] = [
  { key: 'rankChange', title: 'rank +/-' },
  { key: 'placesWithinChange', title: 'within +/-' },
  { key: 'populationWithinChange', title: 'people +/-' },
  { key: 'reachableChange', title: 'reachable +/-' },
  { key: 'harmonicMeanChange', title: 'mean +/-', digits: 1 },
  { key: 'betweennessChange', title: 'betweenness +/-', digits: 4 },
];

export const rankingCommand: Command = {
  name: 'ranking',
  usage: '--within 2000km|72h [--depth 1..4]',
  summary: 'hubs ranked by what they reach within a number of kilometres or hours',
  example: 'ranking --within 2000km --depth 2',
  options: {
    ...options,
    within: { type: 'string' },
    depth: { type: 'string' },
    ...DIFFERENCE_OPTION,
  },
  help: {
    'within 2000km|72h': 'kilometres, or typical hours',
    'depth 1..4': 'hubs down to this label rank: 1 the largest, 4 all of them (2)',
    ...help,
    ...DIFFERENCE_HELP,
  },
  async run(context, args, values) {
    if (args.length > 0)
      throw new UserError(
        'too-many',
        `nv ranking ranks all hubs down to --depth and takes no place, not "${args[0]}"`,
      );
    const { within, unit, by } = withinOption(values, 'ranking');
    const depth = wholeNumber(values, 'depth', 1, LAST_RANK) ?? 2;
    const { options } = await networkOptions(context, values);
    const query = { rank: depth, within, by };
    const beside = wantsDifference(values, options);
    const answer = await ranking(context.atlas, query, options, context.pace);
    const { value, ...rest } = answer;
    const { seasonal } = rest;
    const changes = beside ? changesOf(answer) : undefined;
    const hubs = new Map(
      (await context.atlas.layer('hubs')).map((hub) => [hub.properties.id, hub]),
    );
    const rows = value.map(({ key, ...figures }) => {
      const { name, country } = hubs.get(key)!.properties;
      const { en, zh, ru, mn } = name;
      return { id: key, name: en, zh, ru, mn, country, ...figures, ...changes?.get(key) };
    });
    const network = restsOnNetwork(options, []);
    return {
      title: `Hubs ranked by what they reach within ${within} ${unit}`,
      rests: network,
      json: beside ? { hubs: value, ...rest } : { hubs: value, seasonal },
      table: {
        leading: 2,
        head: seasonLines(seasonal),
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
          ...(beside ? CHANGE_COLUMNS : []),
        ],
        rows,
      },
      geojson: collection(rows.map((row) => feature(hubs.get(row.id)!.geometry, row))),
    };
  },
};

/** What the scenario changes of each hub, as columns of a row. */
const changesOf = ({ difference = [] }: RankingAnswer): Map<string, Table['rows'][number]> =>
  new Map(
    difference.map((change) => [
      change.key,
      {
        rankChange: change.rankChange,
        placesWithinChange: change.placesWithin,
        populationWithinChange: change.populationWithin,
        reachableChange: change.reachable,
        harmonicMeanChange: change.harmonicMean,
        betweennessChange: change.betweenness,
      },
    ]),
  );
