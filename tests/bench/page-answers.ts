import type { Browser, Locator, Page } from 'playwright';
import { Atlas } from '../../src/data/atlas';
import { hubsToRank } from '../../src/data/questions/effects';
import { readGeodata } from '../geodata/read';
import { median, ms, type BenchRow } from './row';

/** A person takes it as at once. */
const MOST_MS = 100;
/** Links switched on one after the other: more than the networks that the worker remembers. */
const STEPS = 14;
/** The first answers read data and compile code; the steps back left some networks remembered. */
const UNCOUNTED = 6;

/** What shows that figures are renewed: selectors of them while they are old, and once they are new. */
interface Shown {
  old: string;
  renewed: string;
}

const marked = (testid: string): Shown => ({
  old: `[data-testid="${testid}"][data-stale="true"]`,
  renewed: `[data-testid="${testid}"][data-stale="false"]`,
});
const CHANGED_PAIRS: Shown = {
  old: '#panel table[aria-busy="true"]',
  renewed: '#panel table[aria-busy="false"]',
};
const CATCHMENT: Shown = {
  old: 'dl[data-stale="true"] [data-testid="catchment-people"]',
  renewed: 'dl[data-stale="false"] > div > [data-testid="catchment-people"]',
};

/** More frames than a browser draws ahead. */
const FRAMES_AHEAD = 4;

/** Milliseconds since the browser took an input until its answer stands there. */
interface Taken {
  /** In the document. */
  inDocument: number;
  /** On the screen, with the frame that shows it. */
  painted: number;
}

const idle = (page: Page): Promise<void> =>
  page.locator('[data-idle="true"]').waitFor({ timeout: 120_000 });

/**
 * Runs in the page, so no function in it has a name (a bundler's help for names stays outside): from
 * the next `event` until the figures were old and are new again.
 */
function watchFor([event, { old, renewed }]: [event: string, shown: Shown]): {
  taken: Promise<Taken>;
} {
  const taken = new Promise<Taken>((resolve, reject) => {
    setTimeout(() => reject(new Error(`no ${renewed} after ${event}`)), 120_000);
    const heard = new AbortController();
    addEventListener(
      event,
      async (input) => {
        // The keys that are held down ask nothing yet.
        if (input instanceof KeyboardEvent && input.key.length > 1) return;
        heard.abort();
        const { timeStamp } = input;
        let wasOld = false;
        let inDocument: number | undefined;
        const observer = new MutationObserver(() => {
          wasOld ||= document.querySelector(old) !== null;
          if (!wasOld || document.querySelector(old) || !document.querySelector(renewed)) return;
          observer.disconnect();
          inDocument = performance.now() - timeStamp;
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true });
        // Asked for in the frame before, each look comes ahead of what the page does once it has painted.
        while (inDocument === undefined) await new Promise(requestAnimationFrame);
        const found = inDocument;
        // What is posted within a frame arrives when that frame has been painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () =>
          resolve({ inDocument: found, painted: performance.now() - timeStamp });
        port2.postMessage(undefined);
      },
      { capture: true, signal: heard.signal },
    );
  });
  return { taken };
}

/** What one input takes, the map being at rest before. */
async function timeOf(
  page: Page,
  event: string,
  shown: Shown,
  act: () => Promise<unknown>,
): Promise<Taken> {
  await page.locator(shown.renewed).first().waitFor({ timeout: 120_000 });
  await idle(page);
  // The last picture may still be on its way to the screen; a browser draws only so many ahead.
  await page.evaluate(async (frames) => {
    for (let i = 0; i < frames; i++) await new Promise(requestAnimationFrame);
  }, FRAMES_AHEAD);
  const watching = await page.evaluateHandle(watchFor, [event, shown] as [string, Shown]);
  await act();
  const taken = await watching.evaluate(({ taken }) => taken);
  await watching.dispose();
  return taken;
}

function rowOf(what: string, all: readonly Taken[]): BenchRow {
  const counted = all.slice(UNCOUNTED);
  const painted = median(counted.map((taken) => taken.painted));
  return {
    what: `on the page: ${what}`,
    peer: 'the same in the document, not yet painted',
    theirs: ms(median(counted.map(({ inDocument }) => inDocument))),
    ours: ms(painted),
    ratio: '',
    goal: `at most ${MOST_MS} ms`,
    met: painted <= MOST_MS,
  };
}

async function openPanel(page: Page, panel: string): Promise<void> {
  const button = page.locator(`nav [data-panel="${panel}"]`);
  // Pressed again it would close the panel.
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
}

/** Back to the scenario of the address. */
async function undoAll(page: Page): Promise<void> {
  await openPanel(page, 'scenario');
  const undo = page.getByRole('button', { name: /^Undo/ });
  for (let i = 0; i < STEPS; i++) await undo.click();
}

/** Steps forward again through the scenarios that were made, with another panel open. */
async function redone(page: Page, panel: string, shown: Shown): Promise<Taken[]> {
  await undoAll(page);
  await openPanel(page, panel);
  const all: Taken[] = [];
  for (let i = 0; i < STEPS; i++)
    all.push(await timeOf(page, 'keydown', shown, () => page.keyboard.press('Control+Shift+Z')));
  return all;
}

/** Moves a slider on by one step at a time. */
async function slid(page: Page, slider: Locator, shown: Shown): Promise<Taken[]> {
  await slider.focus();
  const all: Taken[] = [];
  for (let i = 0; i < STEPS; i++)
    all.push(await timeOf(page, 'input', shown, () => page.keyboard.press('ArrowRight')));
  return all;
}

/**
 * What a person waits for: from the input until the renewed figures are painted, by the clock on the
 * wall, with the map drawn in software where the machine has no GPU. Each link switched makes a
 * scenario that the worker has not in memory.
 */
export async function answersBench(browser: Browser, url: string): Promise<BenchRow[]> {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB' });
  const page = await context.newPage();
  const places = (await hubsToRank(new Atlas(readGeodata), 2)).slice(0, 30).join(';');
  const asked = `from=urumqi&to=novosibirsk&hub=novosibirsk&within=1000&matrix=${places}`;
  await page.goto(`${url}?panel=scenario&scenario=tashtagol-urumqi&${asked}`);
  const links = page.getByRole('switch', { name: /planned|studied|under construction/ });
  await links.first().waitFor({ timeout: 120_000 });
  const switched = async (shown: Shown): Promise<Taken[]> => {
    const all: Taken[] = [];
    for (let i = 0; i < STEPS; i++) {
      await links.nth(i).focus();
      all.push(await timeOf(page, 'change', shown, () => page.keyboard.press('Space')));
    }
    return all;
  };
  const rows = [rowOf('a link switched, the way asked for', await switched(marked('asked-way')))];
  await undoAll(page);
  rows.push(rowOf('a link switched, all pairs of the main hubs', await switched(CHANGED_PAIRS)));
  for (const [what, panel, shown] of [
    ['a reach in three bands', 'reach', marked('reach')],
    ['a matrix of 30 x 30', 'matrix', marked('matrix')],
    ['the ranking of hubs', 'regions', marked('ranking')],
  ] as const)
    rows.push(rowOf(`a scenario changed, ${what}`, await redone(page, panel, shown)));

  await page.goto(`${url}?corridor=trans-siberian`);
  await page.locator(CATCHMENT.renewed).waitFor({ timeout: 120_000 });
  const slider = page.getByRole('slider', { name: 'Radius' });
  rows.push(rowOf('a radius moved, a catchment', await slid(page, slider, CATCHMENT)));
  await context.close();
  return rows;
}
