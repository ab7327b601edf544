import { UserError } from '../core/errors';
import { edition } from '../data/edition';
import { assumptionsOf, sourcesOf } from '../data/questions/provenance';
import { commandLine } from '../formats/command-line';
import { sha256, type Manifest } from '../formats/manifest';
import type { Metadata } from '../formats/metadata';
import { PROGRAM_VERSION } from '../formats/program';
import { LAYERS } from '../layers';
import { isLayerId } from '../layers/ids';
import { parseArguments } from './arguments';
import type { Command, Context, Output, Values } from './command';
import { COMMANDS } from './commands';
import { outputContent, parseFormat } from './output';

/** Width of the table where nobody tells one, as in a pipe. */
const USUAL_WIDTH = 100;

/** A command line taken apart. */
export interface Parsed {
  name: string;
  args: string[];
  values: Values;
}

export interface Executed {
  parsed: Parsed;
  /** The answer in the form asked for; bytes where the form is not a text. */
  content: string | Uint8Array<ArrayBuffer>;
  manifest: Manifest;
  metadata: () => Promise<Metadata>;
  exitCode: 0 | 2;
}

/** @throws UserError `unknown-command` */
export function commandNamed(name: string | undefined): Command {
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command) return command;
  const known = COMMANDS.map((each) => each.name).join(', ');
  throw new UserError(
    'unknown-command',
    `there is no command "${name}"; there are: ${known}, replay`,
  );
}

/**
 * Runs a command line, without `nv`, wherever there is an atlas: in Node and in the page's worker.
 * The same words give the same bytes in both. `width` is that of tables, in characters.
 *
 * @throws UserError
 */
export async function execute(
  words: readonly string[],
  context: Context,
  width = USUAL_WIDTH,
): Promise<Executed> {
  const [name, ...rest] = words;
  const command = commandNamed(name);
  const { args, values } = parseArguments(command, rest);
  const format = parseFormat(values.format);
  const inputs: Record<string, string> = {};
  const output = await command.run(
    {
      ...context,
      readFile: async (path) => {
        const file = await context.readFile(path);
        inputs[path] = sha256(new Uint8Array(await file.arrayBuffer()));
        return file;
      },
    },
    args,
    values,
  );
  const meaning = [command.name, ...withoutFiles(rest)];
  const data = (await edition(context.atlas)) ?? { version: 'unknown', date: 'unknown' };
  const about = {
    programVersion: PROGRAM_VERSION,
    dataVersion: data.version,
    dataDate: data.date,
  };
  const metadata = (): Promise<Metadata> => metadataOf(context, output, meaning, about);
  const content = await outputContent(output, format, width, metadata);
  return {
    parsed: { name: command.name, args, values },
    content,
    manifest: {
      program: 'nv',
      ...about,
      command: meaning,
      inputs,
      outputSha256: sha256(content),
    },
    metadata,
    exitCode: output.exitCode ?? 0,
  };
}

async function metadataOf(
  { atlas }: Context,
  { title, rests = { layers: [] } }: Output,
  words: string[],
  about: Pick<Metadata, 'programVersion' | 'dataVersion' | 'dataDate'>,
): Promise<Metadata> {
  const credits = rests.layers.flatMap((id) =>
    isLayerId(id) ? (LAYERS[id].attribution ?? []) : [],
  );
  return {
    title,
    command: commandLine(['nv', ...words]),
    program: 'Northern Vector (nv)',
    ...about,
    credits: [...new Set(credits)],
    sources: await sourcesOf(atlas, rests),
    assumptions: await assumptionsOf(atlas, rests),
  };
}

/** Options that say where an answer is written to; they do not belong to how it was made. */
const FILE_OPTIONS = ['--manifest', '--metadata', '--out'];

function withoutFiles(argv: readonly string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i]!;
    // Behind it nothing is an option.
    if (arg === '--') return [...kept, ...argv.slice(i)];
    if (FILE_OPTIONS.includes(arg)) i += 1;
    else if (!FILE_OPTIONS.some((option) => arg.startsWith(`${option}=`))) kept.push(arg);
  }
  return kept;
}

/** The files that a command line asks to be written. */
export const fileOption = (values: Values, name: string): string | undefined =>
  typeof values[name] === 'string' ? values[name] : undefined;
