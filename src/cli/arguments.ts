import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from '@pkgjs/parseargs';
import { MAX_RADIUS_KM } from '../core/analysis/catchment-outline';
import { readDecimal } from '../core/decimal';
import { UserError } from '../core/errors';
import type { Command, Values } from './command';

/** Options that every command takes. */
export const COMMON_OPTIONS: NonNullable<ParseArgsConfig['options']> = {
  format: { type: 'string' },
  out: { type: 'string' },
  manifest: { type: 'string' },
  metadata: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
};

/**
 * A longitude below 0 looks like an option; it is a place. So does a number below 0; it is a value,
 * and its option tells what is wrong with it.
 */
const MINUS = /^-[\d.]/;

/** Splits a command's arguments into places and options. @throws UserError `bad-option` */
export function parseArguments(
  command: Command,
  argv: string[],
): { args: string[]; values: Values } {
  const dash = argv.indexOf('--');
  const head = dash < 0 ? argv : argv.slice(0, dash);
  // parseArgs would read "-173.2,64.4" as options; a stand-in keeps its place in the order.
  const negative: string[] = [];
  const readable = head.map((arg) => {
    if (!MINUS.test(arg)) return arg;
    negative.push(arg);
    return `\0${negative.length - 1}`;
  });
  const restore = (text: string): string =>
    text.startsWith('\0') ? (negative[Number(text.slice(1))] ?? text) : text;
  try {
    const options = { ...COMMON_OPTIONS, ...command.options };
    const { values, positionals, tokens } = parseArgs({
      args: readable,
      options,
      allowPositionals: true,
      strict: true,
      tokens: true,
    });
    const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
    refuseRepeated(command, given, options);
    const restored = Object.entries(values).map(([key, value]) => [
      key,
      Array.isArray(value)
        ? value.map((item) => (typeof item === 'string' ? restore(item) : item))
        : typeof value === 'string'
          ? restore(value)
          : value,
    ]);
    const rest = dash < 0 ? [] : argv.slice(dash + 1);
    return {
      args: [...positionals.map(restore), ...rest],
      values: Object.fromEntries(restored) as Values,
    };
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    const reason = (cause as Error).message.split('. To specify')[0]!.split('\n')[0]!;
    throw new UserError('bad-option', `${reason}; "nv ${command.name} --help" lists the options`);
  }
}

/** Of a value that is given twice, one would be dropped in silence. A flag says the same twice. */
function refuseRepeated(
  { name }: Command,
  given: readonly string[],
  options: Command['options'],
): void {
  const repeated = given.find(
    (option, i) =>
      options[option]!.type === 'string' &&
      !options[option]!.multiple &&
      given.indexOf(option) !== i,
  );
  if (repeated === undefined) return;
  throw new UserError(
    'bad-option',
    `--${repeated} is given more than once, and nv ${name} takes one value of it`,
  );
}

/** An option that must be a number within bounds. @throws UserError `bad-number` */
export function numberOption(
  values: Values,
  name: string,
  { min, max, what }: { min: number; max: number; what: string },
): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  const value = readDecimal(String(text));
  if (value >= min && value <= max) return value;
  throw new UserError(
    'bad-number',
    `--${name} ${String(text)}: ${what} ${min === Number.MIN_VALUE ? 'above 0 and at most' : `between ${min} and`} ${max} is needed${Number.isNaN(value) ? ', in digits such as 8 or 12.5' : ''}`,
  );
}

/** `--radius KM`, which `command` cannot do without. @throws UserError `missing-radius`, `bad-number` */
export function radiusOption(values: Values, command: string): number {
  const bounds = { min: Number.MIN_VALUE, max: MAX_RADIUS_KM, what: 'kilometres' };
  const radiusKm = numberOption(values, 'radius', bounds);
  if (radiusKm !== undefined) return radiusKm;
  throw new UserError(
    'missing-radius',
    `nv ${command} needs --radius KM, above 0 and at most ${MAX_RADIUS_KM}`,
  );
}
