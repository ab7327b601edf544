import { spawnSync } from 'node:child_process';
import { main, processHost, type Host } from '../../src/cli/main';

export interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** The data of the product, read once for all runs of a test file. */
const { atlas } = processHost(process.cwd());

/** Runs the program in this process: to start one for every question would take minutes. */
export async function nv(...args: string[]): Promise<Run> {
  return nvAt({}, ...args);
}

/** The same where the streams are a terminal's. */
export async function nvAt(
  terminal: { isTTY?: boolean; columns?: number },
  ...args: string[]
): Promise<Run> {
  const { status, stdout, stderr } = await run(terminal, args);
  return { status, stdout: stdout.toString(), stderr: stderr.toString() };
}

/** What a run writes that must succeed, as it is: a FlatGeobuf is no text. */
export async function nvBytes(...args: string[]): Promise<Buffer> {
  const { status, stdout, stderr } = await run({}, args);
  if (status !== 0) throw new Error(`nv ${args.join(' ')}: exit ${status}: ${stderr.toString()}`);
  return stdout;
}

async function run(
  terminal: { isTTY?: boolean; columns?: number },
  args: string[],
): Promise<{ status: number; stdout: Buffer; stderr: Buffer }> {
  const written = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  const stream = (name: 'stdout' | 'stderr'): Host['stdout'] => ({
    ...terminal,
    write: (content) => {
      written[name].push(Buffer.from(content));
    },
  });
  const host = { atlas, stdout: stream('stdout'), stderr: stream('stderr') };
  const status = await main(args, host);
  return { status, stdout: Buffer.concat(written.stdout), stderr: Buffer.concat(written.stderr) };
}

/** The words of a command line as a shell takes them apart, without the program's name. */
export function shellWords(line: string): string[] {
  const { stdout } = spawnSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' });
  return stdout.split('\0').slice(1, -1);
}

/** Runs the real program in a process of its own, as a person would. */
export function nvProcess(...args: string[]): Run {
  const { status, stdout, stderr } = spawnSync('node', ['src/setup/nv.mjs', ...args], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return { status, stdout, stderr };
}

/** The JSON answer of a run that must succeed. */
export async function answer<T>(...args: string[]): Promise<T> {
  return JSON.parse((await nvBytes(...args, '--format', 'json')).toString()) as T;
}
