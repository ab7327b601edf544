import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { Language } from '../../src/i18n/language';
import { findings } from '../e2e/axe';
import { mapIdle, useBrowser, visit } from '../e2e/browser';

useBrowser();

const SETTLEMENTS = '**/geodata/settlements.*';
const ASSUMPTIONS = '**/geodata/assumptions.*';

/** What each panel shows when a file that it needs cannot be read. */
const FAILING = [
  ['a corridor', 'corridor=primorye-1', SETTLEMENTS],
  ['corridors side by side', 'corridor=primorye-1,primorye-2', SETTLEMENTS],
  ['a route', 'panel=routes&from=harbin&to=novosibirsk', ASSUMPTIONS],
  ['a scenario', 'panel=scenario', ASSUMPTIONS],
  ['a reach', 'panel=reach&hub=harbin', SETTLEMENTS],
  ['a border belt', 'panel=regions&border=border-mn-ru', SETTLEMENTS],
  ['the ranking of hubs', 'panel=regions&within=1000', ASSUMPTIONS],
] as const;

/** A phone: there a panel is a low sheet, and what goes wrong must not stand below its edge. */
const SIZE = { width: 390, height: 844 };

async function open(query: string, before: (page: Page) => Promise<unknown>) {
  const visited = await visit({ address: `?lang=ru&${query}`, before, size: SIZE });
  await visited.page.locator('html[lang^="ru"]').waitFor();
  return visited;
}

/** Whether an element lies within what is seen of the panel. */
async function inPanel(element: Locator): Promise<boolean> {
  const [inner, panel] = [
    await element.boundingBox(),
    await element.page().locator('#panel').boundingBox(),
  ];
  if (!inner || !panel) return false;
  return inner.y >= panel.y && inner.y + inner.height <= panel.y + panel.height;
}

describe('a panel whose data cannot be read', () => {
  it.each(FAILING)(
    'says so of %s in the language, and axe finds nothing',
    async (_, query, file) => {
      const { page, close } = await open(query, (page) =>
        page.route(file, (route) => route.abort()),
      );
      const t = await Language.load('ru');
      const alert = page.locator('#panel').getByText(t.text('failure.data-unread'));
      await alert.first().waitFor({ timeout: 60_000 });
      // Beside a comparison its first corridor fails as well: one of the two is seen.
      await expect.poll(async () => Promise.all((await alert.all()).map(inPanel))).toContain(true);
      expect(await findings(page)).toEqual([]);
      await close();
    },
  );

  it('is asked for anew by its button, and the address brings back the rest', async () => {
    let blocked = true;
    const { page, close } = await open('panel=routes&from=harbin&to=novosibirsk&month=3', (page) =>
      page.route(ASSUMPTIONS, (route) => (blocked ? route.abort() : route.continue())),
    );
    const again = page.getByRole('alert').getByRole('button', {
      name: (await Language.load('ru')).text('failure.reload'),
    });
    await again.waitFor({ timeout: 60_000 });
    blocked = false;
    await again.click();
    await page.locator('[data-testid="route"][data-stale="false"]').waitFor({ timeout: 60_000 });
    expect(page.url()).toContain('month=3');
    await close();
  });
});

describe('a panel that waits', () => {
  it.each([
    ['a corridor', 'corridor=primorye-1', SETTLEMENTS],
    ['a reach', 'panel=reach&hub=harbin', SETTLEMENTS],
    ['a scenario', 'panel=scenario', ASSUMPTIONS],
  ] as const)('says so of %s, and axe finds nothing', async (_, query, file) => {
    const { page, close } = await open(query, (page) =>
      // Never answered: the visit is closed before.
      page.route(file, () => undefined),
    );
    await page.locator('#panel').getByRole('status').first().waitFor({ timeout: 60_000 });
    expect(await findings(page)).toEqual([]);
    await close();
  });
});

describe('a corridor that an address opens', () => {
  it('shows its length on a phone, far down the list as it stands, and no step back before all is read', async () => {
    const { page, close } = await open('corridor=xinjiang-siberia-western', (page) =>
      page.route(SETTLEMENTS, () => undefined),
    );
    const length = page.getByTestId('corridor-length');
    await length.waitFor({ timeout: 60_000 });
    await expect.poll(() => inPanel(length)).toBe(true);
    const t = await Language.load('ru');
    expect(await page.getByRole('button', { name: t.text('corridors.undo') }).count()).toBe(0);
    await close();
  });
});

describe('a place that nobody knows', () => {
  it('is named in the message, in the language', async () => {
    const { page, close } = await open('panel=routes&from=harbin&to=atlantis', () =>
      Promise.resolve(),
    );
    await mapIdle(page);
    await page.getByRole('alert').filter({ hasText: '«atlantis»' }).waitFor({ timeout: 60_000 });
    expect(await findings(page)).toEqual([]);
    await close();
  });
});
