/**
 * `npm test`: installs what is missing, then lint, types, and the tests of units, data, command and
 * page. `--all` adds what is long or needs other programs. The last line counts everything.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { binary, ensureInstalled, ROOT, run } from './install.mjs';
import { ensurePage } from './build.mjs';
import { findBrowser } from './browser.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };

/** A check that passes or fails as a whole; what it says is shown when it has ended. */
function check(title, path, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path, ...args], { cwd: ROOT });
    const said = [];
    child.stdout.on('data', (part) => said.push(part));
    child.stderr.on('data', (part) => said.push(part));
    child.on('close', (code) => {
      console.log(`\n== ${title}\n${Buffer.concat(said)}`.trimEnd());
      total[code === 0 ? 'passed' : 'failed'] += 1;
      resolve();
    });
  });
}

/** Projects of vitest.config.ts, which share the cores; each of their tests is counted. */
function suite(projects, env = {}) {
  console.log(`\n== ${projects.join(', ')} tests`);
  const report = join(ROOT, '.cache', `${projects.join('-')}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const passed = run(
    process.execPath,
    [
      binary('vitest', 'vitest.mjs'),
      'run',
      ...projects.map((project) => `--project=${project}`),
      ...reporters,
    ],
    { env: { ...process.env, ...env } },
  );
  if (!existsSync(report)) {
    total.failed += 1;
    return;
  }
  const result = JSON.parse(readFileSync(report, 'utf8'));
  total.passed += result.numPassedTests;
  total.failed += result.numFailedTests;
  total.skipped += result.numPendingTests + result.numTodoTests;
  // A file that cannot be loaded fails without a failing test in it.
  if (!passed && result.numFailedTests === 0) total.failed += 1;
}

await ensureInstalled();
mkdirSync(join(ROOT, '.cache'), { recursive: true });

// Each uses one core.
await Promise.all([
  check('lint', binary('eslint', 'bin/eslint.js'), ['.']),
  check('format', binary('prettier', 'bin/prettier.cjs'), ['--check', '--log-level=warn', '.']),
  check('types', binary('svelte-check', 'bin/svelte-check'), [
    '--tsconfig',
    './tsconfig.json',
    '--fail-on-warnings',
  ]),
]);
const all = process.argv.includes('--all');
suite(['unit', 'geodata', 'cli'], all ? { NV_FUZZ_RUNS: '2000' } : {});

ensurePage();
const browser = await findBrowser();
if (browser.path) suite(['e2e'], { NV_BROWSER: browser.path });
else {
  console.error(`\nThe browser tests could not run. ${browser.missing}`);
  total.failed += 1;
}
if (all) suite(['all'], { NV_BROWSER: browser.path ?? '' });

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
