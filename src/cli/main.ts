import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../core/errors';
import { Atlas } from '../data/atlas';
import type { Pace } from '../data/questions/pace';
import { parseManifest, type Manifest } from '../formats/manifest';
import { otherInputs } from '../formats/manifest-inputs';
import { manifestText } from '../formats/manifest-text';
import { metadataText } from '../formats/metadata';
import { PROGRAM_VERSION } from '../formats/program';
import { parseArguments } from './arguments';
import { COMMANDS } from './commands';
import { commandNamed, execute, fileOption } from './execute';
import { readPersonsFile } from './files';
import { commandHelp, overview, REPLAY_HELP } from './help';
import { inputHashes } from './input-hashes';

/** A stream as the command needs it; a terminal tells how wide it is. */
export interface Stream {
  write: (content: string | Uint8Array) => unknown;
  isTTY?: boolean | undefined;
  columns?: number | undefined;
}

/** Where the command runs. */
export interface Host {
  atlas: Atlas;
  stdout: Stream;
  stderr: Stream;
}

/** This process; `root` is the folder that holds geodata/. */
export const processHost = (root: string): Host => ({
  atlas: new Atlas(async (file) => JSON.parse(await readFile(join(root, 'geodata', file), 'utf8'))),
  stdout: process.stdout,
  stderr: process.stderr,
});

/**
 * The command `nv`. Answers go to stdout, diagnostics and progress to stderr. Returns the exit code:
 * 0 answered, 2 the input is wrong, 1 our bug.
 */
export async function main(argv: string[], host: Host): Promise<number> {
  const { stderr } = host;
  try {
    return await run(argv, host);
  } catch (cause) {
    if (stderr.isTTY) stderr.write(CLEAR_LINE);
    if (cause instanceof UserError) {
      stderr.write(`nv: ${cause.message.replaceAll(/\s*\n\s*/g, ' ')}\n`);
      return 2;
    }
    const trace = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    stderr.write(`nv: this is a bug of nv, please report it with the command line:\n${trace}\n`);
    return 1;
  }
}

/** To the start of the line, and empties it: where progress was shown. */
const CLEAR_LINE = '\r\x1b[K';

async function run(argv: string[], host: Host): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    host.stdout.write(overview(COMMANDS));
    return 0;
  }
  if (name === '--version') {
    host.stdout.write(`${PROGRAM_VERSION}\n`);
    return 0;
  }
  if (name === 'replay') return replay(rest, host);
  return answer(argv, host);
}

async function answer(argv: string[], host: Host, expected?: Manifest): Promise<number> {
  const { atlas, stdout, stderr } = host;
  const command = commandNamed(argv[0]);
  const { values } = parseArguments(command, argv.slice(1));
  if (values.help) {
    stdout.write(commandHelp(command));
    return 0;
  }
  const done = await execute(
    argv,
    {
      atlas,
      readFile: readPersonsFile,
      pace: showProgress(stderr),
    },
    stdout.isTTY ? stdout.columns : undefined,
  );
  if (stderr.isTTY) stderr.write(CLEAR_LINE);
  for (const issue of atlas.issues)
    stderr.write(`nv: ${issue.place}: ${issue.message} (left out)\n`);

  const [manifest, metadata, out] = ['manifest', 'metadata', 'out'].map((option) =>
    fileOption(values, option),
  );
  if (manifest !== undefined) await writeNew(manifest, manifestText(done.manifest));
  if (metadata !== undefined) await writeNew(metadata, metadataText(await done.metadata()));
  const differs = expected !== undefined && done.manifest.outputSha256 !== expected.outputSha256;
  if (differs)
    stderr.write(
      `nv: these are not the bytes of the manifest: it was made with data ${expected.dataVersion} and nv ${expected.programVersion}\n`,
    );
  if (out !== undefined) await writeNew(out, done.content);
  else stdout.write(done.content);
  return differs ? 2 : done.exitCode;
}

/** Long work tells how much of it is done, where a person looks on: each per cent once. */
function showProgress(stderr: Stream): Pace {
  let shown = -1;
  return (done, total) => {
    const percent = Math.floor((100 * done) / total);
    if (!stderr.isTTY || percent === shown) return;
    shown = percent;
    stderr.write(`${CLEAR_LINE}${percent} % done`);
  };
}

/**
 * `nv replay MANIFEST`: the same command again. It says so when the bytes differ, or a file that the
 * command reads is another than the manifest's, and the exit code is 2 then, as that of a failed check.
 */
async function replay(argv: string[], host: Host): Promise<number> {
  const [path] = argv;
  if (path === '--help' || path === '-h') {
    host.stdout.write(REPLAY_HELP);
    return 0;
  }
  if (path === undefined || argv.length > 1 || path.startsWith('-'))
    throw new UserError(
      'bad-option',
      'nv replay MANIFEST: the file that --manifest wrote is needed',
    );
  const manifest = parseManifest(await (await readPersonsFile(path)).text(), path);
  // Told first: the command may not get far with a file that has changed.
  const others = otherInputs(
    manifest,
    await inputHashes(Object.keys(manifest.inputs), readPersonsFile),
  );
  for (const { path, expected, found } of others)
    host.stderr.write(
      `nv: ${path} is not the file of the manifest: SHA-256 ${expected} is expected, ${found} is found\n`,
    );
  const exitCode = await answer(manifest.command, host, manifest);
  return others.length > 0 ? 2 : exitCode;
}

async function writeNew(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (cause) {
    throw new UserError('cannot-write', `${path} cannot be written: ${(cause as Error).message}`);
  }
}
