import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { once } from './once.mjs';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Ends the process with a plain word on what is missing. */
export function giveUp(message) {
  console.error(`northern-vector: ${message}`);
  process.exit(1);
}

/** Runs a command with the terminal's own output; true when it exited with 0. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  return result.status === 0;
}

/** A program of node_modules/.bin by the Node that runs us, which works on Windows too. */
export function binary(packageName, path) {
  return join(ROOT, 'node_modules', packageName, path);
}

/** Checks Node's version and installs the packages of the lock file when they are missing or old. */
export async function ensureInstalled({ quiet = false } = {}) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    giveUp(`Node ${process.versions.node} is too old; 20.19 or later is needed.`);
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  const lock = join(ROOT, 'package-lock.json');
  const isOld = () =>
    !existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs;
  await once(join(ROOT, '.cache/install.lock'), isOld, () => install(quiet));
}

function install(quiet) {
  if (!quiet) console.error('Installing the packages of package-lock.json ...');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', quiet ? 'ignore' : 2, 2],
    shell: process.platform === 'win32',
    // NODE_ENV=production would leave out what builds and tests the page.
    env: { ...process.env, NODE_ENV: 'development' },
  });
  if (!done) giveUp('npm could not install the packages; its message stands above.');
}
