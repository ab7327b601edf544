import type { MatrixCell, Route, RouteAnswer } from '../core/analysis/answers';
import {
  MEASURE_DIGITS,
  measureOf,
  type Measured,
  type MatrixMeasure,
} from '../core/analysis/matrix-figures';
import { wayEffect } from '../core/analysis/scenario-difference';
import { UserError } from '../core/errors';
import type { NetworkOptions } from '../core/network/types';
import type { Command, Table, Values } from './command';

/** `--difference`: a measure under a scenario beside today's, and what the scenario changes. */

export const DIFFERENCE_OPTION: Command['options'] = { difference: { type: 'boolean' } };

export const DIFFERENCE_HELP: Command['help'] = {
  difference: 'with --scenario: also today, and what the scenario changes, scenario minus today',
};

/** Whether a difference is asked for. @throws UserError `bad-option` without a scenario */
export function wantsDifference(values: Values, { scenario }: NetworkOptions): boolean {
  if (!values.difference) return false;
  if (scenario) return true;
  throw new UserError('bad-option', '--difference needs --scenario: today minus today is 0');
}

/** A figure with its sign; what is no more than a rounding has none. */
export const signed = (value: number, digits = 1): string => {
  const text = value.toFixed(digits);
  return Number(text) > 0 ? `+${text}` : Number(text) === 0 ? (0).toFixed(digits) : text;
};

/** Figures of a way that a difference is told of, and the columns it stands in. */
const CHANGES: readonly [MatrixMeasure, string][] = [
  ['km', 'kmChange'],
  ['hours-low', 'hoursLowChange'],
  ['hours', 'hoursTypicalChange'],
  ['hours-high', 'hoursHighChange'],
  ['crossings', 'crossingsChange'],
  ['gauge-breaks', 'gaugeBreaksChange'],
];

export const CHANGE_COLUMNS: Table['columns'] = [
  { key: 'effect', title: 'effect' },
  ...CHANGES.map(([measure, key]) => ({
    key,
    title: `${measure} +/-`,
    digits: MEASURE_DIGITS[measure],
  })),
];

/** Scenario minus today; what has no way in one of them has no difference. */
export function changeOf(
  today: Measured,
  scenario: Measured,
  measure: MatrixMeasure,
): number | undefined {
  const [before, after] = [measureOf(today, measure), measureOf(scenario, measure)];
  return before === undefined || after === undefined ? undefined : after - before;
}

/** The cells of `CHANGE_COLUMNS`: the way is the same, changed, gained or lost, and by how much. */
export function changes(today: Told, scenario: Told): Table['rows'][number] {
  const figures = CHANGES.map(([measure, key]) => [key, changeOf(today, scenario, measure)]);
  return { effect: wayEffect(today, scenario), ...Object.fromEntries(figures) };
}

type Told = MatrixCell | RouteAnswer;

/** What a scenario changes of a way, in one line. */
export function changeLine(today: RouteAnswer, scenario: RouteAnswer): string {
  if (today.status !== 'ok')
    return scenario.status === 'ok'
      ? `today there is no way: ${today.reason}`
      : `nor is there one today: ${today.reason}`;
  const before = `${today.distanceKm.toFixed(1)} km, ${today.hours.typical.toFixed(1)} h`;
  if (scenario.status !== 'ok') return `today there is a way: ${before}`;
  const change = (measure: MatrixMeasure): string =>
    signed(changeOf(today, scenario, measure)!, MEASURE_DIGITS[measure]);
  return `scenario minus today (${before}): ${change('km')} km, ${change('hours')} h (${change('hours-low')} to ${change('hours-high')}), ${change('crossings')} borders, ${change('gauge-breaks')} gauge breaks`;
}

/** Every figure of the best way, under the scenario and today, a row each. */
export function figuresTable(today: RouteAnswer, scenario: RouteAnswer, head: string[]): Table {
  const [before, after] = [figuresOf(today), figuresOf(scenario)];
  const names = [...new Set([...after.keys(), ...before.keys()])];
  // A group that one of the ways does not touch is 0 there, as long as there is a way.
  const figure = (answer: RouteAnswer, figures: Map<string, number>, name: string) =>
    answer.status === 'ok' ? (figures.get(name) ?? 0) : undefined;
  return {
    head,
    columns: [
      { key: 'figure', title: 'figure' },
      { key: 'today', title: 'today', digits: 1 },
      { key: 'scenario', title: 'scenario', digits: 1 },
      { key: 'difference', title: 'difference', digits: 1 },
    ],
    rows: names.map((name) => {
      const [old, now] = [figure(today, before, name), figure(scenario, after, name)];
      const difference = old === undefined || now === undefined ? undefined : now - old;
      return { figure: name, today: old, scenario: now, difference };
    }),
  };
}

function figuresOf(answer: RouteAnswer): Map<string, number> {
  if (answer.status !== 'ok') return new Map();
  const way: Route = answer;
  const groups = {
    mode: way.byMode,
    country: way.byCountry,
    gauge: way.byGauge,
    status: way.byStatus,
  };
  return new Map<string, number>([
    ['km', way.distanceKm],
    ['hours low', way.hours.low],
    ['hours typical', way.hours.typical],
    ['hours high', way.hours.high],
    ...Object.entries(way.hoursByPart)
      .filter(([, hours]) => hours.high > 0)
      .map(([part, hours]): [string, number] => [`hours typical ${part}`, hours.typical]),
    ...Object.entries(groups).flatMap(([group, kms]) =>
      Object.entries(kms).map(([key, km]): [string, number] => [`km by ${group} ${key}`, km ?? 0]),
    ),
    ['km published', way.publishedKm],
    ['km by geometry', way.geometryKm],
    ...(way.addedKm > 0 ? [['km added', way.addedKm] as [string, number]] : []),
    ...(way.straightKm > 0 ? [['km straight', way.straightKm] as [string, number]] : []),
    ['crossings', way.crossings.length],
    ['gauge breaks', way.gaugeBreaks.length],
  ]);
}
