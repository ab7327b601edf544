import { UserError } from '../../core/errors';
import { MAX_PAIRS, MAX_SCENARIOS } from '../../core/scenario/table-limits';
import type { Scenario } from '../../core/scenario/types';
import { pairCells } from '../../data/questions/scenario-cells';
import {
  scenarioTable,
  type Pair,
  type PairWay,
  type ScenarioTable,
} from '../../data/questions/scenario-table';
import type { Command, Table } from '../command';
import { collection, feature } from '../geojson';
import {
  LAST_RANK,
  NETWORK_HELP,
  NETWORK_OPTIONS,
  networkOptions,
  restsOnNetwork,
  scenarioNamed,
  wholeNumber,
} from '../network-options';

const { 'scenario FILE|ID': _help, ...help } = NETWORK_HELP;

export const scenariosCommand: Command = {
  name: 'scenarios',
  usage: 'FROM TO [FROM TO ...] --scenario FILE|ID ...',
  summary: 'scenarios beside today and each other: the ways of pairs, and what each changes in all',
  example: 'scenarios urumqi novosibirsk --scenario tashtagol-urumqi --depth 1',
  options: {
    ...NETWORK_OPTIONS,
    scenario: { type: 'string', multiple: true },
    baseline: { type: 'string' },
    depth: { type: 'string' },
  },
  help: {
    'scenario FILE|ID': `a scenario document, or one that comes with the product; up to ${MAX_SCENARIOS}`,
    'baseline N': 'which of them the others are compared with, from 1 (0: today)',
    'depth 1..4': 'counts pairs of hubs down to this label rank: 1 the largest, 4 all of them (2)',
    ...help,
  },
  async run(context, args, values) {
    const pairs = pairsOf(args);
    const texts = (values.scenario ?? []) as string[];
    if (texts.length > MAX_SCENARIOS)
      throw new UserError(
        'too-many',
        `nv scenarios sets at most ${MAX_SCENARIOS} scenarios side by side, not ${texts.length}`,
      );
    const baseline = wholeNumber(values, 'baseline', 0, texts.length) ?? 0;
    const rank = wholeNumber(values, 'depth', 1, LAST_RANK) ?? 2;
    const { by, options } = await networkOptions(context, { ...values, scenario: undefined });
    const scenarios: Scenario[] = [];
    for (const text of texts) scenarios.push(await scenarioNamed(context, text));
    const question = { scenarios, pairs, rank, by };
    const answer = await scenarioTable(context.atlas, question, options);
    const rows = rowsOf(answer, baseline, scenarios);
    const ways = answer.pairs.flatMap((_, pair) => answer.columns.map(({ ways }) => ways[pair]!));
    return {
      title: `${scenarios.map(({ name }) => name).join(', ') || 'Today'}: ${pairs.map(({ from, to }) => `${from} - ${to}`).join(', ')}`,
      rests: { ...restsOnNetwork(options, []), hoursUnder: scenarios },
      json: answer,
      table: {
        leading: 3,
        head: [`pairs of hubs are counted among ${answer.hubs} of them, against today`],
        columns: COLUMNS,
        rows,
      },
      geojson: collection(
        ways.flatMap((way, i) => (way.status === 'ok' ? [feature(way.geometry, rows[i]!)] : [])),
      ),
    };
  },
};

function pairsOf(args: readonly string[]): Pair[] {
  if (args.length === 0 || args.length % 2 !== 0)
    throw new UserError(
      'missing-place',
      `nv scenarios takes pairs of places, FROM and TO, not ${args.length} places`,
    );
  const pairs = args.flatMap((from, i) => (i % 2 === 0 ? [{ from, to: args[i + 1]! }] : []));
  if (pairs.length > MAX_PAIRS)
    throw new UserError(
      'too-many',
      `nv scenarios looks at no more than ${MAX_PAIRS} pairs of places, not ${pairs.length}`,
    );
  return pairs;
}

const COLUMNS: Table['columns'] = [
  { key: 'from', title: 'from' },
  { key: 'to', title: 'to' },
  { key: 'scenario', title: 'scenario' },
  { key: 'status', title: 'status' },
  { key: 'km', title: 'km', digits: 1 },
  { key: 'kmDifference', title: 'km more', digits: 1, csv: 'kmDifference' },
  { key: 'hours', title: 'hours', digits: 1, csv: 'hoursTypical' },
  { key: 'hoursDifference', title: 'hours more', digits: 1, csv: 'hoursDifference' },
  { key: 'hoursLow', title: 'least', digits: 1, csv: 'hoursLow' },
  { key: 'hoursHigh', title: 'most', digits: 1, csv: 'hoursHigh' },
  { key: 'baseline', title: 'against' },
  { key: 'crossings', title: 'crossings' },
  { key: 'gaugeBreaks', title: 'gauge breaks' },
  { key: 'nearer', title: 'pairs nearer', csv: 'pairsNearer' },
  { key: 'farther', title: 'farther', csv: 'pairsFarther' },
  { key: 'gained', title: 'joined', csv: 'pairsJoined' },
  { key: 'lost', title: 'no longer', csv: 'pairsLost' },
  { key: 'reason', title: 'reason' },
];

/** A row a pair and column; the counts of a scenario stand in each of its rows. */
function rowsOf(
  table: ScenarioTable,
  baseline: number,
  scenarios: readonly Scenario[],
): Table['rows'] {
  const names = ['today', ...scenarios.map(({ name }) => name)];
  return table.pairs.flatMap(({ from, to }, pair) => {
    const km = pairCells(table, pair, 'km', baseline);
    const hours = pairCells(table, pair, 'hours', baseline);
    return table.columns.map(({ ways, counts }, column) => ({
      ...{ from, to, scenario: names[column], baseline: names[baseline] },
      ...wayFigures(ways[pair]!),
      kmDifference: km[column]!.difference,
      hoursDifference: hours[column]!.difference,
      ...(column > 0 ? counts : {}),
    }));
  });
}

function wayFigures(way: PairWay): Table['rows'][number] {
  if (way.status !== 'ok') return { status: way.status, reason: way.reason };
  const { distanceKm, hours, crossings, gaugeBreaks } = way;
  return {
    ...{ status: 'ok', km: distanceKm },
    ...{ hours: hours.typical, hoursLow: hours.low, hoursHigh: hours.high },
    crossings: crossings.map(({ id }) => id).join(' '),
    gaugeBreaks: gaugeBreaks.map(({ node }) => node).join(' '),
  };
}
