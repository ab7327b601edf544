import type { ReachAnswer } from '../../core/analysis/answers';
import { DEFAULT_ACCESS_KM, MAX_ACCESS_KM } from '../../core/analysis/reach';
import type { NetworkOptions } from '../../core/network/types';
import { readDecimal } from '../../core/decimal';
import { UserError } from '../../core/errors';
import type { Metric } from '../../core/network/join';
import { reachBeside } from '../../data/questions/effects';
import { reachAnswer } from '../../data/questions/routes';
import { numberOption } from '../arguments';
import type { Command, Output, Values } from '../command';
import { DIFFERENCE_HELP, DIFFERENCE_OPTION, wantsDifference } from '../differences';
import { collection, feature } from '../geojson';
import { NETWORK_HELP, NETWORK_OPTIONS, networkOptions, restsOnNetwork } from '../network-options';
import { reachDifferenceOutput } from '../reach-difference';
import { gapLines, placeName, seasonLines } from '../way-text';
import { withinOption } from '../within';

const { by: _by, ...options } = NETWORK_OPTIONS;
const { 'by distance|time': _help, ...help } = NETWORK_HELP;

export const reachCommand: Command = {
  name: 'reach',
  usage: 'PLACE --within 1000km|48h [--bands ...]',
  summary: 'what lies within a number of kilometres or hours of a place over the network',
  example: 'reach irkutsk --within 1000km --bands 250,500',
  options: {
    ...options,
    within: { type: 'string' },
    bands: { type: 'string' },
    access: { type: 'string' },
    ...DIFFERENCE_OPTION,
  },
  help: {
    'within 1000km|48h': 'kilometres, or typical hours',
    'bands 250,500': 'smaller bounds of the same unit, separated by commas',
    'access KM': `a settlement counts where its way to the network is no longer (${DEFAULT_ACCESS_KM})`,
    ...help,
    ...DIFFERENCE_HELP,
  },
  async run(context, args, values) {
    const [place] = args;
    if (place === undefined || args.length > 1)
      throw new UserError('missing-place', `nv reach takes one place, not ${args.length}`);
    const { by, bands } = parseBounds(values);
    const { options } = await networkOptions(context, values);
    const accessKm = numberOption(values, 'access', { min: 0, max: MAX_ACCESS_KM, what: 'km' });
    const query = { by, bands, ...(accessKm === undefined ? {} : { accessKm }) };
    if (!wantsDifference(values, options))
      return output(await reachAnswer(context.atlas, place, query, options), options);
    const beside = await reachBeside(context.atlas, place, query, options);
    return reachDifferenceOutput(beside, output(beside.value, options), options);
  },
};

function parseBounds(values: Values): { by: Metric; bands: number[] } {
  const { within: largest, unit, by } = withinOption(values, 'reach');
  const texts = values.bands === undefined ? [] : String(values.bands).split(',');
  const smaller = texts.map((each) => {
    const text = each.trim();
    const band = readDecimal(text.endsWith(unit) ? text.slice(0, -unit.length) : text);
    if (band > 0 && band <= largest) return band;
    throw new UserError(
      'bad-bands',
      `--bands ${text}: ${unit} above 0 and at most ${largest}, as --within says, are needed${Number.isNaN(band) ? ', in digits and separated by commas, such as 250,500' : ''}`,
    );
  });
  return { by, bands: [...smaller, largest] };
}

function output(answer: ReachAnswer, options: NetworkOptions): Output {
  const title = `Reach of ${placeName(answer.from)}`;
  if (answer.status !== 'ok') {
    const head = [placeName(answer.from), `${answer.status}: ${answer.reason}`];
    return { title, json: answer, table: { head, columns: [], rows: [] } };
  }
  const unit = answer.by === 'distance' ? 'km' : 'h';
  const network = restsOnNetwork(options, []);
  return {
    title,
    rests: { ...network, layers: [...network.layers, 'settlements'] },
    json: answer,
    table: {
      leading: 2,
      head: [
        `from ${placeName(answer.from)}`,
        ...answer.bands.map(
          ({ within, km, hubs, settlements, population }) =>
            `within ${within} ${unit}: ${km.toFixed(0)} km of lines, ${hubs.length} hubs, ${population} people in ${settlements} settlements`,
        ),
        `a settlement counts where a line that is reached lies within ${answer.accessKm} km`,
        ...gapLines([answer.from]),
        ...seasonLines(answer.seasonal),
      ],
      columns: [
        { key: 'within', title: `within ${unit}` },
        { key: 'id', title: 'hub' },
        { key: 'name', title: 'name' },
        { key: 'km', title: 'km', digits: 1 },
        { key: 'hours', title: 'hours', digits: 1 },
      ],
      rows: answer.bands.flatMap(({ within, hubs }, i) => {
        const before = new Set(answer.bands[i - 1]?.hubs.map((hub) => hub.id));
        return hubs
          .filter((hub) => !before.has(hub.id))
          .map(({ id, name, km, hours }) => ({ within, id, name: name?.en, km, hours }));
      }),
    },
    geojson: collection(
      answer.bands.map(({ within, km, hubs, settlements, population, geometry }) =>
        feature(geometry, { within, unit, km, hubs: hubs.length, settlements, population }),
      ),
    ),
  };
}
