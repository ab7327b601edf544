import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

/** The process runs one file after the other: what it has stays for the next. */
let browser: Browser | undefined;
let kept: Visit | undefined;

/** The usual screen. */
const SIZE = { width: 1280, height: 800 };

/** Call once in a test file: connects to the browser of the run. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser ??= await chromium.connect(inject('browserEndpoint'));
  });
}

export interface Visit {
  page: Page;
  /** Console errors, uncaught errors and failed requests so far. */
  trouble: string[];
  /** Requests to another origin than the page's. */
  foreign: string[];
  close: () => Promise<void>;
}

interface VisitOptions {
  /** Query and hash, such as `?lang=ru`. */
  address?: string;
  size?: { width: number; height: number };
  /** Another host of the page than that of the run. */
  at?: string;
  /** The browser may keep the page for the time without network. */
  offline?: boolean;
  /** Runs before the page's own scripts. */
  before?: (page: Page) => Promise<unknown>;
}

/** Opens the page in a context of its own. */
export async function visit({
  address = '',
  at = inject('pageUrl'),
  offline = false,
  size,
  before,
}: VisitOptions = {}): Promise<Visit> {
  const context = await browser!.newContext({
    viewport: size ?? SIZE,
    reducedMotion: 'reduce',
    // A quarter of the dots to draw: layout and behaviour are those of a whole screen.
    deviceScaleFactor: 0.5,
    locale: 'en-GB',
    // It would fetch the whole page in every visit.
    serviceWorkers: offline ? 'allow' : 'block',
  });
  const page = await context.newPage();
  const trouble: string[] = [];
  const foreign: string[] = [];
  const origin = new URL(at).origin;
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // A browser asks for the icon with each address, and gives that up when another follows.
    if (request.url().endsWith('/icon.svg') && reason === 'net::ERR_ABORTED') return;
    trouble.push(`${request.url()} failed: ${reason}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== origin) foreign.push(request.url());
  });
  await before?.(page);
  await page.goto(at + address);
  return { page, trouble, foreign, close: () => context.close() };
}

/**
 * One visit for all tests of a process, which take turns in it: each opens its own address by `goTo`.
 * A page costs some ten seconds of software rendering before it can be asked anything. A file that
 * failed leaves none behind, one that must do something before the page's own scripts has its own.
 */
export function useVisit(options: VisitOptions = {}): () => Visit {
  let own: Visit | undefined;
  beforeAll(async () => {
    if (options.before) {
      own = await visit(options);
    } else if (kept) {
      own = kept;
      own.trouble.length = own.foreign.length = 0;
      await own.page.setViewportSize(options.size ?? SIZE);
      await goTo(own.page, options.address ?? '');
    } else {
      own = kept = await visit(options);
    }
    await mapIdle(own.page);
  });
  let failed = false;
  afterEach(({ task }) => {
    failed ||= task.result?.state === 'fail';
  });
  afterAll(async () => {
    if (own === kept && !failed) return;
    if (own === kept) kept = undefined;
    await own?.close();
  });
  return () => own!;
}

/**
 * Opens another address in the page that is open, as Back and Forward do: the map and the data stay.
 * What the new address shows is to be waited for.
 */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', location.pathname + to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
}

/** Opens an address with another camera in the page that is open, and waits until it is drawn. */
export async function moveTo(page: Page, address: string): Promise<void> {
  // Else what is being drawn could be taken for the move, or the move for that.
  await mapIdle(page);
  const moving = await page.evaluateHandle(() => {
    const map = document.querySelector<HTMLElement>('[data-idle]')!;
    const started = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (map.dataset.idle !== 'false') return;
        observer.disconnect();
        resolve();
      });
      observer.observe(map, { attributes: true });
    });
    return { started };
  });
  await goTo(page, address);
  await moving.evaluate(({ started }) => started);
  await moving.dispose();
  await mapIdle(page);
}

/** The address of what is seen, once it is written. */
export async function addressOf(page: Page): Promise<URL> {
  await page.locator('html[data-address="written"]').waitFor({ state: 'attached' });
  return new URL(page.url());
}

/** What its query says. */
export async function queryOf(page: Page): Promise<Record<string, string>> {
  return Object.fromEntries((await addressOf(page)).searchParams);
}

/** What the page hands to the person as a file when a button is clicked. */
export async function downloaded(page: Page, button: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const path = join(mkdtempSync(join(tmpdir(), 'nv-download-')), download.suggestedFilename());
  // The browser runs elsewhere: it sends the file over.
  await download.saveAs(path);
  return readFileSync(path);
}

/** Waits until the map has drawn everything that it was given. */
export async function mapIdle(page: Page): Promise<void> {
  await page.locator('[data-idle="true"]').waitFor({ timeout: 120_000 });
}

/** The visit must have met no error and asked no other origin. */
export function expectClean(visit: Visit): void {
  expect(visit.trouble).toEqual([]);
  expect(visit.foreign).toEqual([]);
}
