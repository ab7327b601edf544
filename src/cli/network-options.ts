import { readDecimal } from '../core/decimal';
import { UserError } from '../core/errors';
import { nearestNames, suggestion } from '../core/nearest-names';
import type { Metric } from '../core/network/join';
import type { NetworkOptions } from '../core/network/types';
import type { Scenario } from '../core/scenario/types';
import { MODES, type Mode } from '../core/types';
import type { Rests } from '../data/questions/provenance';
import { scenarioFrom, scenarioPresets } from '../data/questions/network';
import type { Command, Context, Values } from './command';

/** Hubs have label ranks 1 to 4. */
export const LAST_RANK = 4;

/** Options of every command that travels the network. */
export const NETWORK_OPTIONS: Command['options'] = {
  modes: { type: 'string' },
  by: { type: 'string' },
  month: { type: 'string' },
  scenario: { type: 'string' },
};

export const NETWORK_HELP: Command['help'] = {
  'modes rail,road,sea': 'what may be travelled (all three)',
  'by distance|time': 'what is the least: km, or typical hours (distance)',
  'month 1..12': 'what is open in that month (all that is seasonal, and the answer lists it)',
  'scenario FILE|ID': 'a scenario document, or one that comes with the product',
};

/** @throws UserError `bad-option`, `bad-number`, `unknown-scenario`, and what the scenario lacks */
export async function networkOptions(
  context: Context,
  values: Values,
): Promise<{ by: Metric; options: NetworkOptions }> {
  const options: NetworkOptions = {};
  if (values.modes !== undefined) options.modes = parseModes(String(values.modes));
  const month = wholeNumber(values, 'month', 1, 12);
  if (month !== undefined) options.month = month;
  if (values.scenario !== undefined)
    options.scenario = await scenarioNamed(context, String(values.scenario));
  return { by: parseBy(values.by), options };
}

/** A scenario by its id, its code, or the path of its document. @throws UserError as `networkOptions` */
export async function scenarioNamed({ atlas, readFile }: Context, text: string): Promise<Scenario> {
  return /[./\\]/.test(text)
    ? await scenarioFrom(atlas, asDocument(await (await readFile(text)).text(), text))
    : await presetNamed(atlas, text);
}

/** A document is told from an id by its brace; a file without one is no scenario. */
function asDocument(text: string, path: string): string {
  const document = text.replace(/^\uFEFF/, '').trimStart();
  if (document.startsWith('{')) return document;
  throw new UserError('bad-scenario', `${path} holds no scenario: a JSON object is needed`);
}

async function presetNamed(atlas: Context['atlas'], id: string): Promise<Scenario> {
  try {
    return await scenarioFrom(atlas, id);
  } catch (cause) {
    if (!(cause instanceof UserError) || cause.code !== 'bad-scenario-code') throw cause;
    const ids = (await scenarioPresets(atlas)).map((preset) => preset.id);
    const near = suggestion(nearestNames(id, ids)) || `; there are: ${ids.join(', ')}`;
    throw new UserError(
      'unknown-scenario',
      `there is no scenario "${id.slice(0, 60)}"${near}; a file is named with its path, such as ./${id.slice(0, 20)}.json`,
    );
  }
}

function parseModes(text: string): Mode[] {
  const modes = text.split(',').map((mode) => mode.trim());
  for (const mode of modes)
    if (!MODES.includes(mode as Mode))
      throw new UserError(
        'bad-option',
        `--modes ${text}: "${mode}" is none of ${MODES.join(', ')}; separate them by commas`,
      );
  return modes as Mode[];
}

function parseBy(text: unknown): Metric {
  if (text === undefined || text === 'distance') return 'distance';
  if (text === 'time') return 'time';
  throw new UserError('bad-option', `--by ${String(text)}: distance or time is needed`);
}

/** An option that must be a whole number within bounds. @throws UserError `bad-number` */
export function wholeNumber(
  values: Values,
  name: string,
  min: number,
  max: number,
): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  const value = readDecimal(String(text));
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new UserError(
    'bad-number',
    `--${name} ${String(text)}: a whole number between ${min} and ${max} is needed${Number.isNaN(value) ? ', in digits such as 2' : ''}`,
  );
}

/** Layers whose features make up the network, by what may be travelled. */
const EDGE_LAYERS: Record<Mode, string> = { rail: 'railways', road: 'roads', sea: 'sea-routes' };

/**
 * What an answer rests on that was found over the network: the edges that may be travelled, the
 * crossings that its ways pass, and the speeds and times. `ids` narrows it to the edges travelled.
 */
export function restsOnNetwork(
  { modes = MODES, scenario }: NetworkOptions,
  ways: readonly { path?: string[] }[],
  edges?: readonly string[],
): Rests {
  const places = ways.flatMap(({ path }) => path ?? []);
  return {
    layers: [...modes.map((mode) => EDGE_LAYERS[mode]), 'crossings', 'hubs', 'ports'],
    ids: edges ? new Set([...edges, ...places]) : undefined,
    hoursUnder: scenario ?? 'today',
  };
}
