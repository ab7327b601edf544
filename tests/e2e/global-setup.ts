import { chromium } from 'playwright';
import type { TestProject } from 'vitest/node';
import { BROWSER_ARGS, serve } from '../served-page';

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
  const { url, close } = await serve({ base: SUB_PATH });
  const browser = await chromium.launchServer({
    executablePath: process.env.NV_BROWSER,
    args: [
      ...BROWSER_ARGS,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  project.provide('pageUrl', url);
  project.provide('browserEndpoint', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await close();
  };
}
