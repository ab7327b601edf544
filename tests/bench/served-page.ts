import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright';
import { preview } from 'vite';
import { ensurePage } from '../../src/setup/build.mjs';
import { findBrowser } from '../../src/setup/browser.mjs';

interface ServedPage {
  url: string;
  browser: Browser;
  close: () => Promise<void>;
}

/** The page as it is published, built where it is older than its sources, and a browser for it. */
export async function servedPage(): Promise<ServedPage> {
  ensurePage();
  const found = await findBrowser();
  if ('missing' in found) throw new Error(found.missing);
  const server = await preview({
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    logLevel: 'error',
    preview: { port: 0, host: '127.0.0.1' },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
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
    },
  };
}
