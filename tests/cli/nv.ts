import { spawnSync } from 'node:child_process';

export interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the real program, as a person would. */
export function nv(...args: string[]): Run {
  const { status, stdout, stderr } = spawnSync('node', ['src/setup/nv.mjs', ...args], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return { status, stdout, stderr };
}

/** The JSON answer of a run that must succeed. */
export function answer<T>(...args: string[]): T {
  const run = nv(...args, '--format', 'json');
  if (run.status !== 0) throw new Error(`nv ${args.join(' ')}: exit ${run.status}: ${run.stderr}`);
  return JSON.parse(run.stdout) as T;
}
