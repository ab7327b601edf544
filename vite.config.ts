import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { policyOf } from './src/setup/csp.mjs';
import { licencesPage } from './src/setup/licences.mjs';
import { offline } from './src/setup/offline.mjs';
import { takeAlong } from './src/setup/take-along.mjs';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const dir = here('./geodata');
const isLayer = (name: string): boolean => /^[a-z-]+\.(geo)?json$/.test(name);

/** The layers of geodata/ beside the page: served as they are in development, copied by a build. */
function geodata(): Plugin {
  return {
    name: 'geodata',
    configureServer(server) {
      server.middlewares.use('/geodata', (request, response, next) => {
        const name = (request.url ?? '').slice(1).split('?')[0] ?? '';
        if (!isLayer(name)) return next();
        response.setHeader('content-type', 'application/json');
        response.end(readFileSync(join(dir, name)));
      });
    },
    generateBundle() {
      for (const name of readdirSync(dir).filter(isLayer))
        this.emitFile({
          type: 'asset',
          fileName: `geodata/${name}`,
          source: readFileSync(join(dir, name)),
        });
    },
  };
}

/** The policy as an element of the page too, for hosts that send no headers. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: (_html, { path }) => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policyOf(path) },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** And as a header, as a host should send it. */
function policyHeader(): Plugin {
  return {
    name: 'policy-header',
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        response.setHeader('Content-Security-Policy', policyOf(request.url ?? ''));
        next();
      });
    },
  };
}

export default defineConfig({
  root: here('./src'),
  publicDir: here('./static'),
  base: './',
  plugins: [
    svelte({ configFile: false }),
    geodata(),
    contentSecurityPolicy(),
    policyHeader(),
    licencesPage(),
    takeAlong(readdirSync(dir).filter(isLayer)),
    offline(),
  ],
  // @pkgjs/parseargs, which reads command lines in the worker too, calls it so.
  define: { global: 'globalThis' },
  worker: { format: 'es' },
  // Parts that load when used too: a package met later would be bundled anew, with a second Svelte.
  optimizeDeps: { entries: ['*.html', '**/*.{svelte,ts}'] },
  build: {
    rolldownOptions: { input: [here('./src/index.html'), here('./src/remote.html')] },
    outDir: here('./dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // MapLibre alone is about 900 kB: the limits that count are in tests/e2e.
    chunkSizeWarningLimit: 1500,
  },
});
