import type { Feature } from 'geojson';
import type { Route, RouteAnswer } from '../../core/analysis/answers';
import { MAX_ALTERNATIVES } from '../../core/analysis/route';
import type { NetworkOptions } from '../../core/network/types';
import { UserError } from '../../core/errors';
import type { WayDifference } from '../../core/analysis/scenario-difference';
import { routeBeside, type Beside } from '../../data/questions/effects';
import type { Rests } from '../../data/questions/provenance';
import { routeAnswer } from '../../data/questions/routes';
import type { Command, Output, Table } from '../command';
import {
  changeLine,
  changes,
  DIFFERENCE_HELP,
  DIFFERENCE_OPTION,
  figuresTable,
  wantsDifference,
} from '../differences';
import { collection, feature } from '../geojson';
import {
  NETWORK_HELP,
  NETWORK_OPTIONS,
  networkOptions,
  restsOnNetwork,
  wholeNumber,
} from '../network-options';
import { flatSums, gapLines, passedLines, placeName, sumLines } from '../way-text';

export const routeCommand: Command = {
  name: 'route',
  usage: 'FROM TO [--via P ...]',
  summary: 'the best way between two places, explained down to the edge',
  example: 'route harbin vladivostok --modes rail',
  options: {
    ...NETWORK_OPTIONS,
    via: { type: 'string', multiple: true },
    alternatives: { type: 'string' },
    ...DIFFERENCE_OPTION,
  },
  help: {
    'via PLACE': 'a place on the way; may be given several times, in order',
    ...NETWORK_HELP,
    'alternatives N': `also up to N other ways, at most ${MAX_ALTERNATIVES}`,
    ...DIFFERENCE_HELP,
  },
  async run(context, args, values) {
    const [from, to] = args;
    if (from === undefined || to === undefined || args.length > 2)
      throw new UserError(
        'missing-place',
        `nv route takes two places, FROM and TO, not ${args.length}; others come with --via`,
      );
    const { by, options } = await networkOptions(context, values);
    const via = (values.via ?? []) as string[];
    const alternatives = wholeNumber(values, 'alternatives', 0, MAX_ALTERNATIVES) ?? 0;
    const query = { from, to, via, by, alternatives };
    if (!wantsDifference(values, options))
      return output(await routeAnswer(context.atlas, query, options), by, options);
    return outputBeside(await routeBeside(context.atlas, query, options), by, options);
  },
};

/** The answer under the scenario with today's and the difference, and their figures as its rows. */
function outputBeside(
  { value, today, difference }: Beside<RouteAnswer, WayDifference>,
  by: string,
  options: NetworkOptions,
): Output {
  const { title, table, geojson, rests } = output(value, by, options);
  const before = output(today!, by, options);
  const ways = [
    ...(geojson?.features.map((way) => marked(way, 'scenario', changes(today!, value))) ?? []),
    ...(before.geojson?.features.map((way) => marked(way, 'today')) ?? []),
  ];
  return {
    title: `${title}: ${options.scenario!.name} and today`,
    rests: rests && before.rests ? merged(rests, before.rests) : (rests ?? before.rests),
    json: { ...value, today, difference },
    table: figuresTable(today!, value, [
      ...table.head!,
      `${options.scenario!.name}: ${changeLine(today!, value)}`,
    ]),
    geojson: ways.length > 0 ? collection(ways) : undefined,
  };
}

/** A way of the scenario or of today; the difference is that of the best ways. */
const marked = (
  { geometry, properties }: Feature,
  world: 'scenario' | 'today',
  change: Table['rows'][number] = {},
): Feature => feature(geometry, { ...properties, world, ...(properties?.way === 1 ? change : {}) });

const merged = (a: Rests, b: Rests): Rests => ({
  ...a,
  ids: new Set([...(a.ids ?? []), ...(b.ids ?? [])]),
});

function output(answer: RouteAnswer, by: string, options: NetworkOptions): Output {
  const title = [answer.from, ...answer.via, answer.to].map(placeName).join(' - ');
  if (answer.status !== 'ok') {
    const head = [title, `${answer.status}: ${answer.reason}`];
    return { title, json: answer, table: { head, columns: [], rows: [] } };
  }
  const ways: Route[] = [answer, ...(answer.alternatives ?? [])];
  const lines = (way: Route, rank: number): string[] => [
    ...(rank > 0 ? ['', `alternative ${rank}`] : []),
    `${way.distanceKm.toFixed(1)} km, ${way.detourRatio.toFixed(2)} times the great circle of ${answer.greatCircleKm.toFixed(1)} km`,
    ...sumLines(way),
    ...passedLines(way),
  ];
  const edges = ways.flatMap((way) => way.edges.map(({ id }) => id));
  return {
    title,
    rests: restsOnNetwork(options, ways, edges),
    json: answer,
    table: {
      leading: ways.length > 1 ? 2 : 1,
      head: [
        title,
        `best by ${by}`,
        ...ways.flatMap(lines),
        ...gapLines([answer.from, ...answer.via, answer.to]),
      ],
      columns: [
        ...(ways.length > 1 ? [{ key: 'way', title: 'way' }] : []),
        { key: 'edge', title: 'edge' },
        { key: 'km', title: 'km', digits: 1 },
        { key: 'kmSource', title: 'km from' },
      ],
      rows: ways.flatMap((way, rank) =>
        way.edges.map(({ id, km, kmSource }) => ({ way: rank + 1, edge: id, km, kmSource })),
      ),
    },
    geojson: collection(ways.map((way, rank) => wayFeature(answer, way, rank, title))),
  };
}

function wayFeature(answer: RouteAnswer, way: Route, rank: number, title: string): Feature {
  return feature(way.geometry, {
    name: title,
    way: rank + 1,
    greatCircleKm: answer.greatCircleKm,
    detourRatio: way.detourRatio,
    ...flatSums(way),
    crossings: way.crossings.map((crossing) => crossing.id).join(' '),
    gaugeBreaks: way.gaugeBreaks.map((gaugeBreak) => gaugeBreak.node).join(' '),
  });
}
