import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { servedPage, type ServedPage } from '../served-page';

/** The file that MapLibre stands in: a trace names files, not packages. */
export const MAP_FILE = /\/maplibre-/;

/** The page as it is published, but for MapLibre in a file of its own, and a browser for it. */
export async function builtPage(): Promise<ServedPage> {
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
  const served = await servedPage({ outDir });
  return {
    ...served,
    close: async () => {
      await served.close();
      rmSync(outDir, { recursive: true });
    },
  };
}
