import type { Feature } from 'geojson';
import type { AnswerPlace, MatrixAnswer } from '../../core/analysis/answers';
import { MATRIX_MEASURES, type MatrixMeasure } from '../../core/analysis/matrix-figures';
import { MAX_MATRIX_PLACES } from '../../core/analysis/matrix-ends';
import { matrixDifference } from '../../core/analysis/scenario-difference';
import { UserError } from '../../core/errors';
import { greatCircleLine } from '../../core/geo/great-circle-line';
import type { Pace } from '../../data/questions/pace';
import { matrixBeside, type MatrixQuery } from '../../data/questions/effects';
import { matrixAnswer } from '../../data/questions/routes';
import type { Atlas } from '../../data/atlas';
import type { NetworkOptions } from '../../core/network/types';
import type { Command, Output } from '../command';
import { collection, feature } from '../geojson';
import { DIFFERENCE_HELP, DIFFERENCE_OPTION, wantsDifference } from '../differences';
import { chosenCells, longTable, squareTable, type Matrices } from '../matrix-table';
import {
  NETWORK_HELP,
  NETWORK_OPTIONS,
  networkOptions,
  restsOnNetwork,
  wholeNumber,
} from '../network-options';
import { placeName } from '../way-text';

/** More lines than this make a file that few programs open. */
const MAX_LINES = 20_000;

export const matrixCommand: Command = {
  name: 'matrix',
  usage: '[PLACE ...] [--to PLACE ...] [--all]',
  summary: 'every place to every place: km, hours, borders, gauge breaks, each cell decomposed',
  example: 'matrix harbin vladivostok chita --square',
  options: {
    ...NETWORK_OPTIONS,
    all: { type: 'boolean' },
    to: { type: 'string', multiple: true },
    square: { type: 'boolean' },
    measure: { type: 'string' },
    nearest: { type: 'string' },
    ...DIFFERENCE_OPTION,
  },
  help: {
    all: 'all hubs, after the places named',
    'to PLACE': 'a destination; may be given several times (the places themselves)',
    square: 'a square, in tables and CSV: one row an origin, one column a destination',
    'measure NAME': `what of a cell the square shows and --nearest goes by: ${MATRIX_MEASURES.join(', ')} (km; hours with --by time)`,
    'nearest N': 'only the N nearest destinations of each origin, nearest first (not in a square)',
    ...NETWORK_HELP,
    ...DIFFERENCE_HELP,
  },
  async run(context, args, values) {
    const { by, options } = await networkOptions(context, values);
    const places = [...args];
    if (values.all) {
      const hubs = await context.atlas.layer('hubs');
      const ids = hubs.map((hub) => hub.properties.id).filter((id) => !places.includes(id));
      places.push(...ids.sort());
    }
    if (places.length === 0)
      throw new UserError('empty-matrix', 'nv matrix needs places, or --all for all hubs');
    const to = values.to as string[] | undefined;
    const measure = parseMeasure(values.measure) ?? (by === 'time' ? 'hours' : 'km');
    const count = wholeNumber(values, 'nearest', 1, MAX_MATRIX_PLACES);
    if (count !== undefined && values.square)
      throw new UserError('bad-option', '--nearest gives a list: leave out --square');
    const query = { places, to, by };
    const found = wantsDifference(values, options)
      ? await matrixBeside(context.atlas, query, options, context.pace)
      : await matrixAlone(context.atlas, query, options, context.pace);
    return output(found, {
      ...{ measure, count, square: Boolean(values.square) },
      rests: restsOnNetwork(options, []),
    });
  },
};

async function matrixAlone(
  atlas: Atlas,
  { places, to, by }: MatrixQuery,
  options: NetworkOptions,
  pace: Pace,
): Promise<Matrices> {
  return { value: await matrixAnswer(atlas, places, by, options, pace, to) };
}

function parseMeasure(text: unknown): MatrixMeasure | undefined {
  if (text === undefined) return undefined;
  const measure = MATRIX_MEASURES.find((known) => known === text);
  if (measure) return measure;
  throw new UserError(
    'bad-option',
    `--measure ${String(text)}: one of ${MATRIX_MEASURES.join(', ')} is needed`,
  );
}

/** How a matrix is shown: as a square, or a list, of the `count` nearest of each origin if given. */
interface Shown {
  measure: MatrixMeasure;
  count: number | undefined;
  square: boolean;
  rests: Output['rests'];
}

/** @throws UserError `missing-place` where the nearest of a place are asked for, and it has no other */
function output(matrices: Matrices, { measure, count, square, rests }: Shown): Output {
  const { value, today } = matrices;
  const targets = value.destinations ?? value.places;
  const keys = new Set([...value.places, ...targets].map(({ key }) => key));
  if (count !== undefined && keys.size === 1)
    throw new UserError(
      'missing-place',
      '--nearest needs a place that can be near: name another one, or take --to or --all',
    );
  const chosen = chosenCells(matrices, count === undefined ? undefined : { count, by: measure });
  const cells = chosen.map((at) => value.cells[at]!);
  const long = longTable(matrices, chosen);
  const origins = value.places.length;
  const columns = targets.length;
  return {
    title: `Matrix of ${origins} by ${columns} places`,
    json: {
      ...value,
      cells,
      ...(today ? beside(today, value, chosen) : {}),
    },
    table: square ? squareTable(matrices, measure) : long,
    get geojson() {
      return collection(desireLines(matrices, chosen, long.rows));
    },
    rests,
  };
}

/** Today's cells and the differences, of the pairs that are shown. */
function beside(today: MatrixAnswer, value: MatrixAnswer, chosen: readonly number[]): object {
  const { cells } = matrixDifference(today, value);
  return {
    today: { ...today, cells: chosen.map((at) => today.cells[at]!) },
    difference: chosen.map((at) => cells[at]!),
  };
}

/** A great circle a pair, with the pair's figures; the two directions of a square are one line. */
function desireLines(
  { value }: Matrices,
  chosen: readonly number[],
  rows: readonly Record<string, string | number | undefined>[],
): Feature[] {
  const { places, destinations = places } = value;
  const seen = new Set<string>();
  return chosen.flatMap((at, i): Feature[] => {
    const from = places[Math.floor(at / destinations.length)]!;
    const to = destinations[at % destinations.length]!;
    const pair = [from.key, to.key].sort().join(' ');
    const geometry = seen.has(pair) ? undefined : greatCircleLine(lngLat(from), lngLat(to));
    if (!geometry) return [];
    seen.add(pair);
    if (seen.size > MAX_LINES)
      throw new UserError(
        'too-many-lines',
        `more than ${MAX_LINES} lines; take fewer places, or --nearest N`,
      );
    const name = `${placeName(from)} - ${placeName(to)}`;
    return [feature(geometry, { name, ...names('from', from), ...names('to', to), ...rows[i] })];
  });
}

const lngLat = ({ lng, lat }: AnswerPlace): [number, number] => [lng, lat];

/** The name of an end in the four languages. */
const names = (end: string, { name }: AnswerPlace): Record<string, string | undefined> =>
  name
    ? {
        [`${end}_en`]: name.en,
        [`${end}_zh`]: name.zh,
        [`${end}_ru`]: name.ru,
        [`${end}_mn`]: name.mn,
      }
    : {};
