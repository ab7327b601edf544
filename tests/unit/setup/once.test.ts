import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

const MODULE = pathToFileURL('src/setup/once.mjs').href;

/** A process that makes a product, slowly, if there is none, and then reads it. */
const worker = (folder: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const script = `
      import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
      import { once } from ${JSON.stringify(MODULE)};
      const [product, log] = ['/product', '/log'].map((name) => ${JSON.stringify(folder)} + name);
      await once(${JSON.stringify(join(folder, 'cache', 'lock'))}, () => !existsSync(product), async () => {
        appendFileSync(log, 'made ');
        writeFileSync(product, 'half');
        await new Promise((resolve) => setTimeout(resolve, 800));
        writeFileSync(product, 'whole');
      });
      process.stdout.write(readFileSync(product, 'utf8'));`;
    const child = spawn('node', ['--input-type=module', '-e', script]);
    let told = '';
    child.stdout.on('data', (chunk) => (told += chunk));
    child.on('error', reject);
    child.on('close', () => resolve(told));
  });

describe('what is needed once', () => {
  it('is done by one of several runs, and none goes on before it is whole', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nv-once-'));
    const told = await Promise.all([1, 2, 3, 4].map(() => worker(folder)));
    expect(told).toEqual(['whole', 'whole', 'whole', 'whole']);
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('made ');
    expect(existsSync(join(folder, 'cache', 'lock'))).toBe(false);
  });

  it('is done although a run that did it was killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nv-once-'));
    const gone = spawn('node', ['-e', '']);
    await new Promise((resolve) => gone.on('close', resolve));
    const { once } = (await import(MODULE)) as {
      once: (lock: string, isNeeded: () => boolean, work: () => void) => Promise<void>;
    };
    const lock = join(folder, 'lock');
    writeFileSync(lock, String(gone.pid));
    let done = 0;
    await once(
      lock,
      () => done === 0,
      () => void done++,
    );
    expect([done, existsSync(lock)]).toEqual([1, false]);
  });
});
