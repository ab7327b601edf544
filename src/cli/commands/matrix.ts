import type { MatrixAnswer, MatrixCell } from '../../core/analysis/answers';
import { UserError } from '../../core/errors';
import { matrixAnswer } from '../../data/questions/routes';
import type { Command, Table } from '../command';
import { NETWORK_HELP, NETWORK_OPTIONS, networkOptions, placeText } from '../network-options';
import { flatSums, gapLines } from '../way-text';

export const matrixCommand: Command = {
  name: 'matrix',
  usage: '[PLACE ...] [--all]',
  summary: 'every place to every place: km, hours, borders, gauge breaks, each cell decomposed',
  example: 'matrix harbin vladivostok chita --square',
  options: { ...NETWORK_OPTIONS, all: { type: 'boolean' }, square: { type: 'boolean' } },
  help: {
    all: 'all hubs, after the places named',
    square: 'a square of km (of typical hours with --by time), in tables and CSV',
    ...NETWORK_HELP,
  },
  async run(context, args, values) {
    const { by, options } = await networkOptions(context, values);
    const places = args.map(placeText);
    if (values.all) {
      const hubs = await context.atlas.layer('hubs');
      const ids = hubs.map((hub) => hub.properties.id).filter((id) => !places.includes(id));
      places.push(...ids.sort());
    }
    if (places.length === 0)
      throw new UserError('empty-matrix', 'nv matrix needs places, or --all for all hubs');
    const answer = await matrixAnswer(context.atlas, places, by, options, {
      progress: (done, total) => context.progress(`${done} of ${total} places`),
    });
    if (!answer) throw new Error('the matrix was stopped, though nothing stops it here');
    return { json: answer, table: values.square ? square(answer) : longForm(answer) };
  },
};

function longForm({ cells, places }: MatrixAnswer): Table {
  const figures = (key: string, title: string, digits: number) => ({ key, title, digits });
  return {
    head: gapLines(places),
    columns: [
      { key: 'from', title: 'from' },
      { key: 'to', title: 'to' },
      { key: 'status', title: 'status' },
      figures('distanceKm', 'km', 1),
      figures('greatCircleKm', 'great circle', 1),
      figures('detourRatio', 'detour', 3),
      figures('railKm', 'rail', 1),
      figures('roadKm', 'road', 1),
      figures('seaKm', 'sea', 1),
      figures('hoursLow', 'h low', 1),
      figures('hoursTypical', 'h typical', 1),
      figures('hoursHigh', 'h high', 1),
      figures('borderHours', 'h border', 1),
      figures('gaugeHours', 'h gauge', 1),
      figures('portHours', 'h port', 1),
      { key: 'crossings', title: 'crossings' },
      { key: 'gaugeBreaks', title: 'gauge breaks' },
      { key: 'reason', title: 'reason' },
    ],
    rows: cells.map((cell) => {
      const { from, to, status, greatCircleKm } = cell;
      if (cell.status !== 'ok') return { from, to, status, greatCircleKm, reason: cell.reason };
      return {
        ...{ from, to, status, greatCircleKm, detourRatio: cell.detourRatio },
        ...flatSums(cell),
        crossings: cell.crossings.join(' '),
        gaugeBreaks: cell.gaugeBreaks.join(' '),
      };
    }),
  };
}

function square({ places, cells, by }: MatrixAnswer): Table {
  const value = (cell: MatrixCell): number | string =>
    cell.status !== 'ok' ? cell.status : by === 'distance' ? cell.distanceKm : cell.hours.typical;
  // Numbered, since a place may be given twice.
  const column = (i: number): string => `to-${i}`;
  return {
    head: [by === 'distance' ? 'km' : 'typical hours', ...gapLines(places)],
    columns: [
      { key: 'from', title: 'from' },
      ...places.map(({ key }, i) => ({ key: column(i), title: key, digits: 1 })),
    ],
    rows: places.map(({ key }, row) => ({
      from: key,
      ...Object.fromEntries(
        places.map((_, i) => [column(i), value(cells[row * places.length + i]!)]),
      ),
    })),
  };
}
