/** `npm start`: installs what is missing, builds, serves, prints the address. */
import { ensureInstalled, giveUp, ROOT } from './install.mjs';
import { ensurePage } from './build.mjs';

await ensureInstalled();
ensurePage();

const { preview } = await import('vite');
const port = Number(process.env.PORT ?? 4173);
try {
  const server = await preview({
    root: `${ROOT}/src`,
    configFile: `${ROOT}/vite.config.ts`,
    preview: { port },
  });
  console.log(`Northern Vector is at ${server.resolvedUrls.local[0]}  (Ctrl-C stops it)`);
} catch (error) {
  giveUp(
    `the page could not be served on port ${port}: ${error.message}. PORT=... chooses another.`,
  );
}
