import { chromium } from 'playwright';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built page, with a sub-path as on a project site. */
    pageUrl: string;
    browserEndpoint: string;
  }
}

/** Where the page is served: not the root, since it must work under any path. */
const SUB_PATH = '/some/where/';

/** One server and one browser for all browser tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await preview({
    configFile: 'vite.config.ts',
    base: SUB_PATH,
    logLevel: 'error',
    preview: { port: 0, host: '127.0.0.1' },
  });
  const browser = await chromium.launchServer({
    executablePath: process.env.NV_BROWSER,
    args: [
      // Root may not use the sandbox; without a GPU, WebGL is drawn by SwiftShader.
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  project.provide('pageUrl', `http://127.0.0.1:${address.port}${SUB_PATH}`);
  project.provide('browserEndpoint', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.close();
  };
}
