import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { takenPolicy } from './csp.mjs';
import { ROOT } from './install.mjs';

/** Where the parts of the file that somebody takes along lie in dist/. */
const FOLDER = 'take-along';

/**
 * A Vite plugin that builds the page a second time, in one piece, as the template of the file that
 * takes a story along (src/formats/taken-page.ts): all code and style inline, and a policy that lets
 * nothing else run. Data, fonts and workers are put in by the page, from what lies beside it.
 *
 * @param dataFiles names of the files of geodata/ that the page reads
 */
export function takeAlong(dataFiles) {
  return {
    name: 'take-along',
    apply: 'build',
    async generateBundle() {
      const parts = await onePiece();
      const emit = (name, source) =>
        this.emitFile({ type: 'asset', fileName: `${FOLDER}/${name}`, source });
      emit('worker.js', parts.get('worker.js'));
      emit('map-worker.js', parts.get('map-worker.js'));
      emit('page.html', page(parts.get('page.js'), parts.get('style.css'), filesOf(dataFiles)));
    },
  };
}

/**
 * geojson-validation is under the LGPL and stays a file that can be exchanged: in one piece with our
 * code it could not be. Its second opinion on imported files is not to be had there.
 */
const withoutValidator = {
  name: 'without-validator',
  enforce: 'pre',
  resolveId: (id) => (id === 'geojson-validation' ? '\0no-validator' : undefined),
  load: (id) =>
    id === '\0no-validator'
      ? `export default { valid() { throw new Error('it is not part of this file'); } };`
      : undefined,
};

/** Every file of the build in one piece, by its name. */
async function onePiece() {
  const onlyOne = { codeSplitting: false, assetFileNames: '[name][extname]' };
  const { output } = await build({
    configFile: false,
    mode: FOLDER,
    root: join(ROOT, 'src'),
    base: './',
    publicDir: false,
    logLevel: 'error',
    plugins: [svelte({ configFile: false }), withoutValidator],
    define: { global: 'globalThis' },
    worker: {
      format: 'es',
      plugins: () => [withoutValidator],
      rolldownOptions: { output: { ...onlyOne, entryFileNames: '[name].js' } },
    },
    build: {
      write: false,
      assetsInlineLimit: 0,
      target: 'es2022',
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(ROOT, 'src/main.ts'),
        output: { ...onlyOne, entryFileNames: 'page.js' },
      },
    },
  });
  return new Map(
    output.map((part) => [
      part.fileName.replace(/^assets\//, ''),
      part.type === 'chunk' ? part.code : part.source.toString(),
    ]),
  );
}

/** What the page needs of the files that lie beside it. */
function filesOf(dataFiles) {
  const all = (folder, end) =>
    readdirSync(join(ROOT, 'static', folder))
      .filter((name) => name.endsWith(end))
      .map((name) => `${folder}/${name}`);
  return [
    `${FOLDER}/worker.js`,
    `${FOLDER}/map-worker.js`,
    // The story comes by itself.
    ...dataFiles.filter((name) => name !== 'stories.json').map((name) => `geodata/${name}`),
    ...all('fonts', '.woff2'),
    ...all('relief', '.webp'),
    'icon.svg',
    'licences.html',
  ];
}

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function page(code, style, files) {
  // Within code these stand in strings only, where the backslash changes nothing.
  const script = code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${takenPolicy(hash(script), hash(style))}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>Northern Vector</title>
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<noscript>Northern Vector is a map that needs JavaScript.</noscript>
<script type="application/json" id="taken">${JSON.stringify(files)}</script>
<script type="module">${script}</script>
</body>
</html>
`;
}
