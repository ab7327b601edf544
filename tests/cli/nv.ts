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
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr'): Host['stdout'] => ({
    ...terminal,
    write: (content) => {
      written[name] += typeof content === 'string' ? content : Buffer.from(content).toString();
    },
  });
  const host = { atlas, stdout: stream('stdout'), stderr: stream('stderr') };
  const status = await main(args, host);
  return { status, ...written };
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
