import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../core/errors';
import { Atlas } from '../data/atlas';
import { parseManifest, type Manifest } from '../formats/manifest';
import { manifestText } from '../formats/manifest-text';
import { metadataText } from '../formats/metadata';
import { PROGRAM_VERSION } from '../formats/program';
import { parseArguments } from './arguments';
import { COMMANDS } from './commands';
import { commandNamed, execute, fileOption } from './execute';
import { readPersonsFile } from './files';
import { commandHelp, overview } from './help';

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
    process.stdout.write(`${PROGRAM_VERSION}\n`);
    return 0;
  }
  if (name === 'replay') return replay(rest, root);
  return answer(argv, root);
}

async function answer(argv: string[], root: string, expected?: Manifest): Promise<number> {
  const command = commandNamed(argv[0]);
  const { values } = parseArguments(command, argv.slice(1));
  if (values.help) {
    process.stdout.write(commandHelp(command));
    return 0;
  }
  const atlas = new Atlas(async (file) =>
    JSON.parse(await readFile(join(root, 'geodata', file), 'utf8')),
  );
  const { stderr, stdout } = process;
  const done = await execute(
    argv,
    {
      atlas,
      readFile: readPersonsFile,
      pace: (done, total) => {
        if (stderr.isTTY && total > 0) stderr.write(`\r${done} of ${total}\x1b[K`);
      },
    },
    stdout.isTTY ? stdout.columns : undefined,
  );
  if (stderr.isTTY) stderr.write('\r\x1b[K');
  for (const issue of atlas.issues)
    console.error(`nv: ${issue.place}: ${issue.message} (left out)`);

  const [manifest, metadata, out] = ['manifest', 'metadata', 'out'].map((option) =>
    fileOption(values, option),
  );
  if (manifest !== undefined) await writeNew(manifest, manifestText(done.manifest));
  if (metadata !== undefined) await writeNew(metadata, metadataText(await done.metadata()));
  if (expected && done.manifest.outputSha256 !== expected.outputSha256)
    console.error(
      `nv: these are not the bytes of the manifest: it was made with data ${expected.dataVersion} and nv ${expected.programVersion}`,
    );
  if (out !== undefined) await writeNew(out, done.content);
  else stdout.write(done.content);
  return done.exitCode;
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
  return answer(manifest.command, root, manifest);
}

async function writeNew(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (cause) {
    throw new UserError('cannot-write', `${path} cannot be written: ${(cause as Error).message}`);
  }
}
