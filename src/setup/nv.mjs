#!/usr/bin/env node
/** `nv`: builds the command quietly when it is missing or older than its sources, then runs it. */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { ensureInstalled, ROOT } from './install.mjs';
import { once } from './once.mjs';
import { isStale } from './stale.mjs';

const PRODUCT = '.cache/nv/nv.mjs';
const SOURCES = ['cli', 'layers', 'i18n', 'formats', 'data', 'core'].map((room) => `src/${room}`);

await ensureInstalled({ quiet: true });
const madeFrom = [...SOURCES, 'src/setup/nv.mjs', 'package.json', 'package-lock.json'];
await once(
  join(ROOT, '.cache/nv.lock'),
  () => isStale(PRODUCT, madeFrom),
  async () => {
    const { build } = await import('vite');
    await build({
      configFile: false,
      root: ROOT,
      logLevel: 'error',
      publicDir: false,
      ssr: { noExternal: true },
      build: {
        ssr: join(ROOT, 'src/cli/main.ts'),
        outDir: join(ROOT, '.cache/nv'),
        emptyOutDir: true,
        target: 'node20',
        rollupOptions: { output: { entryFileNames: 'nv.mjs' } },
      },
    });
  },
);
// Who reads the answer may have had enough of it, as `head` has.
process.stdout.on('error', (cause) => {
  if (cause.code !== 'EPIPE') throw cause;
  process.exit(0);
});
const { main, processHost } = await import(pathToFileURL(join(ROOT, PRODUCT)).href);
process.exitCode = await main(process.argv.slice(2), processHost(ROOT));
