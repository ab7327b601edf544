import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { build, preview } from 'vite';
import { findBrowser } from '../../src/setup/browser.mjs';

export interface BuiltPage {
  url: string;
  browser: Browser;
  close: () => Promise<void>;
}

/** The file that MapLibre stands in: a trace names files, not packages. */
export const MAP_FILE = /\/maplibre-/;

/** The page as it is published, but for MapLibre in a file of its own, and a browser for it. */
export async function builtPage(): Promise<BuiltPage> {
  const outDir = mkdtempSync(join(tmpdir(), 'nv-built-'));
  await build({
    configFile: 'vite.config.ts',
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        output: { codeSplitting: { groups: [{ name: 'maplibre', test: /maplibre-gl/ }] } },
      },
    },
  });
  const server = await preview({
    configFile: 'vite.config.ts',
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const found = await findBrowser();
  if ('missing' in found) throw new Error(found.missing);
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
  return {
    url: `http://127.0.0.1:${address.port}/`,
    browser,
    close: async () => {
      await browser.close();
      await server.close();
      rmSync(outDir, { recursive: true });
    },
  };
}
