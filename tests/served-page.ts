import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright';
import { preview } from 'vite';
import { findBrowser } from '../src/setup/browser.mjs';

/** Root may not use the sandbox; without a GPU, WebGL is drawn by SwiftShader. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

export interface Served {
  url: string;
  close: () => Promise<void>;
}
export interface ServedPage extends Served {
  browser: Browser;
}

interface Options {
  /** The path below which the page stands; the root unless given. */
  base?: string;
  /** Where the built page lies, if not in `dist`. */
  outDir?: string;
}

/**
 * Serves a built page on a free port of this machine.
 * @throws where it has not been built
 */
export async function serve({ base = '/', outDir }: Options = {}): Promise<Served> {
  const server = await preview({
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    base,
    logLevel: 'error',
    ...(outDir !== undefined && { build: { outDir } }),
    preview: { port: 0, host: '127.0.0.1' },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { url: `http://127.0.0.1:${address.port}${base}`, close: () => server.close() };
}

/** A built page and a browser of its own. */
export async function servedPage(options?: Options): Promise<ServedPage> {
  const found = await findBrowser();
  if ('missing' in found) throw new Error(found.missing);
  const { url, close } = await serve(options);
  const browser = await chromium.launch({ executablePath: found.path, args: BROWSER_ARGS });
  return {
    url,
    browser,
    close: async () => {
      await browser.close();
      await close();
    },
  };
}
