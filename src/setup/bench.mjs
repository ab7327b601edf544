/** `npm run bench`: our figures beside the named peers', in one run. */
import { binary, ensureInstalled, run } from './install.mjs';

await ensureInstalled();
process.exitCode = run(process.execPath, [
  binary('tsx', 'dist/cli.mjs'),
  'tests/bench/main.ts',
  ...process.argv.slice(2),
])
  ? 0
  : 1;
