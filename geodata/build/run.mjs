/**
 * Runs a script of this folder as Vite does the page's code: what a page is made of has Vite's globs in
 * it, which tsx does not know. Usage: `node geodata/build/run.mjs geodata/build/pictures.ts`.
 */
import { runnerImport } from 'vite';

await runnerImport(`./${process.argv[2]}`, { configFile: false, logLevel: 'error' });
