import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The answer of the real command as JSON. It runs beside the page: ask first, await when compared. */
export async function nv<T>(...args: string[]): Promise<T> {
  const { stdout } = await run('node', ['src/setup/nv.mjs', ...args, '--format', 'json'], {
    maxBuffer: 1e8,
  });
  return JSON.parse(stdout) as T;
}

export interface Way {
  distanceKm: number;
  hours: { low: number; typical: number; high: number };
  byCountry: Record<string, number>;
  crossings: { id: string; name: Record<string, string> }[];
  gaugeBreaks: { node: string }[];
  alternatives?: Way[];
}

/** The way that `nv route` finds. */
export const nvRoute = (...args: string[]): Promise<Way> => nv<Way>('route', ...args);
