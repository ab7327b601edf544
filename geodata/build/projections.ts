/**
 * `npm run projections`: bundles src/map/projection-worker.ts into the import-free script that
 * MapLibre's workers load. A Content-Security-Policy forbids it to evaluate any other kind.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const PROJECTION_SCRIPT = at('../../static/projections/planar.mjs');

export async function projectionScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: {
      write: false,
      minify: true,
      lib: { entry: at('../../src/map/projection-worker.ts'), formats: ['es'] },
    },
  });
  const output = (Array.isArray(result) ? result : [result]).flatMap((part) =>
    'output' in part ? part.output : [],
  );
  const chunk = output.find((part) => part.type === 'chunk');
  if (!chunk || chunk.type !== 'chunk') throw new Error('the projection script came out empty');
  return chunk.code;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(PROJECTION_SCRIPT, await projectionScript());
