import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build } from 'vite';
import { ROOT } from './install.mjs';

const SCRIPT = 'service-worker.js';

/** What is of no use without network, or is not of the page. */
const LEFT_OUT = /^(remote\.html|fonts\/.*\.txt|.*\.map)$/;

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

/** Paths below a folder, with `/` on every system. */
function filesIn(dir) {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** What is kept, before the worker's code: paths with their hashes, where `./` is the page itself. */
export function listOf(dir) {
  const kept = filesIn(dir)
    .filter((path) => path !== SCRIPT && !LEFT_OUT.test(path))
    .sort();
  const files = Object.fromEntries(
    kept.map((path) => [
      path === 'index.html' ? './' : path,
      sha256(readFileSync(join(dir, path))),
    ]),
  );
  const list = JSON.stringify(files);
  return `self.FILES=${list};self.VERSION=${JSON.stringify(sha256(list))};\n`;
}

/** The service worker in one piece: browsers differ in what they let it import. */
async function workerCode() {
  const { output } = await build({
    configFile: false,
    root: join(ROOT, 'src'),
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: join(ROOT, 'src/worker/service-worker.ts') },
    },
  });
  return output[0].code;
}

/** A Vite plugin that writes the service worker, with the list, once all else is written. */
export function offline() {
  let dir;
  return {
    name: 'offline',
    apply: 'build',
    configResolved: ({ build }) => void (dir = build.outDir),
    async closeBundle() {
      writeFileSync(join(dir, SCRIPT), listOf(dir) + (await workerCode()));
    },
  };
}
