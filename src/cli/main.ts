import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../core/errors';
import { Atlas } from '../data/atlas';
import { edition } from '../data/edition';
import { parseArguments } from './arguments';
import type { Command, Context } from './command';
import { COMMANDS } from './commands';
import { commandHelp, overview } from './help';
import { parseManifest, sha256, type Manifest } from './manifest';
import { outputText, parseFormat } from './output';
import { readPersonsFile } from './files';

/** Width of the table where the terminal tells none, as in a pipe. */
const USUAL_WIDTH = 100;

/**
 * The command `nv`. Answers go to stdout, diagnostics and progress to stderr. Returns the exit code:
 * 0 answered, 2 the input is wrong, 1 our bug. `root` is the folder that holds geodata/.
 */
export async function main(argv: string[], root: string): Promise<number> {
  try {
    return await run(argv, root);
  } catch (cause) {
    if (cause instanceof UserError) {
      console.error(`nv: ${cause.message.replaceAll(/\s*\n\s*/g, ' ')}`);
      return 2;
    }
    console.error('nv: this is a bug of nv, please report it with the command line:');
    console.error(cause);
    return 1;
  }
}

async function run(argv: string[], root: string): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(overview(COMMANDS));
    return 0;
  }
  if (name === '--version') {
    process.stdout.write(`${await programVersion(root)}\n`);
    return 0;
  }
  if (name === 'replay') return replay(rest, root);
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command)
    throw new UserError(
      'unknown-command',
      `there is no command "${name}"; there are: ${COMMANDS.map((known) => known.name).join(', ')}, replay`,
    );
  return execute(command, rest, root);
}

async function execute(
  command: Command,
  argv: string[],
  root: string,
  expected?: Manifest,
): Promise<number> {
  const { args, values } = parseArguments(command, argv);
  if (values.help) {
    process.stdout.write(commandHelp(command));
    return 0;
  }
  const format = parseFormat(values.format);
  const atlas = new Atlas(async (file) =>
    JSON.parse(await readFile(join(root, 'geodata', file), 'utf8')),
  );
  const inputs: Record<string, string> = {};
  const context: Context = {
    atlas,
    readFile: async (path) => {
      const text = await readPersonsFile(path);
      inputs[path] = sha256(text);
      return text;
    },
    progress: (text) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${text}\x1b[K`);
    },
  };
  const output = await command.run(context, args, values);
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  const width = format === 'table' && process.stdout.isTTY ? process.stdout.columns : USUAL_WIDTH;
  const text = outputText(output, format, width);
  for (const issue of atlas.issues)
    console.error(`nv: ${issue.place}: ${issue.message} (left out)`);

  if (typeof values.manifest === 'string') {
    const data = await edition(atlas);
    const manifest: Manifest = {
      program: 'nv',
      programVersion: await programVersion(root),
      dataVersion: data?.version ?? 'unknown',
      dataDate: data?.date ?? 'unknown',
      command: [command.name, ...withoutFiles(argv)],
      inputs,
      outputSha256: sha256(text),
    };
    await writeNew(values.manifest, `${JSON.stringify(manifest, null, 2)}\n`);
  }
  if (expected && sha256(text) !== expected.outputSha256)
    console.error(
      `nv: these are not the bytes of the manifest: it was made with data ${expected.dataVersion} and nv ${expected.programVersion}`,
    );
  if (typeof values.out === 'string') await writeNew(values.out, text);
  else process.stdout.write(text);
  return output.exitCode ?? 0;
}

/** `nv replay MANIFEST`: the same command again; it says so when the bytes differ. */
async function replay(argv: string[], root: string): Promise<number> {
  const [path] = argv;
  if (path === undefined || argv.length > 1 || path.startsWith('-'))
    throw new UserError(
      'bad-option',
      'nv replay MANIFEST: the file that --manifest wrote is needed',
    );
  const manifest = parseManifest(await readPersonsFile(path), path);
  const [name, ...rest] = manifest.command;
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) throw new UserError('bad-manifest', `${path}: there is no command "${name}"`);
  return execute(command, rest, root, manifest);
}

/** Where an answer was written to does not belong to how it was made. */
function withoutFiles(argv: string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i]!;
    if (arg === '--manifest' || arg === '--out') i += 1;
    else if (!arg.startsWith('--manifest=') && !arg.startsWith('--out=')) kept.push(arg);
  }
  return kept;
}

async function programVersion(root: string): Promise<string> {
  const text = await readFile(join(root, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

async function writeNew(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (cause) {
    throw new UserError('cannot-write', `${path} cannot be written: ${(cause as Error).message}`);
  }
}
