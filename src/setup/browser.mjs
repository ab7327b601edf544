import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { binary } from './install.mjs';

/** Browsers of the system that Playwright's library can drive, by the names they go by. */
const SYSTEM_BROWSERS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
];
const USUAL_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const quiet = (command, args) => spawnSync(command, args, { encoding: 'utf8' });

/** The path of a program, looked up as the shell would. */
function which(name) {
  const found = quiet(process.platform === 'win32' ? 'where' : 'which', [name]);
  return found.status === 0 ? found.stdout.split('\n')[0].trim() : undefined;
}

/** Whether it is a browser that starts (a wrapper that only tells how to install one does not). */
function starts(path) {
  const result = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return result.status === 0 && /\d+\.\d+/.test(result.stdout);
}

function present(playwrightPath) {
  const named = process.env.NV_BROWSER;
  const candidates = [named, playwrightPath, ...SYSTEM_BROWSERS.map(which), ...USUAL_PATHS];
  return candidates.find((path) => path && existsSync(path) && starts(path));
}

/**
 * The browser for the tests: one that is already there (NV_BROWSER, Playwright's own, the system's),
 * else downloaded by Playwright, else from the system's package manager where we may use it.
 *
 * @returns {Promise<{ path: string } | { missing: string }>} its path, or what is missing
 */
export async function findBrowser() {
  const { chromium } = await import('playwright');
  const playwrightPath = chromium.executablePath();
  let path = present(playwrightPath);
  if (path) return { path };

  console.error('No browser found; trying to download one ...');
  quiet(process.execPath, [binary('playwright', 'cli.js'), 'install', 'chromium']);
  path = present(playwrightPath);
  if (path) return { path };

  if (process.platform === 'linux' && process.getuid?.() === 0 && which('apt-get')) {
    console.error('The download failed; installing Chromium from the system’s packages ...');
    quiet('apt-get', ['update', '-qq']);
    quiet('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    path = present(playwrightPath);
    if (path) return { path };
  }
  return {
    missing:
      'No Chromium, Chrome or Edge was found, Playwright could not download one, and the system’s ' +
      'package manager could not be used. Install one of them, or set NV_BROWSER to its path.',
  };
}
