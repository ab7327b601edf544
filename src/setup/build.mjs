import { binary, giveUp, run } from './install.mjs';
import { isStale } from './stale.mjs';

/** Builds the page into dist/ when it is missing or older than its sources. */
export function ensurePage() {
  const sources = ['src', 'geodata', 'static', 'vite.config.ts', 'package-lock.json'];
  if (!isStale('dist/index.html', sources)) return;
  console.error('Building the page ...');
  if (!run(process.execPath, [binary('vite', 'bin/vite.js'), 'build', '--logLevel', 'warn']))
    giveUp('the page could not be built; the message stands above.');
}
