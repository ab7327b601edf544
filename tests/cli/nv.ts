import { spawnSync } from 'node:child_process';
import { main, processHost, type Host } from '../../src/cli/main';

export interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Of a run in this process, what was written as it is: a FlatGeobuf is no text. */
export interface Written extends Run {
  bytes: Buffer;
}

/** The data of the product, read once for all runs of a test file. */
const { atlas } = processHost(process.cwd());

/** Runs the program in this process: to start one for every question would take minutes. */
export async function nv(...args: string[]): Promise<Written> {
  return nvAt({}, ...args);
}

/** The same where the streams are a terminal's. */
export async function nvAt(
  terminal: { isTTY?: boolean; columns?: number },
  ...args: string[]
): Promise<Written> {
  const written = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  const stream = (name: 'stdout' | 'stderr'): Host['stdout'] => ({
    ...terminal,
    write: (content) => {
      written[name].push(Buffer.from(content));
    },
  });
  const host = { atlas, stdout: stream('stdout'), stderr: stream('stderr') };
  const status = await main(args, host);
  const bytes = Buffer.concat(written.stdout);
  return {
    status,
    stdout: bytes.toString(),
    stderr: Buffer.concat(written.stderr).toString(),
    bytes,
  };
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
  const run = await nv(...args, '--format', 'json');
  if (run.status !== 0) throw new Error(`nv ${args.join(' ')}: exit ${run.status}: ${run.stderr}`);
  return JSON.parse(run.stdout) as T;
}
