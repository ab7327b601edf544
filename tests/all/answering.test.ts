import { readFileSync } from 'node:fs';
import type { FeatureCollection, Point } from 'geojson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright';
import type { HubProps } from '../../src/core/types';
import { BEGIN_MARK, mainThreadTasks, TRACE_CATEGORIES, worstTasks } from './main-thread';
import type { ServedPage } from '../served-page';
import { MAP_FILE, builtPage } from './built-page';

/** Nothing of our own may hold up the page longer. */
const MOST_MS = 50;

let built: ServedPage;
beforeAll(async () => {
  built = await builtPage();
});
afterAll(() => built.close());

const idle = (page: Page): Promise<void> =>
  page.locator('[data-idle="true"]').waitFor({ timeout: 120_000 });

type Pixel = [x: number, y: number];

const frame = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise(requestAnimationFrame));

async function middle(target: Locator): Promise<Pixel> {
  const box = (await target.boundingBox())!;
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Presses keys, one after the other, a frame apart. */
async function press(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await frame(page);
  }
}

const times = <T>(count: number, ...items: T[]): T[] =>
  Array.from({ length: count }, () => items).flat();

interface Job {
  title: string;
  address: string;
  /** What must be there before the hand moves. */
  ready: string;
  /** Finds what it takes, before the trace; what it gives back moves mouse and keys alone. */
  prepare: (page: Page) => Promise<() => Promise<void>>;
  /** What says that the last answer has come. */
  done: string;
}

/** Hubs, and as many points beside them as make 300 places. */
function threeHundredPlaces(): string {
  const { features } = JSON.parse(
    readFileSync('geodata/hubs.geojson', 'utf8'),
  ) as FeatureCollection<Point, HubProps>;
  const hubs = features.map(({ properties: { id }, geometry }) => ({
    id,
    beside: geometry.coordinates.map((degrees) => (degrees - 0.05).toFixed(2)).join(','),
  }));
  return [...hubs.map(({ id }) => id), ...hubs.map(({ beside }) => beside)].slice(0, 300).join(';');
}

const JOBS: readonly Job[] = [
  {
    title: 'the marker of a route is dragged',
    address: '?panel=routes&from=harbin&to=irkutsk',
    ready: '[data-testid="route"][data-stale="false"]',
    prepare: async (page) => {
      const [x, y] = await middle(page.locator('[data-pin="to"]'));
      return async () => {
        await page.mouse.move(x, y);
        await page.mouse.down();
        for (let i = 1; i <= 40; i++) {
          await page.mouse.move(x + 60 * Math.sin(i / 4), y - 30 * Math.sin(i / 7));
          await frame(page);
        }
        await page.mouse.up();
      };
    },
    done: '[data-testid="route"][data-stale="false"]',
  },
  {
    title: 'the radius of a catchment is moved along',
    address: '?corridor=trans-siberian',
    ready: '[data-testid="catchment-people"]',
    prepare: async (page) => {
      await page.getByRole('slider', { name: 'Radius' }).focus();
      return () => press(page, times(25, 'ArrowRight'));
    },
    done: 'dl[data-stale="false"] [data-testid="catchment-people"]',
  },
  {
    title: 'the radius of corridors side by side is moved along',
    address: '?corridor=primorye-1,primorye-2,chinese-eastern',
    ready: '[data-testid="comparison"][data-radius="50"]',
    prepare: async (page) => {
      await page.locator('section.comparison').getByRole('slider').focus();
      return () => press(page, times(10, 'ArrowRight'));
    },
    done: '[data-testid="comparison"][data-radius="100"]',
  },
  {
    title: 'links are switched on and off beside an asked way',
    address: '?panel=scenario&from=urumqi&to=novosibirsk&scenario=kuragino-kyzyl',
    ready: '[data-testid="changed-count"]',
    prepare: async (page) => {
      await page
        .getByRole('switch', { name: /planned|studied/ })
        .first()
        .focus();
      return () => press(page, [...times(6, 'Space', 'Tab'), ...times(3, 'Shift+Tab', 'Space')]);
    },
    done: '[data-testid="asked-way"][data-stale="false"]',
  },
  {
    title: 'a reach loses its scenario and is asked by time',
    address: '?panel=reach&hub=novosibirsk&scenario=tashtagol-urumqi',
    ready: '[data-testid="reach"][data-stale="false"]',
    prepare: async (page) => {
      const points = [
        await middle(page.getByRole('button', { name: 'Back to today' })),
        await middle(page.getByRole('radio', { name: 'time' })),
      ];
      return async () => {
        for (const [x, y] of points) {
          await page.mouse.click(x, y);
          await frame(page);
        }
      };
    },
    done: '[data-testid="reach"][data-stale="false"]',
  },
  {
    title: 'scenarios stand side by side and a link of one is switched',
    address: '?panel=scenario&scenario=kuragino-kyzyl&scenarios=kuragino-kyzyl,tashtagol-urumqi',
    ready: '[data-testid="scenario-table"] tbody[data-pair]',
    prepare: async (page) => {
      await page.getByRole('switch', { name: /^Tashtagol/ }).focus();
      return () => press(page, times(3, 'Space'));
    },
    done: '[data-testid="scenario-table"][data-stale="false"]',
  },
  {
    title: 'a matrix of 300 by 300 is computed by time and scrolled',
    address: `?panel=matrix&matrix=${threeHundredPlaces()}`,
    ready:
      '[data-testid="matrix"][data-stale="false"] [role="grid"], [data-testid="matrix"][data-stale="false"] table',
    prepare: async (page) => {
      const [x, y] = await middle(page.getByRole('radio', { name: 'time' }));
      const [tableX, tableY] = await middle(page.getByTestId('matrix'));
      return async () => {
        await page.mouse.click(x, y);
        await page.locator('[data-testid="matrix"][data-stale="true"]').waitFor();
        await page
          .locator('[data-testid="matrix"][data-stale="false"]')
          .waitFor({ timeout: 240_000 });
        await page.mouse.move(tableX, tableY);
        for (let i = 0; i < 40; i++) {
          await page.mouse.wheel(i % 2 ? 0 : 400, i % 2 ? 400 : 0);
          await frame(page);
        }
      };
    },
    done: '[data-testid="matrix"][data-stale="false"]',
  },
];

describe('no task of the main thread takes our own code over 50 ms', () => {
  it.each(JOBS)('while $title', async ({ title, address, ready, prepare, done }) => {
    const context = await built.browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(built.url + address);
    await page.locator(ready).first().waitFor({ timeout: 120_000 });
    await idle(page);
    const act = await prepare(page);
    await built.browser.startTracing(page, { categories: TRACE_CATEGORIES });
    // The profile begins with a long task of its own, which is none of the page's.
    for (let i = 0; i < 3; i++) await frame(page);
    await page.evaluate((name) => performance.mark(name), BEGIN_MARK);
    await act();
    await page.locator(done).first().waitFor({ timeout: 120_000 });
    await idle(page);
    const tasks = mainThreadTasks(await built.browser.stopTracing(), MAP_FILE);
    await context.close();

    expect(tasks.length).toBeGreaterThan(10);
    console.log(`${title}: ${worstTasks(tasks)}`);
    expect(tasks[0]!.ownMs).toBeLessThanOrEqual(MOST_MS);
  });
});
