import type { RouteQuery } from '../core/analysis/answers';
import type { MatrixMeasure } from '../core/analysis/matrix-figures';
import type { Metric } from '../core/network/join';
import type { NetworkOptions } from '../core/network/types';
import { encodeScenario } from '../core/scenario/codec';
import type { Compared } from '../data/questions/compare';
import type { MatrixQuery } from '../data/questions/effects';
import type { ScenarioTableQuestion } from '../data/questions/scenario-table';
import type { Sketch } from './sketch';

/**
 * The commands of `nv` that put the same questions as the page, as words without `nv` itself:
 * `commandLine` makes them one line for a shell, the worker runs them as they are.
 */
export type Words = string[];

export function routeCommand(query: RouteQuery, world: NetworkOptions): Words {
  const { from, to, via = [], by, alternatives } = query;
  return [
    'route',
    String(from),
    String(to),
    ...via.flatMap((place) => ['--via', String(place)]),
    ...(by === 'time' ? ['--by', 'time'] : []),
    ...besideToday(world),
    ...(alternatives ? ['--alternatives', String(alternatives)] : []),
  ];
}

export function reachCommand(
  place: string,
  by: Metric,
  bands: readonly number[],
  world: NetworkOptions,
): Words {
  const bounds = [...bands].sort((a, b) => a - b);
  const within = bounds.pop()!;
  return [
    'reach',
    place,
    '--within',
    `${within}${by === 'distance' ? 'km' : 'h'}`,
    ...(bounds.length > 0 ? ['--bands', bounds.join(',')] : []),
    ...besideToday(world),
  ];
}

/** Which of the figures of a matrix a table shows. */
export interface MatrixView {
  /** A square of one measure; else a list. */
  square?: MatrixMeasure | undefined;
  nearest?: { count: number; by: MatrixMeasure } | undefined;
  /** What the scenario changes. */
  difference?: boolean | undefined;
}

export function matrixCommand(
  { places, to, by }: MatrixQuery,
  world: NetworkOptions,
  { square, nearest, difference }: MatrixView = {},
): Words {
  return [
    'matrix',
    ...places.map(String),
    ...(to ?? []).flatMap((place) => ['--to', String(place)]),
    ...(by === 'time' ? ['--by', 'time'] : []),
    ...worldOptions(world),
    ...(difference && world.scenario ? ['--difference'] : []),
    ...(square ? ['--square', '--measure', square] : []),
    ...(nearest ? ['--nearest', String(nearest.count), '--measure', nearest.by] : []),
  ];
}

export const corridorCommand = (id: string): Words => ['corridor', id];

export const catchmentCommand = (id: string, radiusKm: number): Words => [
  'catchment',
  id,
  '--radius',
  String(radiusKm),
];

export const compareCommand = (
  compared: readonly Compared[],
  radiusKm: number,
  { month, scenario }: NetworkOptions,
): Words => [
  'compare',
  ...compared.map((each) => (typeof each === 'string' ? each : pointWords(each).join(' '))),
  '--radius',
  String(radiusKm),
  // Corridors are compared along themselves: what may be travelled else does not matter.
  ...besideToday({ month, scenario }),
];

/** What a drawing measures: its length, its area, or how far a point lies from the corridors. */
export const sketchCommand = ({ kind, points }: Pick<Sketch, 'kind' | 'points'>): Words => [
  'measure',
  ...points.map((point) => point.join(',')),
  ...(kind === 'area' ? ['--area'] : []),
  ...(kind === 'point' ? ['--corridor', 'all'] : []),
];

const pointWords = ({ points }: Pick<Sketch, 'points'>): string[] =>
  points.map((point) => point.join(','));

/** A drawn line as a corridor, with the places within a distance. */
export const drawnLineCommand = (line: Pick<Sketch, 'points'>, radiusKm: number): Words => [
  'corridor',
  ...pointWords(line),
  '--radius',
  String(radiusKm),
];

/** Through which countries a drawn line leads. */
export const sketchCountriesCommand = (line: Pick<Sketch, 'points'>): Words => [
  'measure',
  ...pointWords(line),
  '--countries',
];

/** What lies within a distance of a drawing. */
export const sketchCatchmentCommand = (sketch: Pick<Sketch, 'points'>, radiusKm: number): Words => [
  'catchment',
  ...pointWords(sketch),
  '--radius',
  String(radiusKm),
];

export const areasCommand = (id: string): Words => ['areas', id];

export const layerCommand = (id: string): Words => ['layer', id];

export const rankingCommand = (
  { rank, within, by }: { rank: number; within: number; by: Metric },
  world: NetworkOptions,
): Words => [
  'ranking',
  '--within',
  `${within}${by === 'distance' ? 'km' : 'h'}`,
  '--depth',
  String(rank),
  ...besideToday(world),
];

/** What a scenario changes between every two of some hubs. */
export const effectsCommand = (hubs: readonly string[], by: Metric, world: NetworkOptions): Words =>
  matrixCommand({ places: hubs, by }, world, { difference: true });

/** Scenarios side by side, as ids and codes. */
export interface ScenarioTableWords extends Omit<ScenarioTableQuestion, 'scenarios'> {
  scenarios: readonly string[];
  world: NetworkOptions;
}

/** `baseline`: which of the scenarios the others are compared with, from 1; 0: today. */
export const scenariosCommand = (
  { scenarios, pairs, rank, by, world }: ScenarioTableWords,
  baseline: number,
): Words => [
  'scenarios',
  ...pairs.flatMap(({ from, to }) => [from, to]),
  ...scenarios.flatMap((scenario) => ['--scenario', scenario]),
  ...(baseline > 0 ? ['--baseline', String(baseline)] : []),
  '--depth',
  String(rank),
  ...(by === 'time' ? ['--by', 'time'] : []),
  ...worldOptions(world),
];

/** The same with what the scenario changes, which the page shows beside the answer. */
const besideToday = (world: NetworkOptions): string[] => [
  ...worldOptions(world),
  ...(world.scenario ? ['--difference'] : []),
];

/** A scenario goes along as the code that the address carries. */
function worldOptions({ month, modes, scenario }: NetworkOptions): string[] {
  return [
    ...(month === undefined ? [] : ['--month', String(month)]),
    ...(modes === undefined ? [] : ['--modes', modes.join(',')]),
    ...(scenario === undefined ? [] : ['--scenario', encodeScenario(scenario)]),
  ];
}
